/** The small parts that pages are made of: excerpts, addresses, reading time, the views slot. */

import { describe, expect, it } from 'vitest'
import { shortened } from '../../src/pages/excerpt.ts'
import { readingMinutes } from '../../src/pages/reading-time.ts'
import { fillViews, VIEWS_SLOT } from '../../src/pages/views-slot.ts'
import { webAddress } from '../../src/pages/web-address.ts'

describe('shortened', () => {
  it.each([
    ['keeps what fits', 'một hai ba', 10, 'một hai ba'],
    ['cuts between words', 'một hai ba', 9, 'một hai…'],
    ['joins lines', 'một\n\n  hai', 20, 'một hai'],
    ['cuts a word that never ends', 'aaaaaaaaaa', 4, 'aaaa…'],
    ['never halves a character', '😀😀😀😀', 3, '😀…'],
    ['nothing stays nothing', '  ', 10, ''],
  ])('%s', (_reason, text, lengthMax, expected) => {
    expect(shortened(text, lengthMax)).toBe(expected)
  })
})

describe('webAddress', () => {
  it.each([
    ['https', 'https://a.example/b?c=d&e', 'https://a.example/b?c=d&e'],
    ['http', 'http://127.0.0.1:4001/x', 'http://127.0.0.1:4001/x'],
    ['a script', 'javascript:alert(1)', undefined],
    ['a script in disguise', ' JaVa\tScript:alert(1)', undefined],
    ['data', 'data:text/html,x', undefined],
    ['relative', '/b', undefined],
    ['empty', '', undefined],
  ])('%s', (_reason, address, expected) => {
    expect(webAddress(address)).toBe(expected)
  })
})

describe('readingMinutes', () => {
  it.each([
    ['next to nothing is a minute', 'x', 1],
    ['a page', 'x'.repeat(4_500), 5],
    ['a page of Vietnamese', 'nước sen '.repeat(500), 5],
    ['a page of Chinese, at 300 characters a minute', '荷'.repeat(1_500), 5],
    ['a page of both', `${'x'.repeat(900)}${'はす'.repeat(300)}`, 3],
  ])('%s', (_reason, text, minutes) => {
    expect(readingMinutes(text)).toBe(minutes)
  })
})

describe('fillViews', () => {
  it('fills every slot with the number as the language writes it', () => {
    const html = `<b>${VIEWS_SLOT}</b><i>${VIEWS_SLOT}</i>`
    expect(fillViews(html, 1234, 'vi')).toBe('<b>1.234</b><i>1.234</i>')
    expect(fillViews(html, 1234, 'en')).toBe('<b>1,234</b><i>1,234</i>')
  })
})
