/** The three articles that stand on both demo blogs, as the second one printed them. */

import { ganNhanQuangCaoMinhBach } from './articles/gan-nhan-quang-cao-minh-bach.ts'
import { quanTriCongDongThuongHieu } from './articles/quan-tri-cong-dong-thuong-hieu.ts'
import { tiktokShopChoNhaBanNho } from './articles/tiktok-shop-cho-nha-ban-nho.ts'
import { reprint } from './reprint.ts'

export const communityReprint = reprint(
  quanTriCongDongThuongHieu,
  {
    slug: 'quan-tri-cong-dong-thuong-hieu',
    title: 'Quản trị cộng đồng thương hiệu: giữ lửa cho một nhóm mười nghìn người',
    published: '2026-01-19T08:30',
    views: 204,
    related: [
      'noi-dung-do-khach-hang-tao',
      'nhan-vien-ke-chuyen-thuong-hieu',
      'kiet-suc-cua-nguoi-sang-tao',
      'podcast-thuong-hieu',
    ],
  },
  [
    ['không biến thành một bảng tin rao vặt', 'không trở thành một góc rao vặt'],
    ['Nhắc riêng trước, nhắc công khai sau.', 'Nhắn riêng trước, nhắc trước nhóm sau.'],
    ['chủ nhật kể chuyện ngoài lề', 'chủ nhật tán gẫu ngoài lề'],
    ['không hối thúc mà cũng chẳng vắng mặt', 'chậm rãi mà chắc chắn'],
  ],
)

export const smallSellersReprint = reprint(
  tiktokShopChoNhaBanNho,
  {
    slug: 'tiktok-shop-danh-cho-nguoi-ban-nho',
    title: 'TikTok Shop dành cho người bán nhỏ: lộ trình ba mươi ngày đầu',
    published: '2026-09-03T11:50',
    views: 688,
    featured: false,
    related: [
      'mua-sale-ngay-doi',
      'review-that-review-gia',
      'bang-gia-booking-kol',
      'nhac-nen-bat-trend',
    ],
  },
  [
    [
      'ưu tiên những việc tốn công mà ít tốn tiền',
      'việc nào tốn công mà ít tốn tiền thì làm trước',
    ],
    ['Hồ sơ bị trả lại thường do', 'Hồ sơ hay bị trả lại vì'],
    ['dán ba câu hỏi lên tường đối diện', 'dán sẵn ba câu hỏi ngay sau điện thoại'],
    ['Ba mươi ngày không biến ai thành triệu phú', 'Một tháng không làm ai giàu lên'],
  ],
)

export const disclosureReprint = reprint(
  ganNhanQuangCaoMinhBach,
  {
    slug: 'minh-bach-khi-dang-bai-quang-cao',
    title: 'Gắn nhãn quảng cáo: minh bạch một dòng, giữ tin cậy nhiều năm',
    published: '2025-11-10T09:25',
    views: 137,
    related: [
      'bang-gia-booking-kol',
      'review-that-review-gia',
      'chuyen-gia-lam-nguoi-anh-huong',
      'thu-cung-thanh-ngoi-sao-mang',
    ],
  },
  [
    ['nói thế nào cho khéo', 'diễn đạt ra sao cho khéo'],
    [
      'Tài khoản minh bạch giữ được người theo dõi lâu hơn.',
      'Kênh minh bạch giữ chân người xem lâu hơn.',
    ],
    [
      'Nhãn hàng cũng nên có người rà soát mỗi tối',
      'Phía nhãn hàng cũng nên cử người rà soát mỗi tối',
    ],
  ],
)
