/** Which figures count a partner's readers. */

import { describe, expect, it } from 'vitest'
import { parseViews } from '../../src/articles/view-figure.ts'

describe('parseViews', () => {
  it.each([
    ['label first', 'Lượt xem: 59', 59],
    ['figure first', '219 Lượt xem', 219],
    ['a whole card line', '01:54 AM, 14/07/2040 219 Lượt xem', 219],
    ['a whole date line', 'Ngày đăng: 10:03 AM, 09/03/2041 - Lượt xem: 59', 59],
    ['zero', 'Lượt xem: 0', 0],
    ['thousands, short', '1,2K lượt xem', 1_200],
    ['thousands, Vietnamese', '12N lượt xem', 12_000],
    ['thousands, in words', '12 nghìn lượt xem', 12_000],
    ['thousands, southern', '1,5 ngàn lượt đọc', 1_500],
    ['millions', '3,4 triệu lượt xem', 3_400_000],
    ['millions, short', '2Tr lượt xem', 2_000_000],
    ['millions, English', '1.2M views', 1_200_000],
    ['grouped with dots', '1.234 views', 1_234],
    ['grouped with commas', 'Views: 1,234,567', 1_234_567],
    ['grouped with spaces', '1 234 567 lượt đọc', 1_234_567],
    ['grouped with narrow spaces', '12\u202f345 vues', 12_345],
    ['at least', '500+ lượt xem', 500],
    ['readers', '77 người đọc', 77],
    ['in brackets', 'Lượt đọc (59)', 59],
    ['decomposed letters', 'Lượt xem: 59'.normalize('NFD'), 59],
    ['an eye', '👁️ 59', 59],
    ['an eye behind the figure', '1,2K 👁', 1_200],
    ['a date before the word', '09/03/2041 lượt xem: 12', 12],
  ])('reads %s', (_case, text, expected) => {
    expect(parseViews(text)).toBe(expected)
  })

  it.each([
    ['nothing', ''],
    ['no figure', 'Lượt xem'],
    ['no word for views', '59 lượt thích'],
    ['a word that contains one', '12 reviews'],
    ['only a date', '14/07/2040 lượt xem'],
    ['a time after the word', 'Lượt xem: 10:03'],
    ['a figure too far away', '59 bình luận về lượt xem'],
    ['prose', `${'Bài viết '.repeat(60)} 59 lượt xem`],
    ['more than there are people to read', '999999999999 lượt xem'],
  ])('is not fooled by %s', (_case, text) => {
    expect(parseViews(text)).toBeNull()
  })
})
