/** When two articles are one story, when they are not, and the reason that is kept. */

import { describe, expect, it } from 'vitest'
import { compareArticles } from '../../src/dedupe/compare-articles.ts'
import { fingerprintOf } from '../../src/dedupe/fingerprint.ts'
import { edited, paragraphs } from './story-with.ts'

type Text = { title: string; text: string }

const TITLE = 'Phố sách mở lại sau mùa mưa'
const BODY = paragraphs(1)
const TEXT = BODY.join('\n')

const printOf = (article: Text) => fingerprintOf(article, new Map()).fingerprint

function compared(one: Text, other: Text) {
  const comparison = compareArticles(printOf(one), printOf(other))
  expect(compareArticles(printOf(other), printOf(one))).toEqual(comparison)
  return comparison
}

describe('compareArticles, one story', () => {
  it.each([
    ['word by word', 'equal', { title: TITLE, text: TEXT }],
    [
      'in capitals, letters and marks apart',
      'equal',
      { title: TITLE.toUpperCase(), text: TEXT.toUpperCase().normalize('NFD') },
    ],
    [
      'its paragraphs in another order',
      'equal',
      { title: TITLE, text: BODY.toReversed().join('\n') },
    ],
    ['under another title', 'text', { title: 'Sách về phố: ngày hội', text: TEXT }],
    ['every tenth word changed', 'text', { title: TITLE, text: edited(TEXT, 0.1) }],
    ['every fifth word changed', 'evidence', { title: TITLE, text: edited(TEXT, 0.2) }],
    ['an excerpt', 'text', { title: 'Ngày hội', text: BODY.slice(0, 2).join('\n') }],
    ['gone on with', 'text', { title: TITLE, text: [...BODY, ...paragraphs(2, 4)].join('\n') }],
    [
      'spoilt list markers',
      'text',
      { title: TITLE, text: BODY.map((line, at) => `${'abcdef'[at]}. ${line}`).join('\n') },
    ],
  ])('knows it again %s', (_case, reason, copy) => {
    expect(compared({ title: TITLE, text: TEXT }, copy)).toMatchObject({ isSame: true, reason })
  })
})

const price = (gold: string, day: string) => ({
  title: `Giá vàng hôm nay ${day}`,
  text: `Sáng nay giá vàng mua vào là ${gold}10.000 đồng, bán ra ${gold}90.000 đồng một lượng.\n${BODY[0]}`,
})

const dress = (colour: string, brand: string) => ({
  title: `Gợi ý phối áo khoác ${colour} của ${brand}`,
  text: `Chiếc áo ${colour} này do ${brand} làm ra trong mùa này.\n${TEXT}`,
})

describe('compareArticles, two stories', () => {
  it.each([
    ['issue', 'another day of a column', price('36', '6/6'), price('36', '7/6')],
    [
      'issue',
      'another part of a series',
      { title: 'Chuyện phố (Kỳ 1)', text: TEXT },
      { title: 'Chuyện phố (Kỳ 2)', text: TEXT },
    ],
    [
      'subject',
      'another thing in the same mould',
      dress('tím than', 'Hạnh'),
      dress('xám tro', 'Minh Khuê'),
    ],
    [
      'little-shared',
      'another text under the same title',
      { title: TITLE, text: TEXT },
      { title: TITLE, text: paragraphs(9).join('\n') },
    ],
    [
      'little-evidence',
      'a third of the text, and nothing else',
      { title: TITLE, text: [...BODY.slice(0, 2), ...paragraphs(7, 4)].join('\n') },
      { title: 'Ngày hội', text: [...BODY.slice(0, 2), ...paragraphs(8, 4)].join('\n') },
    ],
    ['little-shared', 'a word', { title: 'A', text: 'áo' }, { title: 'B', text: 'áo' }],
    ['little-shared', 'nothing', { title: TITLE, text: '' }, { title: TITLE, text: '' }],
  ])('says %s of %s', (reason, _case, one, other) => {
    expect(compared(one, other)).toMatchObject({ isSame: false, reason })
  })

  it('says numbers of a report whose figures are others', () => {
    const report = (first: number) => {
      const figures = Array.from(
        { length: 8 },
        (_none, at) => `${first + at * 7} ${BODY[0]?.slice(at * 9, at * 9 + 16)}`,
      )
      return {
        title: 'Bảng kết quả',
        text: `${BODY.slice(0, 2).join('\n')}\n${figures.join(' ')}\n${edited(BODY[2] ?? '', 0.9, first)}`,
      }
    }
    expect(compared(report(110), report(313))).toMatchObject({ isSame: false, reason: 'numbers' })
  })
})

describe('compareArticles, its figures', () => {
  it('keeps what was shared, and of how much', () => {
    const excerpt = { title: TITLE, text: BODY.slice(0, 3).join('\n') }
    const {
      shared,
      compared: of,
      containment,
      proportion,
    } = compared({ title: TITLE, text: TEXT }, excerpt)
    expect([shared / of, containment]).toEqual([1, 1])
    expect(proportion).toBeGreaterThan(0.4)
    expect(proportion).toBeLessThan(0.6)
  })
})
