/** Demo article: trending sounds and their copyright. */

import type { DemoArticle } from '../article.ts'

export const nhacNenBatTrend: DemoArticle = {
  slug: 'nhac-nen-bat-trend',
  title: 'Nhạc nền bắt trend: mượn giai điệu sao cho khỏi rắc rối',
  lead: 'Một đoạn điệp khúc mười lăm giây có thể đưa món ăn vặt lên hàng triệu màn hình. Cũng chính đoạn nhạc ấy có thể khiến cả chiến dịch bị tắt tiếng chỉ vì thiếu một tờ giấy phép.',
  leadRepeat: 'joined',
  published: '2026-05-05T17:33',
  views: 512,
  featured: false,
  tags: ['Âm nhạc', 'Video ngắn', 'Bản quyền'],
  related: [
    'mua-sale-ngay-doi',
    'thu-cung-thanh-ngoi-sao-mang',
    'noi-dung-do-khach-hang-tao',
    'podcast-thuong-hieu',
  ],
  intro: [
    'Cùng tìm hiểu vì sao nhạc tạo trend, khi nào được dùng và cách tự làm ra giai điệu của riêng mình.',
  ],
  sections: [
    {
      heading: 'Vì sao âm thanh kéo được trend',
      paragraphs: [],
      subsections: [
        {
          heading: 'Trí nhớ của đôi tai',
          paragraphs: [
            'Giai điệu lặp lại bám vào trí nhớ nhanh hơn hình ảnh. Người xem chưa kịp nhìn tên nhãn hàng đã ngân nga theo.',
          ],
        },
        {
          heading: 'Luật bắt chước',
          paragraphs: [
            'Âm thanh chung là lời mời tham gia: ai cũng có thể quay phiên bản của mình. Nền tảng lại gom các video cùng nhạc vào một trang, thế là trend tự nuôi trend.',
          ],
        },
        {
          heading: 'Cảm xúc đi trước',
          spoiltMarker: 'khoảng',
          paragraphs: [
            'Nhạc vui làm món ăn trông giòn hơn, nhạc buồn làm quảng cáo bảo hiểm bớt khô. Chọn nhạc là chọn tâm trạng cho khán giả.',
          ],
        },
      ],
    },
    {
      heading: 'Ba loại nhạc và quyền đi kèm',
      paragraphs: [
        'Không phải bài nào có trong thư viện của ứng dụng cũng dùng được cho mục đích bán hàng.',
      ],
      subsections: [
        {
          heading: 'Nhạc thịnh hành cho cá nhân',
          paragraphs: [
            'Dùng thoải mái khi kể chuyện riêng, nhưng gắn giỏ hàng vào là bước sang vùng khác.',
          ],
        },
        {
          heading: 'Nhạc thương mại',
          paragraphs: [
            'Kho nhạc đã mua quyền cho doanh nghiệp, ít bài nổi nhưng an toàn. Nên lưu lại ảnh chụp giấy phép ở thời điểm đăng.',
          ],
        },
        {
          heading: 'Nhạc đặt riêng',
          paragraphs: [
            'Tốn kém ban đầu, đổi lại nhãn hàng có tài sản dùng nhiều năm và không sợ ai đòi gỡ.',
          ],
        },
      ],
    },
    {
      heading: 'Quy trình xin phép gọn nhẹ',
      paragraphs: [
        'Một lá thư lịch sự gửi tới tác giả hoặc đơn vị quản lý thường đủ để bắt đầu. Trong thư cần nói rõ đoạn nào, dài bao nhiêu giây, đăng ở đâu, trong bao lâu, có chạy quảng cáo hay không.',
        'Khoảng hai tuần là thời gian chờ hợp lý. Vì vậy đừng đợi trend lên đỉnh mới xin; hãy theo dõi những bài đang nhú và hỏi sớm.',
      ],
      subsections: [],
    },
    {
      heading: 'Tự tạo âm thanh thương hiệu',
      paragraphs: [],
      subsections: [
        {
          heading: 'Bắt đầu từ tiếng động thật',
          paragraphs: [
            'Tiếng mở nắp lon, tiếng nồi lẩu sôi, tiếng rao của cô chủ quán. Ghi lại, cắt gọn, lặp theo nhịp là đã có một đoạn nền độc nhất.',
          ],
        },
        {
          heading: 'Mời cộng đồng phối lại',
          paragraphs: [
            'Thả đoạn gốc cho người theo dõi tự chế. Bản phối hay nhất trở thành nhạc chính thức của tháng.',
          ],
        },
        {
          heading: 'Giữ một chữ ký',
          paragraphs: [
            'Ba nốt nhạc cuối video, tuần nào cũng giống nhau. Sau nửa năm, khán giả sẽ nhận ra bạn khi còn chưa mở mắt.',
          ],
        },
      ],
    },
  ],
  conclusion: [
    'Âm nhạc là chiếc cầu ngắn nhất từ màn hình đến trái tim, và cầu nào cũng có luật đi đường. Tôn trọng người sáng tác, chuẩn bị giấy tờ sớm và dần xây âm thanh của riêng mình, nhãn hàng sẽ vừa bắt được trend vừa ngủ yên.',
  ],
}
