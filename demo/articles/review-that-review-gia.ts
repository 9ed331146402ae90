/** Demo article: telling honest reviews from bought ones. */

import type { DemoArticle } from '../article.ts'

export const reviewThatReviewGia: DemoArticle = {
  slug: 'review-that-review-gia',
  title: 'Review thật, review giả: sáu dấu hiệu người mua nên biết',
  lead: 'Năm sao, lời khen có cánh, ảnh chụp lung linh, và khi hàng về tay thì thất vọng. Review giả không chỉ làm người mua mất tiền mà còn kéo sập niềm tin dành cho những người đánh giá tử tế.',
  leadRepeat: 'joined',
  published: '2026-07-30T12:18',
  views: 843,
  featured: false,
  tags: ['Review', 'KOC', 'Người tiêu dùng'],
  related: [
    'bang-gia-booking-kol',
    'noi-dung-do-khach-hang-tao',
    'minh-bach-khi-dang-bai-quang-cao',
    'tiktok-shop-danh-cho-nguoi-ban-nho',
  ],
  intro: [
    'Bài này gom lại những dấu hiệu dễ nhận ra nhất, dành cho cả người mua lẫn người đang làm nội dung.',
  ],
  sections: [
    {
      heading: 'Nhìn vào lời văn',
      paragraphs: [
        'Người đã dùng thật thường nhớ chi tiết vụn vặt. Người viết theo đơn đặt hàng chỉ nhớ tên sản phẩm.',
      ],
      subsections: [
        {
          heading: 'Lời khen chung chung',
          paragraphs: [
            '"Rất tốt, sẽ ủng hộ tiếp" xuất hiện hai mươi lần là chuyện đáng nghi. Lời khen thật hay đi kèm hoàn cảnh: dùng ở đâu, với ai, trong bao lâu.',
          ],
        },
        {
          heading: 'Không một điểm trừ',
          paragraphs: [
            'Món đồ nào cũng có chỗ chưa ưng. Bài đánh giá không tìm ra nổi một nhược điểm có lẽ chưa từng mở hộp.',
          ],
        },
      ],
    },
    {
      heading: 'Nhìn vào thời gian',
      paragraphs: [],
      subsections: [
        {
          heading: 'Dồn dập trong một ngày',
          paragraphs: [
            'Hàng trăm đánh giá cùng đổ về sau nửa đêm thường là kết quả của một đợt đặt hàng loạt.',
          ],
        },
        {
          heading: 'Quá sớm so với công dụng',
          spoiltMarker: 'sinh.',
          paragraphs: [
            'Kem trị nám được khen hiệu quả sau hai ngày, sách dày năm trăm trang được khen hay sau ba giờ. Thời gian không biết nói dối.',
          ],
        },
      ],
    },
    {
      heading: 'Nhìn vào người viết',
      paragraphs: [],
      subsections: [
        {
          heading: 'Tài khoản trống',
          spoiltMarker: 'Một.',
          paragraphs: [
            'Không ảnh, không bài viết, chỉ toàn đánh giá năm sao cho những gian hàng không liên quan.',
          ],
        },
        {
          heading: 'Lịch sử lệch tông',
          paragraphs: [
            'Hôm qua khen máy khoan, hôm nay khen sữa bầu, ngày mai khen cám chim. Sở thích của con người hiếm khi rộng đến vậy.',
          ],
        },
      ],
    },
    {
      heading: 'Người làm nội dung nên làm gì',
      paragraphs: [
        'Nghĩa là ngoài việc tránh xa lời mời viết thuê, người sáng tạo còn có thể chủ động chứng minh mình trung thực.',
      ],
      subsections: [
        {
          heading: 'Cho xem hóa đơn',
          paragraphs: [
            'Che thông tin riêng, để lại ngày mua. Một hình ảnh nhỏ mà sức thuyết phục lớn.',
          ],
        },
        {
          heading: 'Quay cả lúc chê',
          paragraphs: [
            'Giữ lại đoạn sản phẩm trục trặc. Khán giả sẽ tin phần khen hơn khi đã thấy phần chê.',
          ],
        },
        {
          heading: 'Cập nhật sau thời gian dài',
          paragraphs: [
            'Bài đánh giá thứ hai sau nửa năm gần như không ai thuê, vì vậy càng đáng tin.',
          ],
        },
      ],
    },
    {
      heading: 'Nhãn hàng cũng có phần',
      paragraphs: [
        'Mua đánh giá giả giống như pha nước vào xăng: xe vẫn chạy thêm một đoạn rồi hỏng máy. Thay vào đó, hãy mời khách thật kể chuyện, trả lời công khai những lời chê và sửa đúng điều bị chê.',
        'Một cửa hàng giày ở Đà Nẵng ghim bài phàn nàn gay gắt nhất lên đầu trang kèm cách họ khắc phục. Doanh số tháng ấy không giảm mà tăng.',
      ],
      subsections: [],
    },
  ],
  conclusion: [
    'Review là lời người đi trước nhắn người đi sau. Người mua cần chậm lại một nhịp để quan sát, người viết cần giữ lấy sự trung thực, còn nhãn hàng cần đủ can đảm để nghe lời khó nghe. Cả ba cùng góp thì chợ mới còn đông.',
  ],
}
