/** The articles that the second demo blog opens with: its own, and three taken over from the first. */

import type { DemoArticle } from './article.ts'
import { bangGiaBookingKol } from './articles/bang-gia-booking-kol.ts'
import { chuyenGiaLamNguoiAnhHuong } from './articles/chuyen-gia-lam-nguoi-anh-huong.ts'
import { kietSucCuaNguoiSangTao } from './articles/kiet-suc-cua-nguoi-sang-tao.ts'
import { muaSaleNgayDoi } from './articles/mua-sale-ngay-doi.ts'
import { nhacNenBatTrend } from './articles/nhac-nen-bat-trend.ts'
import { nhanVienKeChuyenThuongHieu } from './articles/nhan-vien-ke-chuyen-thuong-hieu.ts'
import { noiDungDoKhachHangTao } from './articles/noi-dung-do-khach-hang-tao.ts'
import { podcastThuongHieu } from './articles/podcast-thuong-hieu.ts'
import { reviewThatReviewGia } from './articles/review-that-review-gia.ts'
import { thuCungThanhNgoiSaoMang } from './articles/thu-cung-thanh-ngoi-sao-mang.ts'
import { communityReprint, disclosureReprint, smallSellersReprint } from './reprinted-articles.ts'

export const articlesOfBlogB: readonly DemoArticle[] = [
  podcastThuongHieu,
  bangGiaBookingKol,
  reviewThatReviewGia,
  nhacNenBatTrend,
  noiDungDoKhachHangTao,
  chuyenGiaLamNguoiAnhHuong,
  thuCungThanhNgoiSaoMang,
  kietSucCuaNguoiSangTao,
  nhanVienKeChuyenThuongHieu,
  muaSaleNgayDoi,
  communityReprint,
  smallSellersReprint,
  disclosureReprint,
]
