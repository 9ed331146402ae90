/** Demo article: labelling sponsored posts honestly. */

import type { DemoArticle } from '../article.ts'

export const ganNhanQuangCaoMinhBach: DemoArticle = {
  slug: 'gan-nhan-quang-cao-minh-bach',
  title: 'Gắn Nhãn Quảng Cáo: Minh Bạch Một Dòng, Giữ Tin Cậy Nhiều Năm',
  lead: 'Nhiều người ảnh hưởng sợ rằng ghi rõ bài được tài trợ sẽ làm khán giả quay lưng. Thực tế thường ngược lại: điều khiến người xem bỏ đi là cảm giác bị giấu giếm.',
  leadRepeat: 'joined',
  published: '2025-11-06T15:40',
  views: 318,
  featured: false,
  tags: ['Minh bạch', 'Pháp lý', 'KOL'],
  related: [
    'chin-dieu-khoan-hop-dong-kol',
    'kol-va-koc-khac-nhau-o-dau',
    'nguoi-anh-huong-ao',
    'tiep-thi-lien-ket-cho-nguoi-moi',
  ],
  intro: [
    'Chúng ta hãy xem vì sao một dòng chữ nhỏ lại quan trọng, đặt nó ở đâu và nói thế nào cho khéo.',
  ],
  sections: [
    {
      heading: 'Vì sao phải gắn nhãn',
      paragraphs: [],
      subsections: [
        {
          heading: 'Quyền được biết của người xem',
          spoiltMarker: 'Một.',
          paragraphs: [
            'Người mua có quyền biết lời khen xuất phát từ trải nghiệm hay từ hợp đồng. Biết rồi, họ vẫn có thể mua, nhưng là mua trong tâm thế tự quyết.',
          ],
        },
        {
          heading: 'Trách nhiệm trước pháp luật',
          paragraphs: [
            'Quy định về quảng cáo ngày càng cụ thể, và người chuyển tải thông điệp cũng phải chịu trách nhiệm chứ không riêng nhãn hàng.',
          ],
        },
        {
          heading: 'Lợi ích dài hạn',
          paragraphs: [
            'Tài khoản minh bạch giữ được người theo dõi lâu hơn. Nhãn hàng lớn cũng ưu tiên họ vì rủi ro thấp.',
          ],
        },
      ],
    },
    {
      heading: 'Đặt nhãn ở đâu',
      paragraphs: ['Nhãn chỉ có ích khi người xem nhìn thấy trước lúc bị thuyết phục.'],
      subsections: [
        {
          heading: 'Trong bài viết',
          paragraphs: [
            'Đặt ở dòng đầu, trước nút xem thêm. Nhét vào giữa hai mươi thẻ ở cuối bài chẳng khác gì không ghi.',
          ],
        },
        {
          heading: 'Trong video',
          paragraphs: [
            'Hiện chữ đủ lớn trong vài giây đầu và nói thành lời một lần. Người khiếm thính và người không bật tiếng đều cần được báo.',
          ],
        },
        {
          heading: 'Trong phiên trực tiếp',
          paragraphs: ['Nhắc lại sau mỗi nửa giờ vì người xem vào ra liên tục.'],
        },
      ],
    },
    {
      heading: 'Nói thế nào cho tự nhiên',
      paragraphs: [
        'Nhãn không cần khô khan. "Bài này có sự đồng hành của hãng A, mình được gửi sản phẩm và được trả thù lao, nhận xét vẫn là của mình" vừa rõ vừa dễ mến.',
      ],
      list: [
        'Nói rõ quan hệ: được tặng, được trả tiền hay hưởng hoa hồng.',
        'Nói bằng tiếng Việt, tránh từ viết tắt mà người lớn tuổi không hiểu.',
        'Nói trước khi khen, không phải sau khi chốt đơn.',
      ],
      subsections: [],
    },
    {
      heading: 'Khi lỡ quên',
      paragraphs: [
        'Nghĩa là bài đã lên mà chưa có nhãn: sửa ngay, thêm một bình luận giải thích và báo cho đối tác. Sự sòng phẳng trong lúc lỡ tay thường được cảm thông nhiều hơn bạn nghĩ.',
        'Nhãn hàng cũng nên có người rà soát mỗi tối trong thời gian chiến dịch, vì trách nhiệm này là của cả hai bên.',
      ],
      subsections: [],
    },
  ],
  conclusion: [
    'Minh bạch không làm yếu lời giới thiệu mà khiến nó đứng vững. Một dòng chữ đặt đúng chỗ, một câu nói đúng lúc, và khán giả hiểu rằng bạn coi trọng họ hơn một hợp đồng. Niềm tin tích lũy như thế mới là thứ thương hiệu thật sự muốn thuê.',
  ],
}
