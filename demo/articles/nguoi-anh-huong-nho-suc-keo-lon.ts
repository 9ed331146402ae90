/** Demo article: nano and micro influencers. */

import type { DemoArticle } from '../article.ts'

export const nguoiAnhHuongNhoSucKeoLon: DemoArticle = {
  slug: 'nguoi-anh-huong-nho-suc-keo-lon',
  title: 'Người Ảnh Hưởng Nhỏ, Sức Kéo Lớn: Vì Sao Nhãn Hàng Tìm Đến Nhóm Nano',
  lead: 'Vài nghìn người theo dõi từng bị xem là con số chưa đáng bàn chuyện hợp tác. Giờ đây chính những tài khoản nhỏ ấy lại được săn đón vì họ quen mặt, biết tên từng người bình luận.',
  leadRepeat: 'joined',
  published: '2026-06-23T15:26',
  views: 389,
  featured: false,
  tags: ['Nano KOL', 'Chiến lược'],
  related: [
    'kol-va-koc-khac-nhau-o-dau',
    'do-luong-chien-dich-nguoi-anh-huong',
    'tiep-thi-lien-ket-cho-nguoi-moi',
    'quan-tri-cong-dong-thuong-hieu',
  ],
  intro: ['Điều gì tạo nên sức kéo đó và làm sao vận hành cùng lúc năm mươi người mà không rối?'],
  sections: [
    {
      heading: 'Ba lý do khiến nhóm nano hiệu quả',
      paragraphs: ['Quy mô nhỏ vô tình tạo ra những phẩm chất mà tài khoản lớn đã đánh mất.'],
      subsections: [
        {
          heading: 'Quan hệ hai chiều',
          paragraphs: [
            'Chủ tài khoản trả lời gần hết bình luận, nhớ ai vừa sinh em bé, ai đang ôn thi. Lời giới thiệu của họ vì thế giống lời nhắn trong nhóm bạn.',
          ],
        },
        {
          heading: 'Khán giả tập trung',
          paragraphs: [
            'Một bạn trẻ ở Cần Thơ chuyên kể chuyện quán vỉa hè có lượng người xem gần như toàn bộ sống quanh đó. Với một quán mới mở, tệp ấy quý hơn cả triệu người xem rải khắp cả nước.',
          ],
        },
        {
          heading: 'Chi phí dễ thở',
          spoiltMarker: 'khoảng',
          paragraphs: [
            'Nhiều người sẵn lòng hợp tác đổi sản phẩm lấy nội dung, miễn là họ thật sự thích và được nói thật.',
          ],
        },
      ],
    },
    {
      heading: 'Tìm và chọn người phù hợp',
      paragraphs: [],
      subsections: [
        {
          heading: 'Bắt đầu từ khách hàng',
          paragraphs: [
            'Rà soát những người từng gắn thẻ thương hiệu. Người đã yêu sản phẩm luôn kể hay hơn người được thuê để yêu.',
          ],
        },
        {
          heading: 'Đọc bình luận thay vì đếm theo dõi',
          paragraphs: [
            'Hai mươi bình luận dài có giá trị hơn hai nghìn biểu tượng. Dấu hiệu đáng ngờ là những lời khen giống hệt nhau xuất hiện trong cùng một phút.',
          ],
        },
        {
          heading: 'Thử việc bằng một bài',
          paragraphs: [
            'Đề nghị một bài đơn lẻ trước khi nói đến gói dài. Cả hai bên đều cần biết mình có hợp nhịp hay không.',
          ],
        },
      ],
    },
    {
      heading: 'Vận hành năm mươi người cùng lúc',
      paragraphs: ['Làm việc với nhóm đông đòi hỏi quy trình nhẹ nhưng chặt.'],
      subsections: [
        {
          heading: 'Một trang thông tin',
          spoiltMarker: 'Một.',
          paragraphs: [
            'Mọi thứ gói trong một trang: câu chuyện sản phẩm, ba điều nên nói, hai điều cấm nói, hạn đăng, cách gắn nhãn quảng cáo.',
          ],
        },
        {
          heading: 'Một đầu mối',
          paragraphs: [
            'Mỗi người ảnh hưởng chỉ nên nhắn cho một người phụ trách. Chuyển qua lại giữa bốn phòng ban là cách nhanh nhất làm họ nản.',
          ],
        },
        {
          heading: 'Một ngày tổng kết',
          paragraphs: [
            'Dành riêng một buổi cuối tháng để gửi lời cảm ơn, công bố bài hay và lắng nghe góp ý.',
          ],
        },
      ],
    },
    {
      heading: 'Giới hạn cần biết',
      paragraphs: [
        'Nhóm nano khó tạo cơn sốt trong một đêm, nội dung không đều tay và thời gian phụ thuộc vào công việc chính của họ. Nghĩa là kế hoạch phải có độ trễ, và thương hiệu phải chấp nhận một phần bài đăng không đúng ý.',
        'Một số ngành đòi hỏi chứng chỉ hành nghề, chẳng hạn y tế hay đầu tư, không nên giao cho người kể chuyện nghiệp dư dù họ được yêu mến đến đâu.',
      ],
      subsections: [],
    },
  ],
  conclusion: [
    'Sức kéo của người ảnh hưởng nhỏ đến từ sự gần gũi, thứ không thể mua bằng ngân sách mà chỉ có thể nuôi bằng thái độ. Chọn người vì tình yêu với sản phẩm, giao việc gọn gàng, trả công tử tế và để họ được là chính mình.',
  ],
}
