/** Demo article: virtual influencers. */

import type { DemoArticle } from '../article.ts'

export const nguoiAnhHuongAo: DemoArticle = {
  slug: 'nguoi-anh-huong-ao',
  title: 'Người Ảnh Hưởng Ảo: Gương Mặt Không Tuổi Và Những Câu Hỏi Rất Người',
  lead: 'Họ không bao giờ trễ hẹn, không già đi và cũng không vướng tin đồn tình cảm. Người ảnh hưởng ảo đang bước từ phòng dựng hình ra bảng quảng cáo, kéo theo cả sự tò mò lẫn hoài nghi.',
  leadRepeat: 'joined',
  published: '2026-04-02T13:55',
  views: 434,
  featured: false,
  tags: ['Người ảnh hưởng ảo', 'Công nghệ'],
  related: [
    'xu-ly-khung-hoang-dai-su-thuong-hieu',
    'gan-nhan-quang-cao-minh-bach',
    'ba-giay-dau-cua-video-ngan',
    'chin-dieu-khoan-hop-dong-kol',
  ],
  intro: [
    'Trước khi vẽ cho mình một đại sứ hoàn hảo, thương hiệu nên nhìn cả mặt sáng lẫn mặt tối của lựa chọn này.',
  ],
  sections: [
    {
      heading: 'Một nhân vật ảo được tạo ra thế nào',
      paragraphs: [
        'Phía sau mỗi gương mặt số là một ê-kíp thật gồm biên kịch, họa sĩ, kỹ sư và người trực trang.',
      ],
      subsections: [
        {
          heading: 'Tiểu sử',
          paragraphs: [
            'Nhân vật cần quê quán, sở thích, nỗi sợ và cả tật xấu. Thiếu những chi tiết ấy, khán giả chỉ thấy một con búp bê biết nói.',
          ],
        },
        {
          heading: 'Hình thể và giọng nói',
          paragraphs: [
            'Kỹ thuật bắt chuyển động cho dáng đi tự nhiên, còn giọng nói thường do một diễn viên thu rồi xử lý lại. Giọng vùng miền là lựa chọn tinh tế giúp nhân vật gần gũi hơn.',
          ],
        },
        {
          heading: 'Lịch sinh hoạt',
          spoiltMarker: 'khoảng',
          paragraphs: [
            'Nhân vật ảo vẫn phải "sống": ăn sáng, kẹt xe, xem phim. Một trang cá nhân chỉ toàn quảng cáo sẽ bị bỏ theo dõi nhanh như bất kỳ ai.',
          ],
        },
      ],
    },
    {
      heading: 'Lợi thế khiến nhãn hàng động lòng',
      paragraphs: [],
      subsections: [
        {
          heading: 'Kiểm soát trọn vẹn',
          spoiltMarker: 'Một.',
          paragraphs: [
            'Từng câu nói, từng bộ đồ đều được duyệt. Với ngành hàng nhạy cảm như tài chính hay dược phẩm, đây là ưu điểm khó bỏ qua.',
          ],
        },
        {
          heading: 'Làm việc không biên giới',
          paragraphs: [
            'Cùng một ngày, nhân vật có thể dự lễ ra mắt ở ba thành phố và trò chuyện bằng bốn thứ tiếng.',
          ],
        },
        {
          heading: 'Tài sản dài hạn',
          paragraphs: ['Hình ảnh thuộc về doanh nghiệp, không mất đi khi hết hạn hợp đồng.'],
        },
      ],
    },
    {
      heading: 'Rủi ro không nằm ở công nghệ',
      paragraphs: [
        'Người xem chấp nhận hư cấu, nhưng không chấp nhận bị lừa. Khi một nhân vật ảo khen kem dưỡng "thấm nhanh trên da", câu hỏi đầu tiên của khán giả là: da nào?',
        'Khoảng cách ấy chỉ có thể lấp bằng sự minh bạch. Ghi rõ đây là nhân vật hư cấu, và để người thật nói về trải nghiệm thật.',
      ],
      subsections: [],
    },
    {
      heading: 'Khi nào nên chọn người ảo',
      paragraphs: [],
      subsections: [
        {
          heading: 'Khi bán giấc mơ',
          paragraphs: [
            'Thời trang, trò chơi, âm nhạc, du lịch tương lai là những nơi trí tưởng tượng được chào đón.',
          ],
        },
        {
          heading: 'Khi cần sự nhất quán lâu năm',
          paragraphs: [
            'Trợ lý ảo của ngân hàng hay linh vật của ứng dụng giao đồ ăn có thể đồng hành với khách suốt nhiều năm mà không thay người.',
          ],
        },
        {
          heading: 'Khi chấp nhận đầu tư đều đặn',
          paragraphs: [
            'Nghĩa là ngân sách dựng hình, viết kịch bản và trực trang phải được bảo đảm ít nhất một năm. Nhân vật bị bỏ rơi giữa chừng để lại ấn tượng còn tệ hơn chưa từng xuất hiện.',
          ],
        },
      ],
    },
  ],
  conclusion: [
    'Người ảnh hưởng ảo không thay thế con người, họ mở thêm một loại sân khấu. Thương hiệu thành công là thương hiệu biết rõ mình kể chuyện hư cấu, nói thẳng điều đó với khán giả và giữ phần trải nghiệm sản phẩm cho người thật.',
  ],
}
