/** Demo article: TikTok Shop for small sellers. */

import type { DemoArticle } from '../article.ts'

export const tiktokShopChoNhaBanNho: DemoArticle = {
  slug: 'tiktok-shop-cho-nha-ban-nho',
  title: 'TikTok Shop Cho Nhà Bán Nhỏ: Lộ Trình Ba Mươi Ngày Đầu',
  lead: 'Không kho xưởng, không đội quay phim, chỉ có một chiếc điện thoại và vài chục món hàng: nhiều nhà bán nhỏ bắt đầu với TikTok Shop đúng như thế. Ba mươi ngày đầu tiên sẽ cho biết họ đi tiếp bằng cách nào.',
  leadRepeat: 'joined',
  published: '2026-09-01T20:15',
  views: 1432,
  featured: true,
  tags: ['TikTok Shop', 'Bán hàng', 'Video ngắn'],
  related: [
    'kich-ban-livestream-ban-hang',
    'ba-giay-dau-cua-video-ngan',
    'tiep-thi-lien-ket-cho-nguoi-moi',
    'do-luong-chien-dich-nguoi-anh-huong',
  ],
  intro: ['Lộ trình dưới đây được chia theo tuần, ưu tiên những việc tốn công mà ít tốn tiền.'],
  sections: [
    {
      heading: 'Tuần thứ nhất: dựng gian hàng',
      paragraphs: [
        'Đừng vội quay video khi gian hàng còn trống. Khách bấm vào mà gặp trang sơ sài sẽ không quay lại lần hai.',
      ],
      subsections: [
        {
          heading: 'Hồ sơ và giấy tờ',
          paragraphs: [
            'Chuẩn bị căn cước, tài khoản ngân hàng, giấy tờ nguồn gốc hàng hóa. Hồ sơ bị trả lại thường do ảnh mờ hoặc tên không khớp.',
          ],
        },
        {
          heading: 'Ảnh và mô tả',
          paragraphs: [
            'Chụp gần cửa sổ, nền sáng, có vật so sánh kích thước. Mô tả trả lời năm câu khách hay hỏi nhất thay vì kể tính năng.',
          ],
        },
        {
          heading: 'Giá và phí',
          spoiltMarker: 'khoảng',
          paragraphs: [
            'Cộng đủ hoa hồng sàn, phí thanh toán, bao bì, hàng hoàn. Rất nhiều gian hàng bán chạy mà lỗ vì quên dòng cuối cùng.',
          ],
        },
      ],
    },
    {
      heading: 'Tuần thứ hai: quay video đều tay',
      paragraphs: [],
      subsections: [
        {
          heading: 'Mỗi ngày hai đoạn phim',
          paragraphs: [
            'Một đoạn giải đáp thắc mắc, một đoạn kể chuyện đóng hàng. Đều đặn quan trọng hơn đẹp đẽ ở giai đoạn này.',
          ],
        },
        {
          heading: 'Gắn giỏ hàng đúng chỗ',
          paragraphs: [
            'Chỉ gắn sản phẩm được nhắc trong video. Gắn năm món một lúc làm người xem phân vân rồi lướt qua.',
          ],
        },
      ],
    },
    {
      heading: 'Tuần thứ ba: lên sóng trực tiếp',
      paragraphs: [
        'Phiên đầu tiên chỉ cần sáu mươi phút vào khung giờ mà bạn bè hay thức. Mục tiêu không phải doanh số mà là quen với ống kính.',
        'Một mẹo nhỏ là dán ba câu hỏi lên tường đối diện; khi bí lời, hãy đọc một câu và tự trả lời.',
      ],
      subsections: [],
    },
    {
      heading: 'Tuần thứ tư: mời người bán cùng',
      paragraphs: [],
      subsections: [
        {
          heading: 'Mở hoa hồng liên kết',
          paragraphs: [
            'Đặt mức hoa hồng đủ hấp dẫn cho KOC nhỏ, gửi hàng mẫu kèm thiệp tay. Mười người kể thật tốt hơn một người nổi tiếng đọc lời mẫu.',
          ],
        },
        {
          heading: 'Chăm sóc sau bán',
          paragraphs: [
            'Nhắn hỏi thăm ngày thứ ba, xin đánh giá ngày thứ bảy. Đánh giá có ảnh là nhiên liệu cho tháng kế tiếp.',
          ],
        },
        {
          heading: 'Nhìn lại con số',
          paragraphs: [
            'Ghi ra sản phẩm xem nhiều mà ít mua, sản phẩm ít xem mà mua nhiều. Tháng sau, đổi giá nhóm thứ nhất và quay thêm video cho nhóm thứ hai.',
          ],
        },
      ],
    },
  ],
  conclusion: [
    'Ba mươi ngày không biến ai thành triệu phú, nhưng đủ để biết món nào có khách và mình hợp với cách bán nào. Nhà bán nhỏ thắng nhờ sự chăm chút, phản hồi nhanh và những câu chuyện thật mà cửa hàng lớn không có thời gian để kể.',
  ],
}
