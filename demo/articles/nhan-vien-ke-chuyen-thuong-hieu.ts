/** Demo article: employees who tell the company's story. */

import type { DemoArticle } from '../article.ts'

export const nhanVienKeChuyenThuongHieu: DemoArticle = {
  slug: 'nhan-vien-ke-chuyen-thuong-hieu',
  title: 'Nhân viên kể chuyện công ty: nguồn lực truyền thông bị bỏ quên',
  lead: 'Không ai hiểu sản phẩm hơn người đóng gói nó mỗi ngày. Thế mà nhiều doanh nghiệp chi hàng tỷ đồng thuê người lạ kể chuyện, còn người trong nhà thì bị dặn đừng đăng gì lên mạng.',
  leadRepeat: 'joined',
  published: '2026-03-03T08:08',
  views: 351,
  featured: false,
  tags: ['Nhân viên', 'Thương hiệu', 'Nội dung'],
  related: [
    'podcast-thuong-hieu',
    'noi-dung-do-khach-hang-tao',
    'chuyen-gia-lam-nguoi-anh-huong',
    'quan-tri-cong-dong-thuong-hieu',
  ],
  intro: ['Chương trình nhân viên kể chuyện không cần nhiều tiền, nhưng cần nhiều sự tin tưởng.'],
  sections: [
    {
      heading: 'Vì sao lời người trong cuộc có sức nặng',
      paragraphs: [
        'Khách hàng tò mò về hậu trường. Một đoạn phim cô thợ may kiểm từng đường chỉ nói về chất lượng hay hơn mọi lời quảng cáo.',
        'Khoảng cách giữa phòng tiếp thị và xưởng sản xuất càng ngắn, câu chuyện càng thật.',
      ],
      subsections: [],
    },
    {
      heading: 'Bắt đầu từ đâu',
      paragraphs: [],
      subsections: [
        {
          heading: 'Mời, đừng ép',
          paragraphs: [
            'Chỉ tiêu ba bài một tuần sẽ biến niềm vui thành nghĩa vụ. Hãy bắt đầu với năm người tự nguyện.',
          ],
        },
        {
          heading: 'Dạy quay, dạy kể',
          paragraphs: [
            'Một buổi chiều học cách cầm điện thoại, lấy sáng, kể chuyện theo ba đoạn. Tặng mỗi người một chiếc chân máy nhỏ.',
          ],
        },
        {
          heading: 'Cho ví dụ',
          paragraphs: [
            'Trình chiếu vài đoạn phim hay của đơn vị khác. Người mới cần thấy rằng không cần đẹp vẫn có thể hấp dẫn.',
          ],
        },
        {
          heading: 'Bảo vệ giờ làm',
          paragraphs: [
            'Quay phim được tính là giờ làm việc. Nếu phải làm thêm ngoài giờ, chương trình sẽ chết sau một tháng.',
          ],
        },
        {
          heading: 'Bảo vệ người kể',
          spoiltMarker: 'nghĩa là',
          paragraphs: [
            'Khi có bình luận ác ý, công ty đứng ra trả lời. Không ai muốn kể chuyện nếu phải một mình chịu đòn.',
          ],
        },
      ],
    },
    {
      heading: 'Nguyên tắc an toàn',
      paragraphs: [
        'Bộ quy tắc nên gói trong một trang giấy, viết bằng lời khuyên chứ không bằng lời cấm.',
      ],
      subsections: [
        {
          heading: 'Điều thuộc về công ty',
          spoiltMarker: 'Một.',
          paragraphs: [
            'Công thức, giá nhập, thông tin khách hàng không lên hình. Dán nhãn đỏ ở những khu vực không quay.',
          ],
        },
        {
          heading: 'Điều thuộc về đồng nghiệp',
          paragraphs: ['Hỏi trước khi quay ai đó, tôn trọng người không muốn xuất hiện.'],
        },
        {
          heading: 'Điều thuộc về bản thân',
          paragraphs: ['Quan điểm riêng được tôn trọng, chỉ cần nói rõ đó là ý kiến cá nhân.'],
        },
      ],
    },
    {
      heading: 'Ghi nhận và nuôi dưỡng',
      paragraphs: [],
      subsections: [
        {
          heading: 'Thưởng cho sự bền bỉ',
          paragraphs: [
            'Một ngày phép cộng thêm mỗi quý quý hơn giải thưởng cho video nhiều lượt xem.',
          ],
        },
        {
          heading: 'Mở lối nghề nghiệp',
          paragraphs: [
            'Người kể giỏi có thể chuyển sang làm nội dung, đào tạo hay chăm sóc khách hàng. Khi thấy tương lai, người ta đầu tư công sức.',
          ],
        },
        {
          heading: 'Chấp nhận người ra đi',
          paragraphs: [
            'Họ mang theo lượng theo dõi riêng, và đó là điều bình thường. Chia tay đẹp cũng là một câu chuyện hay.',
          ],
        },
      ],
    },
  ],
  conclusion: [
    'Tiếng nói trong nhà không thay thế mọi kênh truyền thông, song là nền móng của mọi kênh. Tin người, dạy người, bảo vệ người và ghi nhận người: bốn việc ấy làm tốt, câu chuyện sẽ tự tìm đường ra khỏi cổng nhà máy.',
  ],
}
