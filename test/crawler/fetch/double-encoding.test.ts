/** Text that was encoded twice, and text that only looks so. */

import { describe, expect, it } from 'vitest'
import { withoutDoubleEncoding } from '../../../src/crawler/fetch/double-encoding.ts'

const STORY = 'Phố sách mở lại: ờ, người đi bộ nào cũng ghé qua “một lần” — kể cả đêm mưa.'

function encodedTwice(text: string): string {
  return new TextDecoder('windows-1252').decode(new TextEncoder().encode(text))
}

describe('withoutDoubleEncoding', () => {
  it.each([
    ['Vietnamese', STORY],
    ['French', 'Le château était fermé à midi, où les élèves déjeunaient près de la forêt.'],
    ['quotation marks alone', '“A” and “B” – it’s ‘C’, and “D”.'],
  ])('repairs %s', (_case, text) => {
    expect(withoutDoubleEncoding(encodedTwice(text))).toBe(text)
  })

  it('repairs a page whose template has a character that was encoded once', () => {
    expect(withoutDoubleEncoding(`${encodedTwice(STORY)} ©`)).toBe(`${STORY} ©`)
  })

  it.each([
    ['Vietnamese that is well', STORY],
    ['Portuguese in capitals', 'NÃO É “VERDADE”: A AÇÃO Ã» SÃO PAULO, CORAÇÃO, MÃE, IRMÃ, LÃ.'],
    [
      'an article that shows a few such words',
      `${STORY} Người ta thấy “${encodedTwice('đò ơi')}”.`,
    ],
    ['two pieces only', encodedTwice('Café, thé.')],
    ['ASCII', 'A ferry.'],
    ['letters beyond windows-1252', `${encodedTwice('Café')} 日本 ${STORY}`],
  ])('leaves %s as it is', (_case, text) => {
    expect(withoutDoubleEncoding(text)).toBe(text)
  })
})
