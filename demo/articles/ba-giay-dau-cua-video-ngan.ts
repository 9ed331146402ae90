/** Demo article: the first three seconds of a short video. */

import type { DemoArticle } from '../article.ts'

export const baGiayDauCuaVideoNgan: DemoArticle = {
  slug: 'ba-giay-dau-cua-video-ngan',
  title: 'Ba Giây Đầu Của Video Ngắn Quyết Định Điều Gì',
  lead: 'Ngón tay cái lướt nhanh hơn mọi lời giải thích. Với video ngắn, ba giây đầu không phải phần mở bài mà là toàn bộ cơ hội được xem tiếp.',
  leadRepeat: 'none',
  published: '2026-08-11T11:37',
  views: 777,
  featured: false,
  tags: ['Video ngắn', 'Nội dung'],
  related: [
    'kich-ban-livestream-ban-hang',
    'tiktok-shop-cho-nha-ban-nho',
    'nguoi-anh-huong-nho-suc-keo-lon',
    'nguoi-anh-huong-ao',
  ],
  intro: [
    'Trong một buổi thử nghiệm nội bộ, cùng một đoạn hướng dẫn pha cà phê được dựng thành bốn phiên bản chỉ khác phần mở. Phiên bản tốt nhất có số người xem hết gấp năm lần phiên bản kém nhất. Nguyên liệu giống nhau, bàn tay pha giống nhau, chỉ có ba giây là khác.',
  ],
  sections: [
    {
      heading: 'Người xem nhìn thấy gì trước',
      paragraphs: [
        'Mắt bắt chuyển động trước khi tai nghe được lời. Vì thế khung hình đầu tiên phải tự nó đặt ra câu hỏi.',
      ],
      subsections: [
        {
          heading: 'Khung hình đang dở dang',
          paragraphs: [
            'Một chiếc bánh sắp lật, một cánh cửa hé mở, một bàn tay đang giấu vật gì đó. Bộ não ghét sự dang dở và sẽ nán lại để xem kết cục.',
          ],
        },
        {
          heading: 'Gương mặt ở cự ly gần',
          paragraphs: [
            'Cảm xúc rõ ràng trên gương mặt tạo kết nối tức thì. Ánh mắt nhìn thẳng ống kính hợp với lời khuyên, ánh mắt nhìn ra ngoài hợp với câu chuyện.',
          ],
        },
      ],
    },
    {
      heading: 'Người xem nghe thấy gì',
      paragraphs: [],
      subsections: [
        {
          heading: 'Bỏ lời chào',
          paragraphs: [
            'Câu "xin chào các bạn, mình là" tiêu tốn gần trọn ba giây. Hãy giới thiệu bản thân sau khi khán giả đã có lý do để quan tâm.',
          ],
        },
        {
          heading: 'Nói kết quả trước',
          paragraphs: [
            '"Tôi tiết kiệm được hai triệu mỗi tháng nhờ tờ giấy này" khiến người ta dừng lại hơn hẳn "hôm nay mình chia sẻ cách chi tiêu".',
          ],
        },
        {
          heading: 'Dùng tiếng động thật',
          paragraphs: [
            'Tiếng xé giấy, tiếng rán giòn, tiếng khóa bật đánh thức giác quan mà nhạc nền không làm được.',
          ],
        },
      ],
    },
    {
      heading: 'Chữ trên màn hình',
      paragraphs: [
        'Rất nhiều người xem trong im lặng: trên xe buýt, trong giờ nghỉ trưa, bên cạnh em bé đang ngủ. Một dòng chữ ngắn, đặt cao hơn vùng nút bấm, giúp họ hiểu ngay câu chuyện.',
        'Một quy tắc dễ nhớ là bảy chữ trở xuống, tương phản mạnh với nền và giữ trên màn hình đủ lâu để đọc hai lần.',
      ],
      subsections: [],
    },
    {
      heading: 'Thử nghiệm như người làm bếp',
      paragraphs: [],
      subsections: [
        {
          heading: 'Nêm từng thứ một',
          spoiltMarker: 'Một.',
          paragraphs: [
            'Mỗi lần chỉ đổi một yếu tố: khung hình, câu nói hoặc âm thanh. Đổi cả ba thì không biết món ngon nhờ đâu.',
          ],
        },
        {
          heading: 'Ghi sổ',
          paragraphs: [
            'Lập một bảng gồm ảnh chụp giây đầu, câu mở và tỷ lệ giữ chân ở giây thứ ba. Sau ba mươi video, quy luật riêng của kênh sẽ tự hiện ra.',
          ],
        },
        {
          heading: 'Đừng hứa suông',
          paragraphs: [
            'Mở đầu gây sốc mà nội dung nhạt sẽ giữ được ba giây và đánh mất ba tháng. Thuật toán nhớ, khán giả còn nhớ lâu hơn.',
          ],
        },
      ],
    },
  ],
  conclusion: [
    'Ba giây đầu là lời hứa, phần còn lại là việc giữ lời. Hãy mở bằng hình ảnh dở dang, nói điều đáng giá nhất trước, hỗ trợ người xem không bật tiếng và kiên nhẫn ghi chép. Kỹ thuật ấy ai cũng học được, chỉ cần đủ thành thật với con số.',
  ],
}
