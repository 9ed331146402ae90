/** The words of the articles: enough of them that no two say the same. */

import { seeded } from './seeded.ts'

const WHO = [
  'Người bán hàng',
  'Cô chủ quán',
  'Nhóm sinh viên',
  'Bác xe ôm',
  'Gia đình nhỏ',
  'Anh thợ ảnh',
]
const DOES = ['kể lại', 'ghi chép', 'bày biện', 'giữ gìn', 'đi tìm', 'học hỏi', 'chia sẻ']
const WHAT = [
  'câu chuyện cũ',
  'món quà quê',
  'góc phố nhỏ',
  'thói quen mua sắm',
  'chiếc xe đẩy',
  'bức ảnh đầu tiên',
]
const WHERE = [
  'ở chợ Bến Thành',
  'bên bờ sông Hàn',
  'trong hẻm Hàng Bông',
  'giữa phố Huế',
  'dưới tán bàng già',
]
const WHEN = [
  'mỗi sáng sớm',
  'sau cơn mưa',
  'vào cuối tuần',
  'khi trời trở lạnh',
  'trước giờ tan tầm',
]

const PARAGRAPHS = 6
const SENTENCES = 4

/** The paragraphs of an article; a correction changes one sentence. */
export function paragraphs(number: number, corrections: number): string[] {
  const random = seeded(number * 7_919)
  const pick = (words: string[]) => words[Math.floor(random() * words.length)] ?? ''
  const texts = Array.from({ length: PARAGRAPHS }, () =>
    Array.from({ length: SENTENCES }, () => {
      const figure = 10 + Math.floor(random() * 900)
      return `${pick(WHO)} ${pick(DOES)} ${pick(WHAT)} ${pick(WHERE)} ${pick(WHEN)}, và ${figure} người đã dừng lại xem.`
    }).join(' '),
  )
  if (corrections > 0)
    texts[1] = `${texts[1]} Bản in trước ghi nhầm ${corrections} con số, nay đã sửa.`
  return texts
}
