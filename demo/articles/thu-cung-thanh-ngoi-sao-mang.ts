/** Demo article: pets that become internet stars. */

import type { DemoArticle } from '../article.ts'

export const thuCungThanhNgoiSaoMang: DemoArticle = {
  slug: 'thu-cung-thanh-ngoi-sao-mang',
  title: 'Khi thú cưng thành ngôi sao mạng: vui thôi chưa đủ',
  lead: 'Một chú chó biết gật đầu, một cô mèo luôn cau có, và hàng trăm nghìn người theo dõi. Thú cưng nổi tiếng mang về hợp đồng quảng cáo thật, đi kèm những trách nhiệm cũng rất thật.',
  leadRepeat: 'joined',
  published: '2026-02-25T21:07',
  views: 1248,
  featured: false,
  tags: ['Thú cưng', 'Video ngắn'],
  related: [
    'nhac-nen-bat-trend',
    'noi-dung-do-khach-hang-tao',
    'kiet-suc-cua-nguoi-sang-tao',
    'review-that-review-gia',
  ],
  intro: [
    'Nếu bạn đang nuôi một ngôi sao bốn chân, hoặc là nhãn hàng muốn mời một bé đóng quảng cáo, mấy lưu ý sau có thể giúp ích.',
  ],
  sections: [
    {
      heading: 'Vì sao khán giả mê thú cưng',
      paragraphs: [
        'Không tranh luận, không khoe khoang, thú cưng cho người xem một khoảng nghỉ giữa dòng tin căng thẳng. Chúng còn vượt qua rào cản ngôn ngữ: một cú trượt chân của mèo con thì nước nào cũng hiểu.',
        'Một điều thú vị là khán giả của thú cưng rất trung thành. Họ nhớ ngày sinh nhật, hỏi thăm khi bé ốm và mua đúng loại hạt mà bé thích ăn.',
      ],
      subsections: [],
    },
    {
      heading: 'Xây dựng hình ảnh cho bé',
      paragraphs: [],
      subsections: [
        {
          heading: 'Tìm nét riêng',
          spoiltMarker: 'Một.',
          paragraphs: [
            'Mỗi bé có một thói quen lạ: ngủ ngửa, sợ dưa leo, thích ngồi trong thau. Lấy thói quen ấy làm sợi chỉ xuyên suốt.',
          ],
        },
        {
          heading: 'Kể từ góc nhìn của bé',
          paragraphs: [
            'Lời thoại hóm hỉnh đặt trên hình ảnh tự nhiên luôn dễ thương hơn ép bé diễn trò.',
          ],
        },
        {
          heading: 'Giữ nhịp vừa phải',
          spoiltMarker: 'khoảng',
          paragraphs: [
            'Ba video mỗi tuần là đủ. Bé cần ngủ mười mấy tiếng mỗi ngày và không biết hạn nộp bài là gì.',
          ],
        },
      ],
    },
    {
      heading: 'Phúc lợi là điều kiện đầu tiên',
      paragraphs: [],
      subsections: [
        {
          heading: 'Dấu hiệu căng thẳng',
          paragraphs: [
            'Cụp tai, liếm mũi liên tục, né ống kính là lúc dừng máy. Không cảnh quay nào đáng để bé sợ người.',
          ],
        },
        {
          heading: 'Trang phục và đạo cụ',
          paragraphs: [
            'Tránh dây buộc, chi tiết nhỏ dễ nuốt, phẩm nhuộm lông. Thử đồ ở nhà vài ngày trước buổi quay.',
          ],
        },
        {
          heading: 'Lịch khám định kỳ',
          paragraphs: [
            'Ghi vào hợp đồng rằng bác sĩ thú y có quyền hủy buổi quay. Nhãn hàng tử tế sẽ đồng ý ngay.',
          ],
        },
      ],
    },
    {
      heading: 'Hợp tác quảng cáo',
      paragraphs: [],
      subsections: [
        {
          heading: 'Chọn đúng sản phẩm',
          paragraphs: [
            'Thức ăn, cát vệ sinh, phụ kiện là hiển nhiên. Máy hút bụi, sơn tường, xe gia đình cũng rất hợp nếu biết kể.',
          ],
        },
        {
          heading: 'Dùng thử đủ lâu',
          paragraphs: [
            'Với thức ăn, ít nhất hai tuần để chắc rằng bé không dị ứng. Đăng trước khi thử xong là đánh cược bằng sức khỏe của bé.',
          ],
        },
        {
          heading: 'Ghi rõ là quảng cáo',
          paragraphs: [
            'Lời giới thiệu qua giọng của một chú mèo vẫn là quảng cáo và vẫn phải gắn nhãn.',
          ],
        },
      ],
    },
  ],
  conclusion: [
    'Thú cưng không chọn nổi tiếng, con người chọn thay chúng. Vì thế hạnh phúc của bé phải đứng trước lượt xem. Khi người nuôi giữ được điều đó, khán giả cảm nhận được, và sự yêu mến sẽ bền hơn mọi trào lưu.',
  ],
}
