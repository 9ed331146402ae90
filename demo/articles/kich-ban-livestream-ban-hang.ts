/** Demo article: how to script a selling livestream. */

import type { DemoArticle } from '../article.ts'

export const kichBanLivestreamBanHang: DemoArticle = {
  slug: 'kich-ban-livestream-ban-hang',
  title: 'Kịch Bản Livestream Bán Hàng: Từ Phút Mở Màn Đến Đơn Chốt Cuối Cùng',
  lead: 'Một phiên livestream kéo dài ba tiếng không thể sống nhờ ngẫu hứng. Đằng sau những câu chốt đơn tưởng như buột miệng là một kịch bản được tính đến từng phút.',
  leadRepeat: 'joined',
  published: '2026-10-02T19:30',
  views: 863,
  featured: false,
  tags: ['Livestream', 'Bán hàng'],
  related: [
    'tiktok-shop-cho-nha-ban-nho',
    'ba-giay-dau-cua-video-ngan',
    'tiep-thi-lien-ket-cho-nguoi-moi',
    'chien-dich-tet-cua-thuong-hieu',
  ],
  intro: [
    'Dưới đây là bộ khung mà nhiều đội vận hành phiên live đang dùng, kèm những lỗi nhỏ nhưng dễ làm tụt người xem nhất.',
  ],
  sections: [
    {
      heading: 'Chuẩn bị trước giờ lên sóng',
      paragraphs: [
        'Chất lượng của phiên live được quyết định trước khi bấm nút phát trực tiếp ít nhất một ngày.',
      ],
      subsections: [
        {
          heading: 'Sắp xếp thứ tự sản phẩm',
          paragraphs: [
            'Nên mở đầu bằng món dễ mua, giá mềm để kéo tương tác, đặt sản phẩm chủ lực vào khung giờ đông nhất và để combo ở cuối. Đội kho cần biết thứ tự này để đóng gói kịp nhịp.',
          ],
        },
        {
          heading: 'Phân vai trong ê-kíp',
          paragraphs: [
            'Người dẫn lo năng lượng và lời thoại, trợ live lo bình luận, người điều phối canh tồn kho và nhắc giờ. Khi một người ôm cả ba việc, khán giả sẽ cảm nhận được sự lúng túng ngay.',
          ],
        },
        {
          heading: 'Kiểm tra kỹ thuật',
          spoiltMarker: 'khoảng',
          paragraphs: [
            'Thử âm thanh bằng điện thoại thứ hai, chuẩn bị đường truyền dự phòng và ghi sẵn lời xin lỗi cho trường hợp mất kết nối. Người xem tha thứ cho sự cố, nhưng không tha thứ cho màn hình câm lặng.',
          ],
        },
      ],
    },
    {
      heading: 'Mười phút đầu tiên',
      paragraphs: [
        'Thuật toán cần tín hiệu sớm để quyết định có đẩy phiên live tới người lạ hay không, vì thế mười phút đầu chỉ có một mục tiêu: giữ người ở lại.',
      ],
      subsections: [
        {
          heading: 'Lời chào có móc câu',
          paragraphs: [
            'Thay vì chờ đông mới bắt đầu, hãy nói ngay hôm nay có gì mà chỗ khác không có. Một con số cụ thể luôn mạnh hơn ba tính từ.',
          ],
        },
        {
          heading: 'Trò chơi khởi động',
          paragraphs: [
            'Câu đố ngắn với phần quà nhỏ giúp khung bình luận chuyển động. Phần quà nên được gửi thật, công bố thật, bởi khách cũ nhớ rất dai.',
          ],
        },
      ],
    },
    {
      heading: 'Giữ nhịp ở giữa phiên',
      paragraphs: [
        'Sau bốn mươi phút, người dẫn dễ lặp lời và người xem dễ rời đi. Bí quyết là chia phiên thành những chương dài khoảng hai mươi phút, mỗi chương có một câu chuyện mở đầu, một màn dùng thử và một lời mời mua.',
        'Nghĩa là trong ba tiếng, khán giả được xem chín câu chuyện nhỏ chứ không phải một bài quảng cáo lê thê. Người vào muộn vẫn hiểu chuyện gì đang diễn ra và có lý do để chờ chương kế tiếp.',
      ],
      subsections: [],
    },
    {
      heading: 'Chốt đơn và chăm sóc sau phiên',
      paragraphs: [],
      subsections: [
        {
          heading: 'Tạo lý do mua ngay',
          paragraphs: [
            'Số lượng giới hạn phải đúng với tồn kho, đồng hồ đếm ngược phải dừng đúng giờ. Một lần gian dối đủ để bình luận ở phiên sau biến thành nơi bóc phốt.',
          ],
        },
        {
          heading: 'Đọc lại số liệu',
          paragraphs: [
            'Ngay sáng hôm sau, hãy đối chiếu biểu đồ người xem với kịch bản để biết chương nào giữ chân, chương nào làm rơi người. Những ghi chép này là tài sản quý hơn cả doanh thu của một đêm.',
          ],
        },
      ],
    },
  ],
  conclusion: [
    'Livestream bán hàng là sân khấu, cửa tiệm và tổng đài chăm sóc khách gộp làm một. Kịch bản tốt không bóp nghẹt sự tự nhiên mà tạo khoảng trống an toàn để người dẫn tỏa sáng. Bắt đầu từ khung đơn giản, ghi chép đều đặn, và phiên thứ mười của bạn sẽ khác xa phiên đầu tiên.',
  ],
}
