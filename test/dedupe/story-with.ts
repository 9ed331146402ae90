/** Builds articles for tests: as many different ones as there are seeds, each the same every time. */

import type { Arrival } from '../../src/dedupe/place-article.ts'

const WORDS =
  `phố chợ sông núi cầu thuyền gió mưa nắng mùa vụ lúa cà phê gạo vải lụa áo khăn giày nón màu xanh đỏ tím vàng
  trắng đen nhạt đậm người thợ khách chủ bạn mẹ cha con cháu bà ông cô chú học sinh nghề làng xã huyện tỉnh đường
  quán sách báo tin chuyện lời hỏi đáp nghe nói thấy biết đi về đến ở lại mở đóng bán mua giá tiền đồng triệu năm
  tháng ngày giờ sáng trưa chiều tối trước sau trong ngoài trên dưới giữa đầu cuối lớn nhỏ dài ngắn cao thấp mới
  cũ nhanh chậm gần xa nhiều ít đông vắng vui buồn ấm lạnh khô ướt`
    .trim()
    .split(/\s+/)

const PARAGRAPH_WORDS = 45

/** Mulberry32: numbers from 0 up to 1 that look random and are not. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Paragraphs that no other seed shares. */
export function paragraphs(seed: number, count = 6): string[] {
  const random = randomOf(seed * 7919)
  const word = () => WORDS[Math.floor(random() * WORDS.length)] ?? ''
  return Array.from({ length: count }, () => {
    return `${Array.from({ length: PARAGRAPH_WORDS }, word).join(' ')}.`
  })
}

/** Every word of `text` is another with the probability `share`. */
export function edited(text: string, share: number, seed = 1): string {
  const random = randomOf(seed)
  return text.replace(/\p{L}+/gu, (word) =>
    random() < share ? `từ${Math.floor(random() * 1e6)}` : word,
  )
}

export function arrivalWith(changes: Partial<Arrival> = {}): Arrival {
  const title = 'Phố sách mở lại sau mùa mưa'
  return {
    site: 'a.example',
    address: `a.example/${changes.title ?? title}/${changes.text?.length ?? 0}`,
    title,
    text: paragraphs(1).join('\n'),
    ...changes,
  }
}
