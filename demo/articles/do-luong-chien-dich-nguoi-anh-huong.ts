/** Demo article: metrics that tell whether an influencer campaign worked. */

import type { DemoArticle } from '../article.ts'

export const doLuongChienDichNguoiAnhHuong: DemoArticle = {
  slug: 'do-luong-chien-dich-nguoi-anh-huong',
  title: 'Đo Lường Chiến Dịch Người Ảnh Hưởng: Con Số Nào Đáng Tin',
  lead: 'Lượt thích tăng vọt chưa chắc là tin vui, và một bài đăng lặng lẽ chưa chắc là thất bại. Muốn biết chiến dịch với người ảnh hưởng có hiệu quả hay không, trước hết phải thống nhất sẽ nhìn vào con số nào.',
  leadRepeat: 'joined',
  published: '2026-07-08T14:20',
  views: 698,
  featured: false,
  tags: ['Đo lường', 'KOL', 'Chiến lược'],
  related: [
    'kol-va-koc-khac-nhau-o-dau',
    'tiep-thi-lien-ket-cho-nguoi-moi',
    'nguoi-anh-huong-nho-suc-keo-lon',
    'kich-ban-livestream-ban-hang',
  ],
  intro: [
    'Phần sau đây chia các chỉ số thành từng tầng, từ bề mặt đến doanh thu, để mỗi cuộc họp tổng kết bớt cảm tính hơn.',
  ],
  sections: [
    {
      heading: 'Tầng hiển thị: bao nhiêu người thật sự thấy',
      paragraphs: [],
      subsections: [
        {
          heading: 'Lượt tiếp cận',
          paragraphs: [
            'Tiếp cận đếm số người, hiển thị đếm số lần. Báo cáo trộn lẫn hai khái niệm thường làm kết quả đẹp lên gấp đôi mà không ai cố ý gian dối.',
          ],
        },
        {
          heading: 'Tỷ lệ xem hết',
          paragraphs: [
            'Với video, hãy hỏi bao nhiêu người còn ở lại khi sản phẩm xuất hiện. Nếu sản phẩm lên hình ở giây thứ bốn mươi còn đa số rời đi ở giây thứ tám, ngân sách đã mua một câu chuyện không có nhân vật chính.',
          ],
        },
      ],
    },
    {
      heading: 'Tầng tương tác: họ phản ứng ra sao',
      paragraphs: ['Không phải tương tác nào cũng đáng giá ngang nhau.'],
      subsections: [
        {
          heading: 'Bình luận có nội dung',
          paragraphs: [
            'Đọc một trăm bình luận ngẫu nhiên và xếp thành ba nhóm: hỏi mua, chia sẻ trải nghiệm, thả biểu tượng. Nhóm đầu tiên là chỉ dấu mạnh nhất của nhu cầu.',
          ],
        },
        {
          heading: 'Lưu và chia sẻ',
          paragraphs: [
            'Người ta bấm thích vì lịch sự nhưng bấm lưu vì định quay lại. Tỷ lệ lưu cao ở bài hướng dẫn báo hiệu doanh số sẽ đến chậm mà bền.',
          ],
        },
        {
          heading: 'Tăng trưởng tìm kiếm',
          paragraphs: [
            'Theo dõi lượng người gõ tên thương hiệu trong hai tuần sau khi bài lên sóng. Đây là chỉ số khó làm giả nhất mà lại miễn phí.',
          ],
        },
      ],
    },
    {
      heading: 'Tầng chuyển đổi: tiền đến từ đâu',
      paragraphs: [
        'Mã giảm giá riêng, đường dẫn gắn tham số và khảo sát ngắn ở bước thanh toán là ba công cụ bổ sung cho nhau. Mã bắt được người mua ngay, đường dẫn bắt được người so sánh, còn khảo sát bắt được người đã xem từ lâu nhưng hôm nay mới mua.',
      ],
      list: [
        'Mã riêng cho từng người ảnh hưởng, không dùng chung.',
        'Tham số thống nhất cách viết, ghi trong một bảng duy nhất.',
        'Câu hỏi khảo sát chỉ một dòng: bạn biết đến chúng tôi từ đâu.',
      ],
      subsections: [],
    },
    {
      heading: 'Những cái bẫy khi đọc báo cáo',
      paragraphs: [],
      subsections: [
        {
          heading: 'So sánh khác mùa',
          paragraphs: [
            'Đặt kết quả tháng mười một cạnh tháng bảy là so chợ Tết với chợ trưa. Hãy so với cùng kỳ, hoặc với nhóm khách không thấy chiến dịch.',
          ],
        },
        {
          heading: 'Bỏ quên chi phí ẩn',
          paragraphs: [
            'Tiền hàng gửi tặng, phí sản xuất, giờ công của đội duyệt bài đều phải tính vào mẫu số. Nghĩa là một hợp đồng rẻ vẫn có thể là chiến dịch đắt.',
          ],
        },
        {
          heading: 'Tin vào trung bình',
          paragraphs: [
            'Một bài bùng nổ kéo trung bình lên cao và che mất chín bài chìm nghỉm. Luôn xem trung vị bên cạnh.',
          ],
        },
      ],
    },
    {
      heading: 'Lập bảng theo dõi gọn trong một trang',
      paragraphs: [
        'Bảng tốt chỉ cần bốn cột: mục tiêu, chỉ số, ngưỡng chấp nhận, người chịu trách nhiệm. Khi chỉ số chạm ngưỡng dưới, người có tên trong cột cuối phải được quyền dừng hoặc đổi hướng mà không chờ hết tháng.',
      ],
      subsections: [],
    },
  ],
  conclusion: [
    'Đo lường không nhằm tìm người để trách, mà để lần sau chi tiền khôn ngoan hơn. Chọn ít chỉ số, giữ nguyên cách tính qua nhiều chiến dịch và luôn đọc con số cùng với bối cảnh của nó.',
  ],
}
