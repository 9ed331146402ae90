/** Demo article: looking after a brand's community group. */

import type { DemoArticle } from '../article.ts'

export const quanTriCongDongThuongHieu: DemoArticle = {
  slug: 'quan-tri-cong-dong-thuong-hieu',
  title: 'Quản Trị Cộng Đồng Thương Hiệu: Giữ Lửa Cho Một Nhóm Mười Nghìn Người',
  lead: 'Lập một nhóm trên mạng xã hội chỉ mất năm phút, giữ cho nhóm ấy còn ấm sau một năm mới là chuyện khó. Cộng đồng không lớn lên nhờ quảng cáo mà nhờ những cuộc trò chuyện khiến người ta muốn quay lại.',
  leadRepeat: 'joined',
  published: '2026-01-15T10:12',
  views: 655,
  featured: false,
  tags: ['Cộng đồng', 'Thương hiệu'],
  related: [
    'nguoi-anh-huong-nho-suc-keo-lon',
    'xu-ly-khung-hoang-dai-su-thuong-hieu',
    'chien-dich-tet-cua-thuong-hieu',
    'kol-va-koc-khac-nhau-o-dau',
  ],
  intro: [
    'Bài viết gợi ý cách đặt luật chơi, nuôi nội dung và chăm sóc đội điều hành để nhóm không biến thành một bảng tin rao vặt.',
  ],
  sections: [
    {
      heading: 'Xác định lý do tồn tại',
      paragraphs: [
        'Thành viên không gia nhập vì logo. Họ gia nhập vì muốn giỏi hơn một kỹ năng, bớt cô đơn trong một sở thích hoặc được người cùng cảnh thấu hiểu.',
      ],
      subsections: [
        {
          heading: 'Một câu tuyên ngôn',
          paragraphs: [
            'Hãy viết được câu "nhóm này giúp ai làm được điều gì". Nếu câu ấy chứa tên sản phẩm, khả năng cao là bạn đang lập một kênh bán hàng chứ chưa phải cộng đồng.',
          ],
        },
        {
          heading: 'Chân dung thành viên đầu tiên',
          paragraphs: [
            'Một trăm người đầu tiên quyết định giọng điệu của mười nghìn người sau. Mời từng người, gọi tên từng người, hỏi họ mong gì.',
          ],
        },
      ],
    },
    {
      heading: 'Luật chơi rõ ràng',
      paragraphs: ['Luật ngắn thì dễ nhớ, luật có lý do thì dễ theo.'],
      subsections: [
        {
          heading: 'Điều được khuyến khích',
          spoiltMarker: 'Một.',
          paragraphs: [
            'Khoe thành quả, hỏi khi bí, cảm ơn người giúp. Ghim một bài mẫu để người mới bắt chước.',
          ],
        },
        {
          heading: 'Điều bị nhắc nhở',
          paragraphs: [
            'Đăng trùng, lạc đề, tranh cãi kéo dài. Nhắc riêng trước, nhắc công khai sau.',
          ],
        },
        {
          heading: 'Điều bị mời ra',
          paragraphs: [
            'Xúc phạm, lừa đảo, phát tán thông tin cá nhân của người khác. Quyết định nhanh và giải thích một lần.',
          ],
        },
      ],
    },
    {
      heading: 'Nhịp nội dung hằng tuần',
      paragraphs: [
        'Lịch cố định giúp thành viên hình thành thói quen. Thứ hai đặt mục tiêu, thứ tư hỏi đáp cùng chuyên gia, thứ sáu khoe kết quả, chủ nhật kể chuyện ngoài lề.',
        'Khoảng một nửa bài viết nên đến từ thành viên. Khi tỷ lệ này giảm, hãy bớt đăng và tăng đặt câu hỏi.',
      ],
      subsections: [],
    },
    {
      heading: 'Chăm sóc đội điều hành',
      paragraphs: [],
      subsections: [
        {
          heading: 'Tuyển từ người nhiệt tình',
          paragraphs: [
            'Người hay giúp đỡ là ứng viên tốt hơn người hay góp mặt. Giao cho họ một mảng nhỏ trước khi trao quyền rộng.',
          ],
        },
        {
          heading: 'Chia ca, chia việc',
          paragraphs: [
            'Mỗi người trực hai buổi tối một tuần là vừa sức. Kiệt sức của người điều hành luôn lan sang không khí của cả nhóm.',
          ],
        },
        {
          heading: 'Ghi nhận công lao',
          paragraphs: [
            'Một món quà viết tay, một buổi gặp mặt, một dòng cảm ơn ghim đầu nhóm có sức giữ chân hơn khoản phụ cấp tượng trưng.',
          ],
        },
      ],
    },
  ],
  conclusion: [
    'Cộng đồng bền vững giống một khu vườn hơn một sân khấu. Người làm thương hiệu gieo lý do, dựng hàng rào luật lệ, tưới đều bằng nhịp nội dung và biết ơn những người cùng chăm. Lợi ích kinh doanh sẽ đến như quả ngọt, không hối thúc mà cũng chẳng vắng mặt.',
  ],
}
