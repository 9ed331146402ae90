/** What addresses say by themselves, in the words of the systems that make them. */

import { describe, expect, it } from 'vitest'
import { otherKind } from '../../../src/scrapers/listing/address-kind.ts'

describe('otherKind', () => {
  it.each([
    ['WordPress: tag', '/tag/kol', 'tag'],
    ['WordPress: category', '/category/lam-dep/', 'category'],
    ['WordPress: author', '/author/lan', 'author'],
    ['WordPress: search', '/?s=kol', 'search'],
    ['WordPress: paging', '/page/2/', 'list page'],
    ['WordPress: paging by query', '/?paged=2', 'list page'],
    ['WordPress: a month', '/2026/07/', 'date archive'],
    ['WordPress: a day', '/2026/07/09', 'date archive'],
    ['WordPress: feed', '/bai-viet-hay/feed/', 'feed'],
    ['WordPress: attachment', '/?attachment_id=12', 'attachment'],
    ['WordPress: files', '/wp-content/uploads/2026/07/a', 'attachment'],
    ['WordPress: an answer to a comment', '/bai-1?replytocom=9', 'attachment'],
    ['WordPress: log in', '/wp-login.php', 'account'],
    ['Ghost: tag', '/tag/news/', 'tag'],
    ['Ghost: author', '/author/lan/', 'author'],
    ['Blogger: label', '/search/label/KOL', 'search'],
    ['Blogger: paging', '/search?updated-max=2026-01-01', 'list page'],
    ['Blogger: a month', '/2026/07', 'date archive'],
    ['Haravan: a blog', '/blogs/tin-tuc', 'front page'],
    ['Haravan: a tag of a blog', '/blogs/tin-tuc/tagged/kol', 'tag'],
    ['Haravan: goods', '/collections/ao', 'shop'],
    ['Laravel: log in', '/login', 'account'],
    ['Laravel: paging', '/tin-tuc?paged=3', 'list page'],
    ['vi: category', '/chuyen-muc/doi-song', 'category'],
    ['vi: tag', '/tu-khoa/kol', 'tag'],
    ['vi: author', '/tac-gia/lan', 'author'],
    ['vi: search', '/tim-kiem?tu=kol', 'search'],
    ['vi: paging', '/tin-tuc/trang/2', 'list page'],
    ['vi: log in', '/dang-nhap', 'account'],
    ['vi: about us', '/gioi-thieu.html', 'site page'],
    ['the front', '/', 'front page'],
    ['the front of a blog', '/tin-tuc/', 'front page'],
    ['a year below a front', '/blog/2026', 'date archive'],
    ['a file', '/bang-gia.pdf', 'file'],
  ])('%s', (_case, path, kind) => {
    expect(otherKind(`https://a.example${path}`)).toBe(kind)
  })

  it.each([
    ['a slug', '/kol-dang-gap-go'],
    ['an article of WordPress by number', '/?p=123'],
    ['an article below its day', '/2026/07/09/kol-dang-gap-go/'],
    ['an article of Blogger', '/2026/07/kol.html'],
    ['an article of Haravan', '/blogs/tin-tuc/kol-dang-gap-go'],
    ['a number below a section', '/the-thao/2026'],
    ['a word that begins like one of ours', '/tag-team'],
    ['a page that is no paging', '/page/ve-kol'],
    ['a name of JavaScript', '/constructor?toString=1'],
  ])('says nothing against %s', (_case, path) => {
    expect(otherKind(`https://a.example${path}`)).toBeUndefined()
  })
})
