/** The articles that the first demo blog opens with. */

import type { DemoArticle } from './article.ts'
import { baGiayDauCuaVideoNgan } from './articles/ba-giay-dau-cua-video-ngan.ts'
import { chienDichTetCuaThuongHieu } from './articles/chien-dich-tet-cua-thuong-hieu.ts'
import { chinDieuKhoanHopDongKol } from './articles/chin-dieu-khoan-hop-dong-kol.ts'
import { doLuongChienDichNguoiAnhHuong } from './articles/do-luong-chien-dich-nguoi-anh-huong.ts'
import { ganNhanQuangCaoMinhBach } from './articles/gan-nhan-quang-cao-minh-bach.ts'
import { kichBanLivestreamBanHang } from './articles/kich-ban-livestream-ban-hang.ts'
import { kolVaKocKhacNhauODau } from './articles/kol-va-koc-khac-nhau-o-dau.ts'
import { nguoiAnhHuongAo } from './articles/nguoi-anh-huong-ao.ts'
import { nguoiAnhHuongNhoSucKeoLon } from './articles/nguoi-anh-huong-nho-suc-keo-lon.ts'
import { quanTriCongDongThuongHieu } from './articles/quan-tri-cong-dong-thuong-hieu.ts'
import { tiepThiLienKetChoNguoiMoi } from './articles/tiep-thi-lien-ket-cho-nguoi-moi.ts'
import { tiktokShopChoNhaBanNho } from './articles/tiktok-shop-cho-nha-ban-nho.ts'
import { xuLyKhungHoangDaiSuThuongHieu } from './articles/xu-ly-khung-hoang-dai-su-thuong-hieu.ts'

export const articlesOfBlogA: readonly DemoArticle[] = [
  kolVaKocKhacNhauODau,
  kichBanLivestreamBanHang,
  chinDieuKhoanHopDongKol,
  doLuongChienDichNguoiAnhHuong,
  xuLyKhungHoangDaiSuThuongHieu,
  chienDichTetCuaThuongHieu,
  baGiayDauCuaVideoNgan,
  nguoiAnhHuongAo,
  tiepThiLienKetChoNguoiMoi,
  nguoiAnhHuongNhoSucKeoLon,
  quanTriCongDongThuongHieu,
  tiktokShopChoNhaBanNho,
  ganNhanQuangCaoMinhBach,
]
