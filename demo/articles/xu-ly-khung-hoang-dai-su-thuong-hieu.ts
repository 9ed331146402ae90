/** Demo article: what to do when a brand ambassador is in trouble. */

import type { DemoArticle } from '../article.ts'

export const xuLyKhungHoangDaiSuThuongHieu: DemoArticle = {
  slug: 'xu-ly-khung-hoang-dai-su-thuong-hieu',
  title: 'Khi Đại Sứ Thương Hiệu Vướng Lùm Xùm: Bốn Mươi Tám Giờ Đầu Tiên',
  lead: 'Chỉ cần một đoạn ghi âm bị phát tán, gương mặt đại diện có thể chuyển từ tài sản thành gánh nặng sau một đêm. Cách doanh nghiệp phản ứng trong hai ngày đầu thường quyết định mức độ thiệt hại.',
  leadRepeat: 'joined',
  published: '2026-03-17T16:48',
  views: 921,
  featured: true,
  tags: ['Khủng hoảng', 'Đại sứ thương hiệu'],
  related: [
    'chin-dieu-khoan-hop-dong-kol',
    'quan-tri-cong-dong-thuong-hieu',
    'nguoi-anh-huong-ao',
    'gan-nhan-quang-cao-minh-bach',
  ],
  intro: [
    'Chúng ta cùng đi qua từng khung giờ, xem ai cần làm gì, nói gì và điều gì tuyệt đối nên tránh.',
  ],
  sections: [
    {
      heading: 'Sáu giờ đầu: hiểu trước khi nói',
      paragraphs: [
        'Áp lực phải lên tiếng ngay rất lớn, song phát ngôn sai còn tai hại hơn im lặng thêm ít giờ.',
      ],
      subsections: [
        {
          heading: 'Xác minh nguồn tin',
          spoiltMarker: 'Một.',
          paragraphs: [
            'Tìm bản gốc của hình ảnh hay đoạn ghi âm, kiểm tra thời điểm và bối cảnh. Không ít vụ ồn ào bắt đầu từ một đoạn cắt ghép.',
          ],
        },
        {
          heading: 'Đóng băng lịch đăng',
          paragraphs: [
            'Tạm dừng mọi bài viết, quảng cáo và thư điện tử có hình ảnh đại sứ. Không gì phản cảm hơn một mẫu quảng cáo tươi cười xuất hiện đúng lúc dư luận đang giận dữ.',
          ],
        },
        {
          heading: 'Lập phòng chỉ huy nhỏ',
          paragraphs: [
            'Ba người là đủ: một người quyết định, một người viết, một người theo dõi dư luận. Nhóm trò chuyện ba mươi thành viên chỉ sinh thêm rò rỉ.',
          ],
        },
      ],
    },
    {
      heading: 'Từ giờ thứ sáu đến giờ hai mươi bốn: lên tiếng',
      paragraphs: [],
      subsections: [
        {
          heading: 'Thông điệp thứ nhất',
          paragraphs: [
            'Thừa nhận đã biết sự việc, cho biết đang làm rõ và hẹn thời điểm cập nhật. Ba câu ngắn, không biện hộ, không đổ lỗi.',
          ],
        },
        {
          heading: 'Trả lời khách hàng',
          paragraphs: [
            'Chuẩn bị năm câu hỏi dễ gặp nhất để đội chăm sóc khách hàng trả lời nhất quán. Khách quan tâm họ có được đổi trả hay không nhiều hơn chuyện riêng của nghệ sĩ.',
          ],
        },
        {
          heading: 'Nói chuyện với đại sứ',
          paragraphs: [
            'Gọi điện trực tiếp thay vì nhắn qua quản lý. Hai bên cần thống nhất ai phát ngôn trước và điều gì sẽ không ai nhắc đến.',
          ],
        },
      ],
    },
    {
      heading: 'Ngày thứ hai: quyết định',
      paragraphs: [
        'Khi sự thật đã tương đối rõ, doanh nghiệp đứng trước ba lựa chọn: tiếp tục đồng hành, tạm ngưng, hoặc chấm dứt. Mỗi lựa chọn đều có giá, và cái giá đắt nhất luôn là thay đổi quyết định giữa chừng.',
        'Tôi từng thấy một nhãn hàng rút hợp đồng vào buổi sáng rồi xin lỗi vì vội vàng vào buổi tối; họ mất cả người ủng hộ lẫn người phản đối.',
      ],
      subsections: [],
    },
    {
      heading: 'Sau cơn bão: sửa gốc',
      paragraphs: [],
      subsections: [
        {
          heading: 'Rà lại hợp đồng',
          paragraphs: [
            'Điều khoản danh tiếng có đủ cụ thể chưa, quyền tạm ngưng hình ảnh có được ghi nhận không, bảo hiểm có chi trả hay không.',
          ],
        },
        {
          heading: 'Giảm lệ thuộc vào một gương mặt',
          paragraphs: [
            'Phân bổ sự hiện diện cho nhiều người kể chuyện, gồm cả nhân viên và khách hàng lâu năm, để thương hiệu không nín thở theo đời tư của bất kỳ ai.',
          ],
        },
      ],
    },
  ],
  conclusion: [
    'Khủng hoảng của đại sứ không hẳn là dấu chấm hết cho thương hiệu. Công chúng thường nhớ thái độ lâu hơn nhớ sự cố. Bình tĩnh xác minh, nói ít mà thật, quyết định một lần cho dứt khoát, rồi lặng lẽ sửa những gì đã khiến mình yếu thế.',
  ],
}
