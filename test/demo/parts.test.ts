/** Tests the small parts of the demo: dates, HTML, pictures, conditional requests. */

import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { clientHasIt, versionKeeper } from '../../demo/conditional.ts'
import { clockAndDate, feedDate } from '../../demo/dates.ts'
import { excerpt, html, withBold } from '../../demo/html.ts'
import { picture } from '../../demo/picture.ts'

describe('clockAndDate', () => {
  it.each([
    ['morning', '2026-05-07T10:03', '10:03 AM, 07/05/2026'],
    ['midnight', '2026-05-07T00:05', '12:05 AM, 07/05/2026'],
    ['noon', '2026-05-07T12:00', '12:00 PM, 07/05/2026'],
    ['evening', '2026-05-07T21:07', '09:07 PM, 07/05/2026'],
  ])('writes %s', (_case, localTime, shown) => {
    expect(clockAndDate(localTime)).toBe(shown)
  })
})

describe('feedDate', () => {
  it('keeps the offset, so that it names the same instant', () => {
    expect(feedDate('2026-09-14T00:42')).toBe('Mon, 14 Sep 2026 00:42:00 +0700')
    expect(new Date(feedDate('2026-09-14T00:42')).toISOString()).toBe('2026-09-13T17:42:00.000Z')
  })
})

describe('html', () => {
  it('escapes what is put in, but not what is HTML already', () => {
    const inner = html`<b>${'<&"\''}</b>`
    expect(html`<p>${inner}${[inner]}${7}</p>`.html).toBe(
      '<p><b>&lt;&amp;&quot;&#39;</b><b>&lt;&amp;&quot;&#39;</b>7</p>',
    )
  })

  it('prints marked words in bold', () => {
    expect(withBold('một **hai** ba').html).toBe('một <strong>hai</strong> ba')
  })

  it.each([
    ['keeps a short text whole', 'một hai', 'một hai'],
    ['cuts at a word', 'một hai ba bốn năm', 'một hai ba...'],
  ])('%s', (_case, text, shown) => {
    expect(excerpt(text, { lengthMax: 13, ending: '...' })).toBe(shown)
  })
})

describe('picture', () => {
  it('is a PNG of the size asked for, with a filter byte and an index for each pixel', () => {
    const bytes = picture('một bài', { width: 30, height: 20 })
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG')
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([30, 20])
    const data = bytes.indexOf('IDAT') + 4
    const length = bytes.readUInt32BE(data - 8)
    expect(inflateSync(bytes.subarray(data, data + length))).toHaveLength(31 * 20)
  })

  it('is the same for the same name and differs for another', () => {
    const size = { width: 30, height: 20 }
    expect(picture('a', size).equals(picture('a', size))).toBe(true)
    expect(picture('a', size).equals(picture('b', size))).toBe(false)
  })
})

describe('clientHasIt', () => {
  const version = { etag: '"abc"', modified: new Date('2026-05-01T00:00:00.400Z') }

  it.each([
    ['nothing said', {}, false],
    ['the tag', { 'if-none-match': '"abc"' }, true],
    ['the tag among others', { 'if-none-match': '"x", W/"abc"' }, true],
    ['any version', { 'if-none-match': '*' }, true],
    ['another tag', { 'if-none-match': '"x"' }, false],
    ['the date', { 'if-modified-since': 'Fri, 01 May 2026 00:00:00 GMT' }, true],
    ['an older date', { 'if-modified-since': 'Thu, 30 Apr 2026 23:59:59 GMT' }, false],
    ['no date at all', { 'if-modified-since': 'yesterday' }, false],
    [
      'another tag, whatever the date',
      { 'if-none-match': '"x"', 'if-modified-since': 'Fri, 01 May 2026 00:00:00 GMT' },
      false,
    ],
  ])('answers for %s', (_case, headers, expected) => {
    expect(clientHasIt(headers, version)).toBe(expected)
  })
})

describe('versionKeeper', () => {
  it('dates a version that replaces another by the moment it was noticed', () => {
    const now = new Date('2026-11-20T08:00:00Z')
    const validatorsOf = versionKeeper(() => now)
    const page = { type: 'text/html', modified: new Date('2026-05-01T00:00:00Z'), maxAgeSeconds: 0 }
    const first = validatorsOf('/a', { ...page, body: 'một' })
    expect(first.modified).toEqual(page.modified)
    expect(validatorsOf('/a', { ...page, body: 'một' })).toEqual(first)
    const second = validatorsOf('/a', { ...page, body: 'hai' })
    expect(second.etag).not.toBe(first.etag)
    expect(second.modified).toEqual(now)
  })
})
