/** Demo article: creators who burn out. */

import type { DemoArticle } from '../article.ts'

export const kietSucCuaNguoiSangTao: DemoArticle = {
  slug: 'kiet-suc-cua-nguoi-sang-tao',
  title: 'Kiệt sức ở tuổi hai mươi lăm: mặt sau của nghề sáng tạo nội dung',
  lead: 'Mỗi ngày một video, mỗi tuần một ý tưởng lớn, mỗi tháng một nỗi lo bị lãng quên. Kiệt sức đã trở thành căn bệnh nghề nghiệp của người sáng tạo nội dung, dù ít ai dám nói ra trước ống kính.',
  leadRepeat: 'none',
  published: '2026-09-22T22:40',
  views: 908,
  featured: false,
  tags: ['Sức khỏe tinh thần', 'Nhà sáng tạo'],
  related: [
    'chuyen-gia-lam-nguoi-anh-huong',
    'thu-cung-thanh-ngoi-sao-mang',
    'podcast-thuong-hieu',
    'bang-gia-booking-kol',
  ],
  intro: [
    'Linh, hai mươi lăm tuổi, có bốn trăm nghìn người theo dõi và chưa ngủ trọn một đêm nào suốt mùa hè. Cô kể rằng điều đáng sợ nhất không phải lời chê, mà là buổi sáng thức dậy không còn thấy chuyện gì đáng kể nữa. Câu chuyện của Linh không hiếm, chỉ hiếm người chịu kể.',
  ],
  sections: [
    {
      heading: 'Những cái bẫy quen thuộc',
      paragraphs: [],
      subsections: [
        {
          heading: 'Con số không bao giờ đủ',
          paragraphs: [
            'Đạt mười nghìn thì muốn một trăm nghìn. Vạch đích dời xa theo từng bước chạy, còn hơi thở thì có hạn.',
          ],
        },
        {
          heading: 'Không có giờ tan ca',
          paragraphs: [
            'Điện thoại vừa là công cụ làm việc vừa là nơi nghỉ ngơi. Ranh giới ấy mất đi, cơ thể luôn ở trong trạng thái trực chiến.',
          ],
        },
        {
          heading: 'Cuộc sống thành nguyên liệu',
          paragraphs: [
            'Bữa ăn, chuyến đi, cả nỗi buồn đều bị hỏi có quay được không. Đến một lúc, người ta quên cách sống mà không có khán giả.',
          ],
        },
      ],
    },
    {
      heading: 'Nhận ra tín hiệu sớm',
      paragraphs: ['Cơ thể thường lên tiếng trước khi tâm trí chịu thừa nhận.'],
      subsections: [
        {
          heading: 'Mất hứng với điều từng yêu',
          spoiltMarker: 'Một.',
          paragraphs: [
            'Món ăn từng thích giờ chỉ còn là đề tài. Trò chuyện với bạn bè mà đầu óc chỉ nghĩ tiêu đề.',
          ],
        },
        {
          heading: 'Cáu gắt với bình luận',
          paragraphs: [
            'Một câu góp ý nhẹ cũng khiến tim đập nhanh cả buổi. Đó là lúc nên nhờ người khác đọc giúp.',
          ],
        },
        {
          heading: 'Đau không rõ nguyên do',
          spoiltMarker: 'khoảng',
          paragraphs: [
            'Mỏi vai, đau dạ dày, mất ngủ kéo dài hơn hai tuần cần được bác sĩ xem, không phải được cà phê chữa.',
          ],
        },
      ],
    },
    {
      heading: 'Sắp xếp lại công việc',
      paragraphs: ['Nghỉ ngơi không phải phần thưởng sau khi xong việc; nó là một phần của việc.'],
      subsections: [
        {
          heading: 'Mùa vụ thay cho hằng ngày',
          paragraphs: [
            'Làm theo mùa: tám tuần đăng đều, hai tuần im lặng có báo trước. Khán giả quen dần và chờ đợi.',
          ],
        },
        {
          heading: 'Chia bớt vai',
          paragraphs: [
            'Thuê người dựng phim hay trực bình luận vài giờ mỗi tuần, bắt đầu từ việc khiến mình mệt nhất.',
          ],
        },
        {
          heading: 'Đa dạng thu nhập',
          paragraphs: [
            'Khi tiền nhà không phụ thuộc vào video tối nay, nỗi sợ thuật toán nhỏ lại rất nhiều.',
          ],
        },
      ],
    },
    {
      heading: 'Nhãn hàng và khán giả giúp được gì',
      paragraphs: [
        'Một nhãn hàng cho thêm ba ngày làm bài nhận về nội dung tốt hơn hẳn. Một khán giả nhắn "nghỉ khỏe rồi quay lại nhé" có sức mạnh bất ngờ.',
        'Tôi tin rằng cộng đồng nào biết chờ đợi sẽ được nghe những câu chuyện hay nhất.',
      ],
      subsections: [],
    },
  ],
  conclusion: [
    'Người sáng tạo không phải chiếc máy ép ý tưởng. Giữ lại một phần đời không lên hình, lắng nghe cơ thể, làm việc theo mùa và dám nhờ giúp đỡ là những kỹ năng nghề nghiệp thực thụ. Nghề này dài, và người về đích thường là người biết dừng chân uống nước.',
  ],
}
