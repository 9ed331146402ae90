/** Headings become anchors that last and a table of contents that nests. */

import { describe, expect, it } from 'vitest'
import type { Section } from '../../src/articles/article.ts'
import { sectionAnchors } from '../../src/pages/anchors.ts'
import { type ContentsEntry, nestContents } from '../../src/pages/contents.ts'
import { sectionWith } from './article-with.ts'

function sections(...headings: [number, string | null][]): Section[] {
  return headings.map(([level, heading]) => sectionWith({ level, heading }))
}

/** `A(B C) D`: what stands in parentheses is below what stands before it. */
function outline(entries: ContentsEntry[]): string {
  return entries
    .map(({ heading, below }) => heading + (below.length > 0 ? `(${outline(below)})` : ''))
    .join(' ')
}

describe('nestContents', () => {
  it.each([
    ['one level', sections([2, 'A'], [2, 'B']), 'A B'],
    ['letters below numbers', sections([2, 'A'], [3, 'B'], [3, 'C'], [2, 'D']), 'A(B C) D'],
    ['three levels', sections([2, 'A'], [3, 'B'], [4, 'C'], [2, 'D']), 'A(B(C)) D'],
    ['a level skipped', sections([2, 'A'], [5, 'B'], [3, 'C']), 'A(B C)'],
    ['deeper first', sections([3, 'A'], [2, 'B'], [3, 'C']), 'A B(C)'],
    ['text before the first heading', sections([2, null], [2, 'A']), 'A'],
    ['no headings', sections([2, null]), ''],
  ])('%s', (_reason, given, expected) => {
    expect(outline(nestContents(given))).toBe(expected)
  })
})

describe('sectionAnchors', () => {
  it.each([
    ['no diacritics', ['Điều ước'], ['s-dieu-uoc']],
    ['the same words twice', ['Kết', 'Kết', 'kết!'], ['s-ket', 's-ket-2', 's-ket-3']],
    ['a number taken by a heading', ['A 2', 'A', 'A'], ['s-a-2', 's-a', 's-a-3']],
    ['no heading', [null, 'A'], [null, 's-a']],
    ['nothing that ASCII knows', ['。。'], ['s-bai-viet']],
  ])('%s', (_reason, headings, expected) => {
    expect(sectionAnchors(headings.map((heading) => sectionWith({ heading })))).toEqual(expected)
  })

  it('gives a heading the same anchor when a section comes before it', () => {
    const before = sectionAnchors([sectionWith({ marker: '1.', heading: 'Giá' })])
    const after = sectionAnchors([
      sectionWith({ marker: '1.', heading: 'Mới' }),
      sectionWith({ marker: '2.', heading: 'Giá' }),
    ])
    expect(after[1]).toBe(before[0])
  })
})
