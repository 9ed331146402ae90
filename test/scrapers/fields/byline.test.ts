/** Who wrote an article: names without labels, dates and roles, wherever the page says them. */

import { describe, expect, it } from 'vitest'
import { authorNames } from '../../../src/scrapers/fields/author-names.ts'
import { extracted, originsOf, PARAGRAPHS, pageWith } from '../page-with.ts'

const ld = (author: unknown) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'Article', author })}</script>`

const dates = {
  timezone: 'Asia/Ho_Chi_Minh',
  now: new Date('2026-11-20T08:00:00Z'),
  dayFirst: true,
}

describe('authorNames', () => {
  it.each([
    ['a label', 'Bởi Lê Minh An', ['Lê Minh An']],
    ['labels one behind the other', 'Đăng bởi: Tác giả Lê An', ['Lê An']],
    ['a date behind', 'By Jane Roe, July 9, 2024', ['Jane Roe']],
    ['a date before', 'July 9, 2024 by Jane Roe', ['Jane Roe']],
    ['a labelled date before', 'Published July 9, 2024 | by Jane Roe', ['Jane Roe']],
    ['a role', 'Jane Roe, Senior Staff Writer', ['Jane Roe']],
    ['a role without a comma', 'Jane Roe CEO', ['Jane Roe']],
    ['an agency', 'Jane Roe | Reuters', ['Jane Roe']],
    ['brackets', 'Minh Anh (tổng hợp)', ['Minh Anh']],
    ['a handle in brackets', 'Lê Minh An (@minhan)', ['Lê Minh An']],
    ['a handle', 'Jane Roe @janeroe', []],
    ['an address', 'https://social.example/jane', []],
    ['two names', 'Lê An và Trần Bình', ['Lê An', 'Trần Bình']],
    ['three names', 'von Anna Roth, Ben Alt und Carla Neu', ['Anna Roth', 'Ben Alt', 'Carla Neu']],
    ['a degree, which stays', 'Jane Roe, Ph.D.', ['Jane Roe, Ph.D.']],
    ['capitals', 'JANE SMITHSON', ['Jane Smithson']],
    ['Vietnamese capitals', 'LÊ MINH AN', ['Lê Minh An']],
    ['an agency’s capitals', 'AFP', ['AFP']],
    ['a station’s capitals', 'BBC NEWS', ['BBC NEWS']],
    ['short capitals', 'MEG HARD', ['Meg Hard']],
    ['a weekday behind', 'By Jane Roe Monday, July 8, 2024', ['Jane Roe']],
    ['a count behind', 'By Jane Roe 12 Comments', ['Jane Roe']],
    ['the date’s word behind', 'Von Anna Roth am 9. Juli 2024', ['Anna Roth']],
    ['an office behind', 'Analysis by Jane Roe, TV Editor-at-large', ['Jane Roe']],
    ['who took the picture', 'Photograph by Jane Roe', []],
    ['a field of a form', 'Email address *', []],
    [
      'an office with a list in its name',
      'Center for Food and Health',
      ['Center for Food and Health'],
    ],
    ['two first names', 'Maria & Lena', ['Maria & Lena']],
    ['an initial', 'Jane R.', ['Jane R.']],
    ['a date alone', 'December 17, 2025', []],
    ['a month and a day', 'Dec 1st', []],
    ['figures alone', '262588', []],
    ['nobody', 'Super User', []],
    ['a label alone', 'Written by', []],
  ])('reads through %s', (_case, text, names) => {
    expect(authorNames(text, dates)).toEqual(names)
  })
})

describe('byline', () => {
  it.each([
    ['a label in a line of its own', '<p>Tác giả</p><p>Lê An</p>', 'Lê An', 'line'],
    [
      'a class on a part of the line',
      '<p><b class="author-label">Bởi</b> Lê An</p>',
      'Lê An',
      'line',
    ],
    ['a link into the authors', '<p><a href="/tac-gia/an">Lê An</a></p>', 'Lê An', 'byline link'],
    [
      'an icon before it',
      '<ul><li><i class="fa fa-user"></i> Lê An</li></ul>',
      'Lê An',
      'byline class',
    ],
    [
      'a class around it, beside a picture and a life',
      '<div class="author-card"><p class="author-bio">Nhà báo tự do từ năm ngoái</p><p class="author-name">Lê An</p></div>',
      'Lê An',
      'byline class',
    ],
    ['the end of a dated line', '<p>Posted in Phố on July 9, 2024 by an88</p>', 'an88', 'line'],
  ])('is read from %s', (_case, top, byline, origin) => {
    const html = pageWith({ top })
    expect(extracted(html).byline).toBe(byline)
    expect(originsOf(html).byline).toBe(origin)
  })

  it.each([
    ['a link to the article before', '<p>Bài viết trước</p>'],
    ['the letters of a missing picture', '<p class="author">LA</p>'],
    ['a sentence', '<p>Theo ban tổ chức, phố sách sẽ mở thêm một tuần nữa.</p>'],
  ])('is not read from %s', (_case, top) => {
    expect(extracted(pageWith({ top })).byline).toBeNull()
  })

  it.each([
    ['right-aligned and bold', '<p style="text-align: right"><b>Lê Minh An</b></p>', 'Lê Minh An'],
    ['compiled', '<p>Minh Anh (tổng hợp)</p>', 'Minh Anh'],
    ['words and pictures', '<p>Bài: Lê An – Ảnh: Trần Bình</p>', 'Lê An'],
    ['after another source', '<p>Theo Lê Minh An</p>', 'Lê Minh An'],
    ['no name', '<p style="text-align: right"><b>Còn tiếp kỳ sau</b></p>', null],
  ])('is the signature at the end: %s', (_case, end, byline) => {
    const body = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('') + end
    expect(extracted(pageWith({ body })).byline).toBe(byline)
  })

  it.each([
    ['a person before the site', 'Blog', 'By Jane Roe', 'Jane Roe'],
    ['the site where nobody else is named', 'Blog', '', 'Blog'],
    ['a full name before a handle', 'jroe', 'By Jane Roe', 'Jane Roe'],
    ['a handle where nothing else is told', 'jroe', '', 'jroe'],
    ['the name that is told in full', 'Jane Roe', 'By Jane', 'Jane Roe'],
  ])('is %s', (_case, told, line, byline) => {
    const head = `<meta property="og:site_name" content="Blog">${ld(told)}`
    expect(extracted(pageWith({ head, top: `<p>${line}</p>` })).byline).toBe(byline)
  })

  it('is the one author to whom all author links lead', () => {
    const below = '<footer><p>Xin cảm ơn.</p></footer>'.repeat(40)
    const link = '<footer><a rel="author" href="/an">Lê An</a></footer>'
    expect(extracted(pageWith({ below: `${below}${link}` })).byline).toBe('Lê An')
    const other = link.replace('Lê An', 'Trần Bình')
    expect(extracted(pageWith({ below: `${below}${link}${other}` })).byline).toBeNull()
  })
})
