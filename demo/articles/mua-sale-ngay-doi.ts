/** Demo article: double-day sales. */

import type { DemoArticle } from '../article.ts'

export const muaSaleNgayDoi: DemoArticle = {
  slug: 'mua-sale-ngay-doi',
  title: 'Mùa sale ngày đôi: bán nhiều mà vẫn có lãi',
  lead: 'Từ mùng chín tháng chín đến mười hai tháng mười hai, tháng nào sàn thương mại điện tử cũng có hội. Nhiều nhà bán thức trắng đêm đóng hàng rồi cộng sổ mới biết mình vừa làm không công.',
  leadRepeat: 'joined',
  published: '2026-10-28T23:11',
  views: 1015,
  featured: true,
  tags: ['Sale', 'Bán hàng', 'Thương mại điện tử'],
  related: [
    'tiktok-shop-danh-cho-nguoi-ban-nho',
    'bang-gia-booking-kol',
    'review-that-review-gia',
    'nhac-nen-bat-trend',
  ],
  intro: [
    'Ngày hội không sai, chỉ là cách tham gia chưa đúng. Đây là bảng việc theo từng chặng để bán nhiều mà không hụt hơi.',
  ],
  sections: [
    {
      heading: 'Bốn tuần trước ngày hội',
      paragraphs: ['Thời điểm này còn yên ắng, rất hợp để tính toán.'],
      subsections: [
        {
          heading: 'Tính giá đáy',
          spoiltMarker: 'Một.',
          paragraphs: [
            'Cộng giá vốn, phí sàn, mã giảm, vận chuyển, tỷ lệ hoàn rồi mới đặt giá. Mức giá thấp hơn con số này thì thà không bán.',
          ],
        },
        {
          heading: 'Chọn hàng dẫn',
          paragraphs: [
            'Một món giảm sâu để kéo khách, ba món giá thường để kiếm lời. Hàng dẫn nên nhỏ, nhẹ, khó vỡ.',
          ],
        },
        {
          heading: 'Đặt bao bì',
          paragraphs: [
            'Thùng, băng keo, túi chống sốc luôn khan vào phút chót. Mua sớm vừa rẻ vừa yên tâm.',
          ],
        },
      ],
    },
    {
      heading: 'Hai tuần trước ngày hội',
      paragraphs: [],
      subsections: [
        {
          heading: 'Hâm nóng người quen',
          paragraphs: [
            'Nhắn cho khách cũ danh sách ưu đãi sớm. Người từng mua dễ mua lại hơn người lạ nhiều lần.',
          ],
        },
        {
          heading: 'Gửi hàng cho KOC',
          paragraphs: [
            'Video trải nghiệm cần thời gian ngấm. Gửi sát ngày thì bài lên sóng đúng lúc ai cũng đang quảng cáo.',
          ],
        },
      ],
    },
    {
      heading: 'Đêm cao điểm',
      paragraphs: [
        'Sau nửa đêm, đơn đổ về theo từng đợt. Cả đội nên chia ca thay vì cùng thức, vì lỗi gửi nhầm thường xảy ra lúc ba giờ sáng.',
      ],
      list: [
        'Một người canh tồn kho và tắt sản phẩm khi gần hết.',
        'Một người trả lời tin nhắn bằng bộ câu mẫu đã duyệt.',
        'Một người in đơn theo đợt, không in lẻ.',
      ],
      subsections: [],
    },
    {
      heading: 'Sau ngày hội',
      paragraphs: [],
      subsections: [
        {
          heading: 'Giao nhanh hơn lời hứa',
          paragraphs: [
            'Gói xong trong hai mươi tư giờ giúp điểm gian hàng tăng đúng lúc đối thủ đang quá tải.',
          ],
        },
        {
          heading: 'Xử lý hàng hoàn',
          paragraphs: [
            'Kiểm tra, chụp ảnh, nhập lại kho ngay trong tuần. Hàng hoàn để lâu là tiền nằm ngủ.',
          ],
        },
        {
          heading: 'Gọi khách quay lại',
          spoiltMarker: 'khoảng',
          paragraphs: [
            'Phiếu giảm nhỏ cho lần mua kế tiếp, hạn dùng ba mươi ngày. Lợi nhuận thật sự thường nằm ở đơn thứ hai.',
          ],
        },
        {
          heading: 'Ghi biên bản',
          paragraphs: [
            'Việc gì chậm, món nào lỗ, câu hỏi nào lặp lại. Trang giấy này chính là kế hoạch cho ngày hội kế tiếp.',
          ],
        },
      ],
    },
  ],
  conclusion: [
    'Ngày đôi chỉ là cái cớ để gặp nhiều khách cùng lúc. Giá đúng, hàng đủ, người khỏe và lời hứa được giữ sẽ biến một đêm ồn ào thành mối quan hệ dài lâu. Còn nếu phép tính cho thấy sẽ lỗ, ngủ sớm cũng là một chiến lược.',
  ],
}
