/** Demo article: nine clauses that a KOL contract needs. */

import type { DemoArticle } from '../article.ts'

export const chinDieuKhoanHopDongKol: DemoArticle = {
  slug: 'chin-dieu-khoan-hop-dong-kol',
  title: 'Chín Điều Khoản Không Thể Thiếu Trong Hợp Đồng Với KOL',
  lead: 'Phần lớn tranh chấp giữa nhãn hàng và người ảnh hưởng đều bắt nguồn từ một câu chưa kịp viết ra giấy. Hợp đồng rõ ràng giúp đôi bên giữ được cả tiền bạc lẫn tình cảm.',
  leadRepeat: 'alone',
  published: '2026-05-20T10:05',
  views: 542,
  featured: false,
  tags: ['Hợp đồng', 'KOL', 'Pháp lý'],
  related: [
    'gan-nhan-quang-cao-minh-bach',
    'xu-ly-khung-hoang-dai-su-thuong-hieu',
    'kol-va-koc-khac-nhau-o-dau',
    'nguoi-anh-huong-ao',
  ],
  intro: [
    'Chúng tôi tổng hợp kinh nghiệm của các đội pháp chế và quản lý nghệ sĩ thành một danh sách ngắn, sắp theo thứ tự nên bàn với nhau trong buổi gặp đầu tiên.',
  ],
  sections: [
    {
      heading: 'Vì sao tin nhắn không đủ thay hợp đồng',
      paragraphs: [
        'Nhiều thương vụ được chốt chỉ bằng vài dòng trò chuyện. Khi mọi thứ êm đẹp, cách làm ấy nhanh và thân tình. Khi bài đăng trễ hạn hoặc sản phẩm gặp lỗi, chẳng ai còn nhớ mình đã hứa gì.',
        'Một bản thỏa thuận dài bốn trang, viết bằng lời dễ hiểu, đủ để cả hai yên tâm sáng tạo. Nó không thể hiện sự nghi ngờ; nó thể hiện sự nghiêm túc.',
      ],
      subsections: [],
    },
    {
      heading: 'Chín điều khoản cần có',
      paragraphs: ['Danh sách sau đây có thể dùng như bảng kiểm khi soạn thảo.'],
      subsections: [
        {
          heading: 'Phạm vi công việc',
          spoiltMarker: 'Một.',
          paragraphs: [
            'Ghi rõ số bài, số video, độ dài, nền tảng, kèm mô tả sản phẩm cuối cùng trông như thế nào. Cụm từ "một vài bài" là mầm mống của mọi cuộc cãi vã.',
          ],
        },
        {
          heading: 'Thời hạn và lịch đăng',
          paragraphs: [
            'Nêu ngày nộp bản nháp, ngày duyệt, ngày đăng và khoảng thời gian bài phải được giữ công khai.',
          ],
        },
        {
          heading: 'Quy trình duyệt nội dung',
          spoiltMarker: 'khoảng',
          paragraphs: [
            'Quy định tối đa hai vòng sửa, mỗi vòng bao nhiêu giờ, ai có quyền quyết định cuối cùng nếu ý kiến khác nhau.',
          ],
        },
        {
          heading: 'Thù lao và thanh toán',
          paragraphs: [
            'Chia thành các đợt gắn với mốc nghiệm thu, nói rõ thuế do bên nào khấu trừ và xử lý ra sao khi thanh toán chậm.',
          ],
        },
        {
          heading: 'Quyền sử dụng hình ảnh',
          spoiltMarker: 'nghĩa là',
          paragraphs: [
            'Nhãn hàng được dùng hình ảnh ở đâu, trong bao lâu, có được chạy quảng cáo trả phí hay không. Mỗi quyền cộng thêm nên đi kèm một khoản phí riêng.',
          ],
        },
        {
          heading: 'Độc quyền ngành hàng',
          paragraphs: [
            'Liệt kê tên đối thủ thay vì viết chung chung, đồng thời giới hạn thời gian để người sáng tạo vẫn có đường làm nghề.',
          ],
        },
        {
          heading: 'Gắn nhãn quảng cáo',
          paragraphs: [
            'Hai bên cam kết ghi chú rõ đây là nội dung hợp tác. Trách nhiệm pháp lý khi thiếu nhãn cần được chia ngay từ đầu.',
          ],
        },
        {
          heading: 'Ứng xử và danh tiếng',
          paragraphs: [
            'Điều khoản đạo đức phải áp dụng hai chiều: người ảnh hưởng giữ hình ảnh, nhãn hàng bảo đảm sản phẩm đúng như công bố.',
          ],
        },
        {
          heading: 'Chấm dứt và bồi thường',
          spoiltMarker: 'Tôi.',
          paragraphs: [
            'Xác định các tình huống được dừng hợp tác, mức hoàn tiền và cách thông báo với công chúng để không bên nào bị bất ngờ.',
          ],
        },
      ],
    },
    {
      heading: 'Mẹo đàm phán để đôi bên cùng thoải mái',
      paragraphs: [],
      subsections: [
        {
          heading: 'Bắt đầu từ điều dễ đồng thuận',
          paragraphs: [
            'Thống nhất lịch đăng và hình thức nội dung trước sẽ tạo đà cho những phần nhạy cảm như tiền bạc hay độc quyền.',
          ],
        },
        {
          heading: 'Để người sáng tạo đọc lại bằng lời của mình',
          paragraphs: [
            'Hãy mời KOL kể lại các cam kết theo cách họ hiểu. Chỗ nào kể lệch là chỗ câu chữ cần sửa.',
          ],
        },
      ],
    },
  ],
  conclusion: [
    'Chín điều khoản trên không biến mối quan hệ thành lạnh lùng. Ngược lại, chúng dọn sạch những hiểu lầm để hai bên dồn sức cho nội dung. Hãy coi hợp đồng như kịch bản chung: càng rõ vai, vở diễn càng hay.',
  ],
}
