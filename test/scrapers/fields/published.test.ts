/** When an article was published and changed: which of several dates of a page is which. */

import { describe, expect, it } from 'vitest'
import { extracted, originsOf, pageWith } from '../page-with.ts'

const ld = (data: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'Article', ...data })}</script>`

const FAR = '<footer><p>Xin cảm ơn.</p></footer>'.repeat(30)

describe('publishedAt', () => {
  it.each([
    [
      'the earlier one shown, where machines are told only of the last change',
      {
        head: ld({ datePublished: '2024-09-01', dateModified: '2024-09-01' }),
        top: '<p>Ngày đăng: 09/07/2024</p>',
      },
    ],
    ['not that of a change beside it', { top: '<p>Cập nhật: 11/07/2024</p><p>09/07/2024</p>' }],
    [
      'not that of a change before a short label in the same line',
      { top: '<p>Cập nhật: 11/07/2024 08:00 | Đăng: 09/07/2024</p>' },
    ],
    [
      'not that of a change in the same line',
      { top: '<p>Updated: July 11, 2024 | Published: July 9, 2024</p>' },
    ],
    [
      'not that of a time tag for changes',
      {
        top: '<p><time class="updated" datetime="2024-07-11">11/07</time> <time datetime="2024-07-09">09/07</time></p>',
      },
    ],
    ['that of a change where no other is given', { top: '<p>Cập nhật: 09/07/2024</p>' }],
    ['that of a change far below', { below: `${FAR}<p>Last updated: 9 July 2024</p>` }],
    [
      'under a meta tag that no list has',
      { head: '<meta name="x-publish-date" content="2024-07-09">' },
    ],
    [
      'under its label far below',
      { below: `${FAR}<div><h4>Published</h4><p>July 9, 2024</p></div>` },
    ],
    [
      'marked as one far below',
      { below: `${FAR}<footer><p class="post-date">09/07/2024</p></footer>` },
    ],
  ])('is %s', (_case, parts) => {
    expect(extracted(pageWith(parts)).publishedAt).toBe('2024-07-09T00:00:00+07:00')
  })

  it('is that of a time tag inside the heading', () => {
    const html = pageWith({}).replace('</h1>', '<time datetime="2024-07-09"></time></h1>')
    expect(extracted(html).publishedAt).toBe('2024-07-09T00:00:00+07:00')
  })

  it('is none of several that nothing tells apart', () => {
    const below = `${FAR}<footer><p class="post-date">09/07/2024</p><p class="post-date">11/07/2024</p></footer>`
    expect(extracted(pageWith({ below })).publishedAt).toBeNull()
  })

  it.each([
    [
      'the zone of the clock shown',
      '2024-07-09T02:03:00Z',
      'July 8, 2024 10:03 PM',
      '2024-07-08T22:03:00-04:00',
    ],
    [
      'the partner’s where none is shown',
      '2024-07-09T03:03:00Z',
      'July 9, 2024',
      '2024-07-09T10:03:00+07:00',
    ],
    [
      'the partner’s where another time is shown',
      '2024-07-09T03:03:00Z',
      'July 9, 2024 11:40',
      '2024-07-09T10:03:00+07:00',
    ],
    ['its own', '2024-07-09T03:03:00+02:00', 'July 8, 2024 10:03 PM', '2024-07-09T03:03:00+02:00'],
  ])('is written in %s', (_case, datePublished, shown, expected) => {
    const html = pageWith({ head: ld({ datePublished }), top: `<p>Published: ${shown}</p>` })
    expect(extracted(html).publishedAt).toBe(expected)
  })

  it.each([
    ['that day', '2024-07-09', '10:03 AM, 09/07/2024', '2024-07-09T10:03:00+07:00'],
    ['that midnight', '2024-07-09T00:00:00Z', '09/07/2024 10:00', '2024-07-09T10:00:00+07:00'],
    ['another day', '2024-07-09', '10:03 AM, 11/07/2024', '2024-07-09T00:00:00+07:00'],
    ['no time of that day', '2024-07-09', '09/07/2024', '2024-07-09T00:00:00+07:00'],
  ])(
    'takes the time that readers are shown where machines are told only a day, of %s',
    (_case, datePublished, shown, expected) => {
      const html = pageWith({ head: ld({ datePublished }), top: `<p>Ngày đăng: ${shown}</p>` })
      expect(extracted(html).publishedAt).toBe(expected)
    },
  )

  it.each([
    ['parted by slashes', '/2024/07/09/pho-sach', '2024-07-09'],
    ['with the month’s name', '/2024/jul/09/pho-sach', '2024-07-09'],
    ['in eight figures', '/tin/20240709/pho-sach', '2024-07-09'],
    ['in eight figures, the day first', '/tin/pho-sach-09072024.htm', '2024-07-09'],
    ['short, where month and year stand before it', '/2024/07/240709-pho-sach', '2024-07-09'],
    ['not in an identifier', '/tin/pho-sach-99887766.htm', null],
    ['not a day that does not exist', '/2024/13/45/pho-sach', null],
  ])('is read from an address %s', (_case, path, day) => {
    const html = pageWith({})
    const url = `https://blog.example${path}`
    expect(extracted(html, url).publishedAt).toBe(day === null ? null : `${day}T00:00:00+07:00`)
    expect(originsOf(html, url).publishedAt).toBe(day === null ? null : 'url')
  })

  it.each([
    ['the month first in English', 'en', '07/09/2024'],
    ['the day first in British English', 'en-GB', '09/07/2024'],
    ['the day first between dots', 'en', '09.07.2024'],
    ['the day first between hyphens', 'en', '09-07-2024'],
  ])('is read with %s', (_case, language, date) => {
    const body =
      '<p>The street of books is open again, and the stalls were full within the first week of it.</p>'.repeat(
        3,
      )
    const html = pageWith({ top: `<p>${date}</p>`, body }).replace(
      'lang="vi"',
      `lang="${language}"`,
    )
    expect(extracted(html).publishedAt).toBe('2024-07-09T00:00:00+07:00')
  })
})

describe('modifiedAt', () => {
  it.each([
    ['before', 'Cập nhật: 11/07/2024 | Đăng: 09/07/2024'],
    ['behind', 'Published July 9, 2024, last updated July 11, 2024'],
  ])('is read %s the day of publication in one line', (_case, line) => {
    expect(extracted(pageWith({ top: `<p>${line}</p>` }))).toMatchObject({
      publishedAt: '2024-07-09T00:00:00+07:00',
      modifiedAt: '2024-07-11T00:00:00+07:00',
    })
  })

  it('is read from a line that tells of a change', () => {
    const top = '<p>Ngày đăng: 09/07/2024</p><p>Cập nhật lần cuối: 11/07/2024</p>'
    expect(extracted(pageWith({ top }))).toMatchObject({
      publishedAt: '2024-07-09T00:00:00+07:00',
      modifiedAt: '2024-07-11T00:00:00+07:00',
    })
  })
})
