/** Under which licence an article stands, and whether its page keeps it for subscribers. */

import { describe, expect, it } from 'vitest'
import { extracted, extraction, originsOf, PAGE_URL, pageWith } from '../page-with.ts'

const BY = 'https://licences.example/by/4.0/'

const ld = (data: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'Article', ...data })}</script>`

describe('licence', () => {
  it.each([
    ['a link tag', { head: `<link rel="license" href="${BY}">` }, BY, 'rel=license'],
    [
      'a link',
      { below: `<p><a rel="license noopener" href="${BY}">CC</a></p>` },
      BY,
      'rel=license',
    ],
    ['JSON-LD', { head: ld({ license: BY }) }, BY, 'json-ld'],
    ['an object of JSON-LD', { head: ld({ license: { '@id': BY } }) }, BY, 'json-ld'],
    [
      'Dublin Core',
      { head: '<meta name="DC.rights" content="CC BY 4.0">' },
      'CC BY 4.0',
      'meta dc.rights',
    ],
    [
      'an address of its own site',
      { head: '<link rel="license" href="/ban-quyen">' },
      'https://blog.example/ban-quyen',
      'rel=license',
    ],
    [
      'no links that differ, as those of pictures do',
      { below: `<p><a rel="license" href="${BY}">A</a><a rel="license" href="${BY}x">B</a></p>` },
      null,
      null,
    ],
    [
      'no whole text of one',
      { head: `<meta name="dc.rights" content="${'lời '.repeat(80)}">` },
      null,
      null,
    ],
  ])('is read from %s', (_case, parts, licence, origin) => {
    const html = pageWith(parts)
    expect(extracted(html).licence).toBe(licence)
    expect(originsOf(html).licence).toBe(origin)
  })
})

describe('paywalled', () => {
  it.each([
    ['JSON-LD says so', ld({ isAccessibleForFree: false }), true],
    ['JSON-LD says so in words', ld({ isAccessibleForFree: 'False' }), true],
    [
      'a part is for subscribers',
      ld({ hasPart: { isAccessibleForFree: false, cssSelector: '.more' } }),
      true,
    ],
    ['JSON-LD says that it is free', ld({ isAccessibleForFree: true }), false],
    ['its tier is locked', '<meta property="article:content_tier" content="locked">', true],
    ['its tier is metered', '<meta property="article:content_tier" content="metered">', false],
    ['a tag of its own says so', '<meta name="x-paywall" content="true">', true],
    ['a tag of its own denies it', '<meta name="x-paywall" content="false">', false],
    ['nothing is said', '', false],
  ])('follows where %s', (_case, head, paywalled) => {
    expect(extracted(pageWith({ head })).paywalled).toBe(paywalled)
  })
})

describe('robots', () => {
  const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`

  it.each([
    ['nothing where the page asks for nothing', '', [], [], null],
    [
      'what it asks of all',
      meta('robots', 'noai, noindex'),
      [],
      ['noai', 'noindex'],
      'meta robots',
    ],
    ['what it asks of us', meta('Trendwire', 'nosnippet'), [], ['nosnippet'], 'meta robots'],
    ['not what it asks of another', meta('googlebot', 'noindex'), [], [], null],
    ['what came in the header', '', ['noarchive'], ['noarchive'], 'x-robots-tag'],
    [
      'all of them together',
      meta('robots', 'noai') + meta('robots', 'nofollow') + meta('trendwire', 'noindex'),
      ['nosnippet'],
      ['noai', 'nofollow', 'noindex', 'nosnippet'],
      'meta robots',
    ],
  ])('keeps %s', (_case, head, robotsTag, robots, origin) => {
    const outcome = extraction(pageWith({ head }), PAGE_URL, { headers: { robotsTag, links: [] } })
    expect(outcome).toMatchObject({ ok: true, page: { robots }, origins: { robots: origin } })
  })
})
