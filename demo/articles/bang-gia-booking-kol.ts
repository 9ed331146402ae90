/** Demo article: reading a KOL's rate card. */

import type { DemoArticle } from '../article.ts'

export const bangGiaBookingKol: DemoArticle = {
  slug: 'bang-gia-booking-kol',
  title: 'Đọc bảng giá booking KOL sao cho khỏi hớ',
  lead: 'Cùng một KOL, hai nhãn hàng nhận về hai báo giá chênh nhau gần gấp đôi. Bảng giá booking không phải thực đơn nhà hàng, nó là điểm khởi đầu của một cuộc trò chuyện.',
  leadRepeat: 'joined',
  published: '2026-10-19T09:05',
  views: 1960,
  featured: true,
  tags: ['Booking', 'KOL', 'Ngân sách'],
  related: [
    'review-that-review-gia',
    'chuyen-gia-lam-nguoi-anh-huong',
    'minh-bach-khi-dang-bai-quang-cao',
    'mua-sale-ngay-doi',
  ],
  intro: ['Hiểu từng dòng trong báo giá, bạn sẽ biết chỗ nào có thể bớt, chỗ nào nên trả thêm.'],
  sections: [
    {
      heading: 'Những gì nằm trong một báo giá',
      paragraphs: ['Một báo giá đầy đủ thường gồm nhiều lớp chồng lên nhau.'],
      subsections: [
        {
          heading: 'Phí sáng tạo',
          spoiltMarker: 'Một.',
          paragraphs: [
            'Tiền cho ý tưởng, kịch bản, quay dựng. Phần này phụ thuộc độ khó chứ không phụ thuộc lượng người theo dõi.',
          ],
        },
        {
          heading: 'Phí lan tỏa',
          paragraphs: [
            'Tiền cho sự hiện diện trên kênh. Hãy xin số liệu ba mươi ngày gần nhất thay vì nhìn bài nổi nhất năm ngoái.',
          ],
        },
        {
          heading: 'Phí sử dụng hình ảnh',
          paragraphs: [
            'Muốn cắt video để chạy quảng cáo phải trả thêm theo tháng. Nhiều người quên dòng này rồi giật mình khi nhận hóa đơn.',
          ],
        },
        {
          heading: 'Phí độc quyền',
          paragraphs: [
            'Yêu cầu KOL không nhận đối thủ trong ba tháng nghĩa là mua luôn thu nhập họ bỏ lỡ.',
          ],
        },
        {
          heading: 'Phí phát sinh',
          spoiltMarker: 'nghĩa là',
          paragraphs: [
            'Đi tỉnh, thuê trang phục, quay lại vì đổi ý. Nên chốt trần chi phí ngay trong hợp đồng.',
          ],
        },
      ],
    },
    {
      heading: 'Vì sao giá mỗi mùa mỗi khác',
      paragraphs: [
        'Cuối năm là mùa cao điểm, lịch kín và giá tăng. Tháng hai và tháng bảy thường dễ thương lượng hơn. Nếu chiến dịch không gắn với dịp lễ, dời hai tuần có thể tiết kiệm cả chục triệu đồng.',
        'Tôi thường khuyên các bạn mới làm nghề hỏi thêm một câu: nếu linh hoạt ngày đăng thì mức phí thay đổi thế nào. Câu hỏi ấy hiếm khi bị từ chối.',
      ],
      subsections: [],
    },
    {
      heading: 'Mặc cả mà không mất lòng',
      paragraphs: [],
      subsections: [
        {
          heading: 'Đổi tiền lấy tự do',
          paragraphs: [
            'Cho KOL quyền chọn cách kể, bạn có thể nhận mức phí mềm hơn. Ai cũng thích làm điều mình tin.',
          ],
        },
        {
          heading: 'Gộp dài hạn',
          paragraphs: [
            'Hợp tác sáu bài trong nửa năm có lợi cho đôi bên hơn sáu lần gặp riêng lẻ.',
          ],
        },
        {
          heading: 'Trả đúng hẹn',
          paragraphs: [
            'Nhãn hàng thanh toán nhanh luôn được xếp lịch trước. Uy tín cũng là một loại tiền.',
          ],
        },
      ],
    },
    {
      heading: 'Dấu hiệu của một báo giá đáng ngờ',
      paragraphs: [],
      subsections: [
        {
          heading: 'Số liệu không có ngày',
          paragraphs: ['Ảnh chụp màn hình không ghi thời gian có thể là chuyện của ba năm trước.'],
        },
        {
          heading: 'Cam kết doanh số',
          paragraphs: [
            'Người ảnh hưởng có thể cam kết công sức, khó ai cam kết được đơn hàng. Lời hứa càng chắc nịch càng cần kiểm chứng.',
          ],
        },
        {
          heading: 'Giá rẻ bất thường',
          paragraphs: [
            'Mức phí bằng một phần ba thị trường đôi khi đi kèm lượng theo dõi mua từ trang trại bấm thích.',
          ],
        },
      ],
    },
  ],
  conclusion: [
    'Bảng giá chỉ là bề mặt của một mối quan hệ. Đọc kỹ từng lớp, chọn đúng mùa, thương lượng bằng sự tôn trọng và kiểm chứng bằng số liệu có ngày tháng. Khi ấy, con số cuối cùng dù cao hay thấp đều là con số bạn hiểu rõ.',
  ],
}
