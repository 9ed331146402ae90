/** What servers send as pages and is none: files, feeds and data, told by how they begin. */

import { describe, expect, it } from 'vitest'
import { foreignFormat } from '../../../src/scrapers/refusal/page-format.ts'
import { extraction, pageWith } from '../page-with.ts'

/** Bytes that follow no pattern, the same in each run. */
function noise(count: number): Uint8Array {
  let state = 7
  return Uint8Array.from({ length: count }, () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff
    return state >> 16
  })
}

const story = 'Chiếc phà cuối cùng rời bến lúc sáu giờ chiều, mang theo hai mươi người.'
const item = `<item><title>Phà</title><description>${story}</description></item>`

describe('foreignFormat', () => {
  it.each([
    ['a PDF', '%PDF-1.7\n1 0 obj', 'a PDF document'],
    ['an RTF', '{\\rtf1\\ansi Chuyến phà}', 'an RTF document'],
    ['a calendar', 'BEGIN:VCALENDAR\nSUMMARY:Khánh thành', 'a calendar'],
    ['bytes read as UTF-8', new TextDecoder().decode(noise(3_000)), 'data that is no text'],
    [
      'bytes read as windows-1252',
      new TextDecoder('windows-1252').decode(noise(3_000)),
      'data that is no text',
    ],
    ['an object', JSON.stringify({ title: 'Phà', html: `<p>${story}</p>` }), 'JSON'],
    ['a list of objects', JSON.stringify([{ html: `<h1>Phà</h1><p>${story}</p>` }]), 'JSON'],
    ['RSS', `<?xml version="1.0"?><rss><channel>${item}</channel></rss>`, 'a feed'],
    ['RSS that does not say XML', `\ufeff <rss version="2.0">${item}</rss>`, 'a feed'],
    ['Atom below a style sheet', '<?xml?><?xml-stylesheet?><!-- x --><feed><title>', 'a feed'],
    ['a sitemap', '<?xml version="1.0"?><urlset><url><loc>', 'a sitemap'],
    ['another XML', '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>', 'XML'],
    ['a drawing', '<?xml version="1.0"?>\n<!DOCTYPE svg><svg><text>Phà</text></svg>', 'XML'],
    ['a letter', `From: a@ben.example\nSubject: Phà\n\n<html><p>${story}`, 'an e-mail'],
    ['Markdown', `# Phà\n\n${story}\n\n- Giá vé < 5 nghìn`, 'plain text'],
  ])('knows %s', (_case, text, format) => {
    expect(foreignFormat(text)).toBe(format)
  })

  it.each([
    ['a page', pageWith({})],
    ['a page with a byte order mark', `\ufeff${pageWith({})}`],
    ['a part of a page', `<h1>Phà</h1><p>${story}</p>`],
    ['a page below a long comment', `<!-- ${'x'.repeat(9_000)} -->${pageWith({})}`],
    ['a page below a warning of its server', `Warning: no such file\n${pageWith({})}`],
    ['a page below headers that its server let through', `Date: today\nX-By: a\n\n${pageWith({})}`],
    [
      'XHTML',
      '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html xmlns="http://www.w3.org/1999/xhtml">',
    ],
    ['a page whose letters were lost', `<title>${'\ufffd'.repeat(500)}</title>`],
    ['a page that begins with a drawing', `<svg><path d="M0"></svg>${pageWith({})}`],
    ['text that begins with a bracket', `[Phà] ${pageWith({})}`],
    ['an endless comment', '<!-- '.repeat(9_000)],
    ['nothing', ' \n'],
  ])('leaves %s alone', (_case, text) => {
    expect(foreignFormat(text)).toBeUndefined()
  })

  it('is told to whoever asks for the article', () => {
    expect(extraction(`<rss><channel>${item.repeat(9)}</channel></rss>`)).toEqual({
      ok: false,
      reason: 'not-html',
      message: 'The address gives a feed, not a page.',
    })
  })
})
