/** Demo article: planning a Tết campaign. */

import type { DemoArticle } from '../article.ts'

export const chienDichTetCuaThuongHieu: DemoArticle = {
  slug: 'chien-dich-tet-cua-thuong-hieu',
  title: 'Chiến Dịch Tết: Làm Sao Để Câu Chuyện Đoàn Viên Không Bị Nhàm',
  lead: 'Năm nào cũng có bữa cơm tất niên, chuyến xe về quê và giọt nước mắt của mẹ. Khi cả trăm nhãn hàng cùng kể một câu chuyện, khán giả chỉ nhớ được cảm xúc mà quên mất ai là người kể.',
  leadRepeat: 'joined',
  published: '2025-12-28T09:10',
  views: 1580,
  featured: true,
  tags: ['Tết', 'Chiến dịch', 'Thương hiệu'],
  related: [
    'kich-ban-livestream-ban-hang',
    'ba-giay-dau-cua-video-ngan',
    'quan-tri-cong-dong-thuong-hieu',
    'kol-va-koc-khac-nhau-o-dau',
  ],
  intro: [
    'Vậy làm thế nào để vẫn nói về gia đình mà không giống bất kỳ ai? Câu trả lời nằm ở khâu chọn lát cắt, chọn thời điểm và chọn người đồng hành.',
  ],
  sections: [
    {
      heading: 'Tìm lát cắt riêng của đoàn viên',
      paragraphs: [
        'Đoàn viên có hàng trăm hình dạng. Thương hiệu chỉ cần một hình dạng mà mình có quyền kể.',
      ],
      subsections: [
        {
          heading: 'Bắt đầu từ sản phẩm',
          paragraphs: [
            'Một hãng nước mắm có thể kể chuyện mâm cơm, nhưng một hãng pin sẽ hợp hơn với chiếc đồng hồ treo tường của ông nội chạy lại sau nhiều năm đứng im.',
          ],
        },
        {
          heading: 'Lắng nghe những người không về',
          paragraphs: [
            'Người trực ca, cô y tá, anh tài xế giao hàng đêm giao thừa cũng có cái Tết của họ. Kể về họ bằng sự tôn trọng, đừng kể bằng lòng thương hại.',
          ],
        },
        {
          heading: 'Cho phép tiếng cười',
          paragraphs: [
            'Sau một năm dài, người xem thèm được cười. Chuyện lì xì, chuyện bị hỏi lương, chuyện dọn nhà đều là chất liệu dễ đồng cảm.',
          ],
        },
      ],
    },
    {
      heading: 'Lịch triển khai theo mùa',
      paragraphs: [],
      subsections: [
        {
          heading: 'Trước rằm tháng Chạp',
          paragraphs: [
            'Đây là lúc gieo hình ảnh: phim ngắn, bài hát, bộ quà. Ngân sách dồn vào giai đoạn này thường rẻ hơn sát Tết.',
          ],
        },
        {
          heading: 'Từ hai mươi ba tháng Chạp đến giao thừa',
          paragraphs: [
            'Người dùng lên mạng ít dần vì bận dọn dẹp và di chuyển, nhưng nhu cầu mua quà lại gấp gáp. Nội dung nên ngắn, thiết thực, kèm cam kết giao hàng rõ ràng.',
          ],
        },
        {
          heading: 'Ba ngày đầu năm',
          paragraphs: [
            'Tránh bán hàng. Hãy chúc Tết, đăng ảnh khách gửi về và để cộng đồng trò chuyện với nhau.',
          ],
        },
      ],
    },
    {
      heading: 'Chọn người đồng hành',
      paragraphs: [
        'Gương mặt quen thuộc mang lại độ phủ, song khách hàng thật mới mang lại độ tin. Một chương trình mời gia đình khách hàng quay lại khoảnh khắc của chính họ có thể cho ra cả nghìn thước phim với chi phí bằng một ngày quay chuyên nghiệp.',
        'Khi mời nghệ sĩ, nên hỏi họ đã nhận bao nhiêu nhãn hàng mùa này. Khán giả thuộc mặt diễn viên đến mức chỉ cần bật tivi mười phút là gặp ba phiên bản của cùng một người con hiếu thảo.',
      ],
      subsections: [],
    },
    {
      heading: 'Những sai lầm lặp lại mỗi năm',
      paragraphs: [],
      subsections: [
        {
          heading: 'Sai phong tục vùng miền',
          paragraphs: [
            'Bánh chưng hay bánh tét, hoa đào hay mai vàng, lời chúc của miền nào là của miền đó. Một chi tiết đặt nhầm chỗ đủ làm hỏng cả bộ phim đẹp.',
          ],
        },
        {
          heading: 'Quên kênh bán',
          paragraphs: [
            'Phim lên sóng rầm rộ nhưng gian hàng hết quà, tổng đài nghỉ sớm. Cảm xúc không có nơi chuyển thành hành động sẽ nguội rất nhanh.',
          ],
        },
      ],
    },
  ],
  conclusion: [
    'Tết không thiếu câu chuyện, chỉ thiếu người chịu khó nhìn kỹ. Chọn một lát cắt thật, kể bằng giọng của mình, tôn trọng nhịp sống của mùa lễ và chuẩn bị hậu cần chu đáo. Khán giả sẽ tự tìm ra ai là người đã nói hộ lòng họ.',
  ],
}
