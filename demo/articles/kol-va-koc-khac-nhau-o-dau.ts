/** Demo article: how a KOL differs from a KOC. */

import type { DemoArticle } from '../article.ts'

export const kolVaKocKhacNhauODau: DemoArticle = {
  slug: 'kol-va-koc-khac-nhau-o-dau',
  title: 'KOL Và KOC Khác Nhau Ở Đâu Khi Thương Hiệu Chọn Mặt Gửi Vàng',
  lead: 'Cùng nhận lời giới thiệu một sản phẩm, nhưng KOL và KOC tác động đến người mua theo hai con đường rất khác nhau. Nhầm lẫn giữa hai vai trò này là lý do phổ biến khiến ngân sách tiếp thị trôi đi mà doanh số vẫn đứng yên.',
  leadRepeat: 'joined',
  published: '2026-09-14T08:42',
  views: 1274,
  featured: true,
  tags: ['KOL', 'KOC', 'Chiến lược'],
  related: [
    'nguoi-anh-huong-nho-suc-keo-lon',
    'do-luong-chien-dich-nguoi-anh-huong',
    'chin-dieu-khoan-hop-dong-kol',
    'gan-nhan-quang-cao-minh-bach',
  ],
  intro: [
    'Bài viết này đặt hai khái niệm cạnh nhau, so sánh qua từng giai đoạn của hành trình mua hàng và gợi ý cách phối hợp để mỗi bên làm đúng việc mình giỏi nhất.',
  ],
  sections: [
    {
      heading: 'Hiểu đúng về hai vai trò',
      paragraphs: [
        'Ranh giới giữa hai nhóm không nằm ở số người theo dõi mà ở lý do khiến công chúng lắng nghe họ.',
      ],
      subsections: [
        {
          heading: 'KOL: tiếng nói có chuyên môn',
          paragraphs: [
            'KOL được tin vì họ giỏi một lĩnh vực: bác sĩ da liễu nói về chống nắng, đầu bếp nói về nồi chiên, huấn luyện viên nói về giày chạy. Người xem tìm đến họ để học hỏi trước, rồi mới nghĩ đến chuyện mua sắm.',
          ],
        },
        {
          heading: 'KOC: người tiêu dùng biết kể chuyện',
          paragraphs: [
            'KOC bỏ tiền mua, dùng thử và thuật lại trải nghiệm bằng giọng của một người bạn. **Sự đời thường chính là vốn liếng của họ.** Một đoạn phim quay trong phòng tắm, ánh sáng chưa đẹp, đôi khi bán được nhiều hơn một bộ ảnh chụp trong phòng thu.',
          ],
        },
      ],
    },
    {
      heading: 'Tác động lên hành trình mua hàng',
      paragraphs: [],
      subsections: [
        {
          heading: 'Giai đoạn nhận biết',
          spoiltMarker: 'Một.',
          paragraphs: [
            'Khi cần cả thị trường biết đến một cái tên mới, sức lan tỏa của KOL gần như không thể thay thế. Một lần xuất hiện đúng chỗ có thể tạo ra hàng nghìn lượt tìm kiếm chỉ trong buổi tối.',
          ],
        },
        {
          heading: 'Giai đoạn cân nhắc',
          paragraphs: [
            'Người mua bắt đầu gõ tên sản phẩm kèm chữ "có tốt không". Lúc này các bài đánh giá của KOC phủ kín trang kết quả sẽ quyết định giỏ hàng đầy lên hay bị bỏ lại.',
          ],
        },
        {
          heading: 'Giai đoạn sau mua',
          paragraphs: [
            'Khách đã mua thường quay lại phần bình luận của KOC để hỏi cách dùng. Thương hiệu nên coi đây là kênh chăm sóc khách hàng và cử người trực cùng.',
          ],
        },
      ],
    },
    {
      heading: 'Chi phí và cách trả công',
      paragraphs: [
        'Thù lao của KOL thường tính theo bài đăng hoặc theo gói đại diện, còn KOC quen với hoa hồng trên từng đơn hàng. Trộn hai cách tính dễ dẫn tới bất mãn: KOL thấy bị mặc cả, KOC lại thấy mình gánh rủi ro thay nhãn hàng.',
        'Khoảng ba phần tư ngân sách thử nghiệm nên dành cho nhóm nhỏ, bởi nhóm này cho biết thông điệp nào chạm đúng nhu cầu trước khi nhãn hàng xuống tiền lớn.',
      ],
      subsections: [],
    },
    {
      heading: 'Phối hợp thế nào cho trọn vẹn',
      paragraphs: [],
      subsections: [
        {
          heading: 'Mở màn bằng uy tín',
          paragraphs: [
            'Để KOL đặt vấn đề, giải thích vì sao sản phẩm ra đời và ai nên dùng. Nội dung ở bước này càng ít mời gọi mua càng tốt.',
          ],
        },
        {
          heading: 'Nối tiếp bằng trải nghiệm',
          paragraphs: [
            'Trong hai tuần kế tiếp, nhiều KOC cùng trả lời những câu hỏi mà khán giả vừa đặt ra. Mỗi người chỉ nên nói về một khía cạnh họ thực sự trải qua.',
          ],
        },
        {
          heading: 'Khép lại bằng ưu đãi',
          paragraphs: [
            'Mã giảm giá, quà tặng kèm và phiên bán trực tiếp nên đến sau cùng, khi sự tò mò đã đủ chín để biến thành đơn hàng.',
          ],
        },
      ],
    },
  ],
  conclusion: [
    'KOL mở cánh cửa niềm tin, KOC dắt tay người mua bước qua. Doanh nghiệp không cần chọn một bỏ một; điều cần làm là giao đúng nhiệm vụ, trả công theo đúng bản chất công việc và đo từng chặng bằng thước đo riêng. Khi hai vai trò bổ sung cho nhau, câu chuyện về sản phẩm sẽ vừa đáng tin vừa gần gũi.',
  ],
}
