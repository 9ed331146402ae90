/** Demo article: experts who become influencers. */

import type { DemoArticle } from '../article.ts'

export const chuyenGiaLamNguoiAnhHuong: DemoArticle = {
  slug: 'chuyen-gia-lam-nguoi-anh-huong',
  title: 'Chuyên gia bước ra ánh đèn: bác sĩ, luật sư, kỹ sư làm người ảnh hưởng',
  lead: 'Khán giả mệt mỏi với những lời khuyên không rõ nguồn gốc và bắt đầu tìm đến người có nghề. Nhiều bác sĩ, luật sư, kỹ sư nhờ vậy trở thành người ảnh hưởng mà chính họ cũng không ngờ.',
  leadRepeat: 'joined',
  published: '2026-04-21T18:02',
  views: 475,
  featured: false,
  tags: ['Chuyên gia', 'KOL'],
  related: [
    'podcast-thuong-hieu',
    'bang-gia-booking-kol',
    'kiet-suc-cua-nguoi-sang-tao',
    'nhan-vien-ke-chuyen-thuong-hieu',
  ],
  intro: ['Con đường ấy rộng mở nhưng có những vạch kẻ mà người làm nghề tự do không gặp phải.'],
  sections: [
    {
      heading: 'Lợi thế của người có nghề',
      paragraphs: [],
      subsections: [
        {
          heading: 'Niềm tin có sẵn',
          paragraphs: [
            'Chiếc áo blouse hay thẻ hành nghề là lời giới thiệu mạnh nhất. Người xem dừng lại vì biết mình sẽ học được điều gì đó.',
          ],
        },
        {
          heading: 'Kho tình huống thật',
          paragraphs: [
            'Mỗi ca bệnh, mỗi vụ việc là một câu chuyện, miễn là được kể mà không lộ danh tính ai.',
          ],
        },
      ],
    },
    {
      heading: 'Khó khăn khi bước ra ánh đèn',
      paragraphs: ['Giỏi nghề chưa chắc giỏi kể.'],
      subsections: [
        {
          heading: 'Ngôn ngữ chuyên môn',
          paragraphs: [
            'Thuật ngữ chính xác nhưng xa lạ. Hãy thử giải thích cho một học sinh lớp tám; chỗ nào em ấy nhăn mặt là chỗ cần viết lại.',
          ],
        },
        {
          heading: 'Nỗi sợ đồng nghiệp',
          paragraphs: [
            'Nhiều người ngại bị cho là khoe khoang. Dẫn nguồn rõ ràng, nhận sai khi sai sẽ làm đồng nghiệp nể hơn là cười.',
          ],
        },
        {
          heading: 'Thời gian eo hẹp',
          paragraphs: [
            'Sau giờ trực, ít ai còn sức dựng phim. Quay liền bốn đoạn vào một buổi chủ nhật rồi đăng dần là cách làm bền.',
          ],
        },
      ],
    },
    {
      heading: 'Ranh giới đạo đức',
      paragraphs: [
        'Một câu nói của chuyên gia nặng hơn nghìn câu của người thường, vì vậy ranh giới phải rõ hơn.',
      ],
      subsections: [
        {
          heading: 'Không chẩn đoán qua bình luận',
          paragraphs: [
            'Chỉ cung cấp kiến thức chung và khuyên người hỏi đến gặp trực tiếp. Nghĩa là chấp nhận bị chê là trả lời chung chung.',
          ],
        },
        {
          heading: 'Không quảng cáo trái quy định',
          paragraphs: [
            'Nhiều ngành hạn chế người hành nghề giới thiệu sản phẩm. Đọc kỹ quy định trước khi nhận bất cứ lời mời nào.',
          ],
        },
        {
          heading: 'Không biến bệnh nhân thành đạo cụ',
          paragraphs: [
            'Dù được đồng ý, hình ảnh người đang yếu thế vẫn nên được cân nhắc mười lần.',
          ],
        },
      ],
    },
    {
      heading: 'Thương hiệu hợp tác thế nào cho phải',
      paragraphs: [],
      subsections: [
        {
          heading: 'Mời cố vấn thay vì mời bán hàng',
          paragraphs: [
            'Nhờ chuyên gia góp ý công thức, viết tài liệu, đào tạo nhân viên. Tên tuổi của họ xuất hiện ở vai trò người thẩm định.',
          ],
        },
        {
          heading: 'Chấp nhận lời nhận xét trái ý',
          paragraphs: [
            'Nếu chuyên gia nói sản phẩm không hợp với một nhóm người, hãy giữ nguyên câu ấy. Đó là câu đáng tiền nhất trong cả bài.',
          ],
        },
        {
          heading: 'Trả công cho thời gian nghiên cứu',
          paragraphs: [
            'Người làm nghề cần đọc tài liệu trước khi nói. Thù lao nên tính cả phần chuẩn bị vô hình này.',
          ],
        },
      ],
    },
  ],
  conclusion: [
    'Khi người giỏi nghề chịu khó kể chuyện, cả cộng đồng được hưởng lợi. Họ cần giữ lời nói trong phạm vi hiểu biết, còn thương hiệu cần tôn trọng sự thận trọng ấy. Ánh đèn sẽ tắt, nghề ở lại, và niềm tin là thứ nên được mang về sau mỗi lần lên hình.',
  ],
}
