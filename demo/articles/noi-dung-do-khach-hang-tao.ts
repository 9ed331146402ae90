/** Demo article: content made by customers. */

import type { DemoArticle } from '../article.ts'

export const noiDungDoKhachHangTao: DemoArticle = {
  slug: 'noi-dung-do-khach-hang-tao',
  title: 'Nội dung do khách hàng tạo: kho báu nằm ngay trong hộp thư',
  lead: 'Trong lúc đội tiếp thị đau đầu tìm ý tưởng, khách hàng vẫn đều đặn gửi ảnh, quay phim, viết lời cảm ơn. Phần lớn những món quà ấy nằm im trong hộp thư và không bao giờ được dùng đến.',
  leadRepeat: 'alone',
  published: '2026-06-12T08:20',
  views: 366,
  featured: false,
  tags: ['UGC', 'Cộng đồng', 'Nội dung'],
  related: [
    'review-that-review-gia',
    'quan-tri-cong-dong-thuong-hieu',
    'nhan-vien-ke-chuyen-thuong-hieu',
    'thu-cung-thanh-ngoi-sao-mang',
  ],
  intro: [
    'Nội dung do người dùng tạo có sức thuyết phục riêng vì nó không được viết ra để thuyết phục. Làm thế nào để thu nhặt, xin phép và dùng nó một cách tử tế?',
  ],
  sections: [
    {
      heading: 'Khơi nguồn',
      paragraphs: ['Khách sẵn lòng chia sẻ khi được gợi ý đúng lúc và thấy việc ấy dễ làm.'],
      subsections: [
        {
          heading: 'Tấm thiệp trong hộp hàng',
          paragraphs: [
            'Một câu hỏi vui kèm mã quét hiệu quả hơn dòng chữ "hãy đánh giá năm sao". Hỏi về khoảnh khắc mở hộp, đừng hỏi về chất lượng.',
          ],
        },
        {
          heading: 'Thử thách nhỏ',
          paragraphs: [
            'Mỗi tháng một chủ đề: góc bàn làm việc, bữa sáng vội, chuyến đi gần. Phần thưởng nên gắn với sản phẩm để thu hút đúng người.',
          ],
        },
      ],
    },
    {
      heading: 'Thu gom và xin phép',
      paragraphs: ['Một tấm ảnh đăng công khai vẫn thuộc về người chụp.'],
      subsections: [
        {
          heading: 'Hỏi trước khi dùng',
          paragraphs: [
            'Nhắn một câu rõ ràng: muốn dùng ảnh nào, ở đâu, có ghi tên hay không. Lưu lại câu trả lời đồng ý.',
          ],
        },
        {
          heading: 'Tôn trọng người trong ảnh',
          paragraphs: [
            'Ảnh có trẻ em hay người đi cùng cần sự đồng ý của cả họ. Khi còn nghi ngờ, hãy chọn tấm khác.',
          ],
        },
        {
          heading: 'Ghi công',
          paragraphs: [
            'Tên người gửi đặt ngay dưới ảnh, không giấu trong phần bình luận. Được nhắc tên là phần thưởng mà nhiều người thích nhất.',
          ],
        },
      ],
    },
    {
      heading: 'Biên tập mà không đánh bóng',
      paragraphs: [
        'Sự vụng về là lý do nội dung này đáng tin. Chỉ nên cắt ngắn, chỉnh sáng nhẹ và thêm phụ đề. Đừng lồng nhạc hoành tráng hay sửa lỗi nói vấp, bởi người xem cần nghe thấy một con người.',
        'Một nhãn hàng đồ gia dụng từng quay lại y hệt đoạn phim của khách với diễn viên chuyên nghiệp. Bản đẹp hơn nhận được ít đơn hơn bản gốc bảy lần.',
      ],
      subsections: [],
    },
    {
      heading: 'Đưa vào hành trình mua',
      paragraphs: [],
      subsections: [
        {
          heading: 'Trang sản phẩm',
          paragraphs: [
            'Ảnh thật đặt ngay dưới ảnh mẫu, có ghi chiều cao cân nặng với đồ mặc, loại da với mỹ phẩm.',
          ],
        },
        {
          heading: 'Thư nhắc giỏ hàng',
          paragraphs: [
            'Thay vì giảm giá, hãy gửi câu chuyện của một khách từng phân vân giống họ.',
          ],
        },
        {
          heading: 'Góc cửa hàng',
          paragraphs: [
            'Một bức tường dán ảnh khách quen khiến người mới bước vào thấy mình được chào đón.',
          ],
        },
      ],
    },
  ],
  conclusion: [
    'Kho báu không cần đào sâu, chỉ cần người chịu mở hộp thư mỗi sáng. Khơi gợi chân thành, xin phép đàng hoàng, giữ nguyên nét mộc và trả ơn xứng đáng, khách hàng sẽ còn kể mãi câu chuyện của họ, và cũng là của bạn.',
  ],
}
