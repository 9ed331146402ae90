/** Demo article: affiliate marketing for beginners. */

import type { DemoArticle } from '../article.ts'

export const tiepThiLienKetChoNguoiMoi: DemoArticle = {
  slug: 'tiep-thi-lien-ket-cho-nguoi-moi',
  title: 'Tiếp Thị Liên Kết Cho Người Mới: Kiếm Hoa Hồng Mà Không Mất Bạn Bè',
  lead: 'Chia sẻ một đường dẫn, nhận hoa hồng khi có người mua: nghe qua thì tiếp thị liên kết dễ như trở bàn tay. Thế nhưng phần lớn người mới bỏ cuộc sau ba tháng vì bán cho đúng những người không muốn mua.',
  leadRepeat: 'joined',
  published: '2026-02-09T07:58',
  views: 1106,
  featured: false,
  tags: ['Affiliate', 'Bán hàng'],
  related: [
    'tiktok-shop-cho-nha-ban-nho',
    'do-luong-chien-dich-nguoi-anh-huong',
    'gan-nhan-quang-cao-minh-bach',
    'kich-ban-livestream-ban-hang',
  ],
  intro: [
    'Bài viết dành cho những ai đang có một kênh nhỏ, một công việc chính và khoảng năm giờ rảnh mỗi tuần.',
  ],
  sections: [
    {
      heading: 'Chọn ngách trước khi chọn sản phẩm',
      paragraphs: [
        'Ngách tốt là giao điểm của điều bạn biết, điều người khác hỏi và điều có người chịu chi tiền.',
      ],
      subsections: [
        {
          heading: 'Viết ra mười câu hỏi',
          paragraphs: [
            'Hãy nhớ lại mười câu bạn bè hay hỏi bạn. Nếu bảy câu cùng xoay quanh một chủ đề, đó là ngách của bạn.',
          ],
        },
        {
          heading: 'Kiểm tra nhu cầu',
          paragraphs: [
            'Gõ từng câu hỏi vào ô tìm kiếm và xem gợi ý. Không có gợi ý nào nghĩa là ít người quan tâm, quá nhiều video lớn nghĩa là cần thu hẹp.',
          ],
        },
        {
          heading: 'Ước lượng hoa hồng',
          paragraphs: [
            'Sản phẩm giá cao, hoa hồng thấp đôi khi vẫn hơn sản phẩm rẻ phải bán hàng trăm món. Làm phép tính trước khi quay video.',
          ],
        },
      ],
    },
    {
      heading: 'Xây kênh bằng sự hữu ích',
      paragraphs: [
        'Nội dung bán được hàng thường không giống quảng cáo; nó giống một lời khuyên đến đúng lúc.',
      ],
      subsections: [
        {
          heading: 'Bài so sánh',
          paragraphs: [
            'Đặt hai lựa chọn cạnh nhau, nói rõ ai nên chọn cái nào. Dám khuyên người ta không mua món đắt sẽ đem lại lòng tin dài lâu.',
          ],
        },
        {
          heading: 'Bài hướng dẫn',
          paragraphs: [
            'Chỉ cách giải quyết vấn đề trước, sản phẩm xuất hiện như một công cụ chứ không phải nhân vật chính.',
          ],
        },
        {
          heading: 'Bài cập nhật',
          paragraphs: [
            'Sau ba tháng dùng, quay lại kể món đồ còn bền hay không. Rất ít người làm việc này nên bạn sẽ nổi bật ngay.',
          ],
        },
      ],
    },
    {
      heading: 'Quản lý đường dẫn và thu nhập',
      paragraphs: [
        'Mỗi đường dẫn cần tên riêng để biết đơn đến từ video nào. Một bảng tính đơn giản gồm ngày đăng, sản phẩm, số lượt bấm, số đơn và tiền hoa hồng đã đủ cho năm đầu tiên.',
      ],
      list: [
        'Kiểm tra đường dẫn hỏng vào sáng thứ hai hằng tuần.',
        'Giữ lại ảnh chụp trang hoa hồng để đối soát.',
        'Trích sẵn một phần thu nhập cho nghĩa vụ thuế.',
      ],
      subsections: [],
    },
    {
      heading: 'Giữ gìn mối quan hệ',
      paragraphs: [],
      subsections: [
        {
          heading: 'Nói rõ bạn nhận hoa hồng',
          paragraphs: [
            'Một dòng chữ ngắn dưới bài là đủ. Người theo dõi thật lòng sẵn sàng ủng hộ khi họ biết mình đang ủng hộ ai.',
          ],
        },
        {
          heading: 'Không gửi tin nhắn hàng loạt',
          paragraphs: [
            'Danh bạ không phải tệp khách hàng. Hãy để người quan tâm tự tìm đến qua nội dung.',
          ],
        },
      ],
    },
  ],
  conclusion: [
    'Tiếp thị liên kết thưởng cho sự kiên nhẫn. Chọn ngách hẹp, giúp người xem giải quyết việc của họ, minh bạch về lợi ích và ghi chép đều tay. Thu nhập đến chậm hơn lời hứa trên mạng, nhưng sẽ ở lại lâu hơn.',
  ],
}
