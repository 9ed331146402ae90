/** What is learnt of a partner's addresses, what is not believed, and how it heals. */

import { describe, expect, it } from 'vitest'
import { entrySift } from '../../../src/crawler/discovery/sift-entries.ts'
import {
  learntPatterns,
  readPatterns,
  type UrlPatterns,
  verdictOn,
} from '../../../src/crawler/discovery/url-patterns.ts'
import { urlShape } from '../../../src/crawler/discovery/url-shape.ts'

const SITE = 'https://a.example'

function taught(isArticle: boolean, ...paths: string[]): UrlPatterns {
  return learntPatterns(
    {},
    paths.map((path) => ({ url: SITE + path, isArticle })),
  )
}

describe('urlShape', () => {
  it.each([
    ['a title in the root', '/kol-dang-gap-go-nhieu', '*'],
    ['a title with its number', '/kol-dang-gap-go-nhieu-123456.html', '*0.html'],
    ['a title below a folder', '/blog/kol-dang-gap-go-nhieu', 'blog/*'],
    ['a title below a day', '/2026/07/09/kol-dang-gap-go-nhieu/', 'Y/0/0/*'],
    ['a title below a title', '/lam-dep/da-va-toc-cua-ban/kol-dang-gap-go-nhieu', 'lam-dep/~/*'],
    ['a word', '/about', 'w'],
    ['a number', '/node/123', 'node/0'],
    ['a number by parameter', '/?p=123', '?p'],
    ['two parameters, in the order of their names', '/xem?id=1&cat=2', 'w?cat&id'],
    ['a page of a system', '/bai.php?id=1', 'w.php?id'],
  ])('%s', (_case, path, shape) => {
    expect(urlShape(SITE + path)).toBe(shape)
  })

  it('is short, whatever the address', () => {
    expect(urlShape(`${SITE}/${'x/'.repeat(5_000)}?${'y'.repeat(5_000)}`)?.length).toBeLessThan(100)
  })
})

describe('verdictOn', () => {
  it.each([
    ['a title speaks for itself', {}, '/kol-dang-gap-go-nhieu', 'article', 'named by a title'],
    ['a tag as well', {}, '/tag/kol-dang-gap-go-nhieu', 'other', 'a tag'],
    ['a word may be anything', {}, '/kol', 'unknown', 'of a shape that is not known'],
    [
      'words below a folder that gave an article',
      taught(true, '/bai/so'),
      '/bai/kol',
      'article',
      'of a shape that has been articles',
    ],
    [
      'articles in a folder named like a list',
      taught(true, '/topic/a'),
      '/topic/kol',
      'article',
      'of a shape that has been articles',
    ],
    [
      'titles that never were articles',
      taught(false, '/event/a-b-c-d', '/event/b-b-c-d', '/event/c-b-c-d'),
      '/event/d-b-c-d',
      'other',
      'of a shape that has not been articles',
    ],
    [
      'one page that was none proves nothing',
      taught(false, '/event/a-b-c-d'),
      '/event/d-b-c-d',
      'article',
      'named by a title',
    ],
  ])('%s', (_case, patterns, path, verdict, why) => {
    expect(verdictOn(SITE + path, patterns)).toMatchObject({ verdict, why })
  })
})

describe('learntPatterns', () => {
  it('heals: a shape that was condemned for a while comes back with its articles', () => {
    const lesson = (isArticle: boolean, n: number) => ({ url: `${SITE}/bai/${n}`, isArticle })
    const condemned = learntPatterns(
      {},
      Array.from({ length: 200 }, (_, n) => lesson(false, n)),
    )
    expect(verdictOn(`${SITE}/bai/1`, condemned).verdict).toBe('other')
    const healed = learntPatterns(
      condemned,
      Array.from({ length: 45 }, (_, n) => lesson(true, n)),
    )
    expect(verdictOn(`${SITE}/bai/1`, healed).verdict).toBe('article')
  })

  it('stays below 4 KB, and keeps what it knows best', () => {
    const lessons = Array.from({ length: 5_000 }, (_, n) => ({
      url: `${SITE}/${String.fromCharCode(97 + (n % 26), 97 + (n % 23), 97 + (n % 19))}-${'x'.repeat(20)}/kol`,
      isArticle: true,
    }))
    const best = { url: `${SITE}/blog/kol`, isArticle: true }
    const learnt = learntPatterns({}, [best, ...lessons, best, best, best, best, best, best, best])
    expect(JSON.stringify(learnt).length).toBeLessThan(4_096)
    expect(learnt['blog/w']).toBeDefined()
  })

  it('bears names of JavaScript', () => {
    const learnt = learntPatterns({}, [{ url: `${SITE}/__proto__/kol`, isArticle: true }])
    expect(verdictOn(`${SITE}/constructor`, learnt).verdict).toBe('unknown')
  })
})

describe('readPatterns', () => {
  it.each([
    ['nothing', null],
    ['no JSON', '{'],
    ['another shape', '[1]'],
    ['counts of an other kind', '{"blog/*":["a",1]}'],
    ['negative counts', '{"blog/*":[-1,1]}'],
  ])('takes %s for nothing learnt', (_case, text) => {
    expect(readPatterns(text)).toEqual({})
  })

  it('reads back what was learnt', () => {
    const learnt = taught(true, '/bai/so', '/2026/07/kol-dang-gap-go-nhieu')
    expect(readPatterns(JSON.stringify(learnt))).toEqual(learnt)
  })
})

describe('entrySift', () => {
  it('lets articles pass, tries a few of what it does not know, and says what it left out', () => {
    const sift = entrySift({}, 2)
    const paths = ['/kol-dang-gap-go-nhieu', '/a', '/b', '/c', '/tag/kol', '/tag/koc']
    expect(paths.map((path) => sift.passes(SITE + path))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ])
    expect(sift.leftOut()).toEqual([
      { why: 'a tag', count: 2, example: `${SITE}/tag/kol` },
      { why: 'of a shape that is not known', count: 1, example: `${SITE}/c` },
    ])
  })

  it('tries the newest of a shape that has not been articles, but none of what is a list by its name', () => {
    const sift = entrySift(taught(false, '/event/a', '/event/b', '/event/c', '/event/d'))
    const entries: [string, number][] = [
      ['/event/x', 1],
      ['/event/y', 3],
      ['/event/z', 2],
      ['/tag/z', 4],
    ]
    expect(entries.map(([path, time]) => sift.isWanted(SITE + path, time))).not.toContain(true)
    expect(sift.condemned()).toEqual([`${SITE}/event/y`])
  })
})
