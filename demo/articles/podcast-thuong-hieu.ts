/** Demo article: brands that make podcasts. */

import type { DemoArticle } from '../article.ts'

export const podcastThuongHieu: DemoArticle = {
  slug: 'podcast-thuong-hieu',
  title: 'Podcast thương hiệu: khi nhãn hàng chọn nói khẽ bên tai',
  lead: 'Giữa biển video ồn ào, một số nhãn hàng lại chọn cách thủ thỉ bốn mươi phút mỗi tuần. Podcast không bùng nổ sau một đêm, nhưng người nghe podcast hiếm khi bỏ đi giữa chừng.',
  leadRepeat: 'joined',
  published: '2026-08-27T06:45',
  views: 287,
  featured: false,
  tags: ['Podcast', 'Nội dung'],
  related: [
    'chuyen-gia-lam-nguoi-anh-huong',
    'nhan-vien-ke-chuyen-thuong-hieu',
    'noi-dung-do-khach-hang-tao',
    'nhac-nen-bat-trend',
  ],
  intro: [
    'Nếu doanh nghiệp của bạn có chuyện để kể và đủ kiên nhẫn, đây là những điều nên tính trước khi mua chiếc micro đầu tiên.',
  ],
  sections: [
    {
      heading: 'Người nghe ở đâu, lúc nào',
      paragraphs: ['Podcast sống trong những khoảng thời gian mà mắt bận nhưng tai rảnh.'],
      subsections: [
        {
          heading: 'Trên đường đi làm',
          paragraphs: [
            'Quãng chạy xe buổi sáng hợp với nội dung sáng sủa, chia thành đoạn ngắn để có thể dừng bất cứ lúc nào.',
          ],
        },
        {
          heading: 'Trong căn bếp',
          paragraphs: [
            'Người nấu ăn thích chuyện kể liền mạch, ít số liệu. Một câu chuyện khởi nghiệp giàu chi tiết đời thường rất hợp ở đây.',
          ],
        },
        {
          heading: 'Trước giờ ngủ',
          paragraphs: [
            'Giọng chậm, nhạc nhẹ, không có tiếng quảng cáo bất chợt. Nhãn hàng chăm sóc giấc ngủ hay sách thường chọn khung giờ này.',
          ],
        },
      ],
    },
    {
      heading: 'Chọn hình thức chương trình',
      paragraphs: [],
      subsections: [
        {
          heading: 'Trò chuyện cùng khách mời',
          paragraphs: [
            'Dễ làm nhất vì khách mang theo câu chuyện. Khó ở chỗ người dẫn phải biết im lặng.',
          ],
        },
        {
          heading: 'Kể chuyện có kịch bản',
          paragraphs: [
            'Tốn công biên tập nhưng dễ để lại dấu ấn. Mỗi tập nên xoay quanh một nhân vật và một bước ngoặt.',
          ],
        },
        {
          heading: 'Hỏi đáp với thính giả',
          paragraphs: [
            'Thu câu hỏi qua tin nhắn thoại, trả lời ngắn. Giọng của chính người nghe là lời mời tốt nhất cho người nghe mới.',
          ],
        },
      ],
    },
    {
      heading: 'Nhắc đến sản phẩm thế nào',
      paragraphs: [
        'Quy tắc vàng là một lần ở đầu, một lần ở cuối và không lần nào ở giữa. Người nghe đã trao cho bạn đôi tai trong bốn mươi phút, đừng đổi món quà ấy lấy một câu khẩu hiệu.',
        'Một hãng cà phê từng để nguyên tiếng xay hạt ở đầu mỗi tập, không thêm lời nào. Sau mười tập, chỉ cần nghe tiếng xay là thính giả nhớ ra thương hiệu.',
      ],
      subsections: [],
    },
    {
      heading: 'Duy trì sau tập thứ bảy',
      paragraphs: [
        'Rất nhiều chương trình dừng lại ở tập thứ bảy, khi sự hào hứng ban đầu đã cạn mà lượng người nghe chưa đủ lớn.',
      ],
      subsections: [
        {
          heading: 'Thu trước, phát sau',
          paragraphs: ['Có sẵn bốn tập trong kho trước ngày ra mắt giúp đội ngũ ngủ ngon.'],
        },
        {
          heading: 'Đo bằng tỷ lệ nghe hết',
          paragraphs: [
            'Số lượt tải dễ gây ảo tưởng. Tỷ lệ nghe đến phút cuối mới cho biết câu chuyện có giữ được người hay không.',
          ],
        },
        {
          heading: 'Tái sử dụng',
          paragraphs: [
            'Mỗi tập có thể cắt thành năm đoạn video ngắn, một bài viết và vài tấm ảnh trích dẫn.',
          ],
        },
      ],
    },
  ],
  conclusion: [
    'Podcast là cuộc hẹn hằng tuần hơn là một chiến dịch. Nhãn hàng nào giữ được lời hẹn, tôn trọng đôi tai và kể chuyện bằng giọng thật của mình sẽ có một nhóm người nghe trung thành mà ngân sách quảng cáo khó lòng mua được.',
  ],
  pages: 3,
}
