/** Which way to a partner's articles is chosen, and the sentence that says why. */

import { describe, expect, it } from 'vitest'
import { discover } from '../../../src/crawler/discovery/discover.ts'
import type { Discovery } from '../../../src/crawler/discovery/discovery.ts'
import {
  ALTERNATE,
  cards,
  type FakePage,
  feedOf,
  HOME,
  hoursAgo,
  indexOf,
  NOW,
  partner,
  paths,
  site,
  sitemapOf,
} from '../fake-site.ts'

const all = Array.from({ length: 12 }, (_, n) => n + 1)

/** The first of these numbers is two hours old, each next one a day older. */
const dated = (...numbers: number[]) =>
  numbers.map((n): [string, string] => [`/bai/${n}`, hoursAgo(2 + 24 * (n - 1))])
const datedFeed = (...numbers: number[]) =>
  feedOf(...dated(...numbers).map(([path, date]) => [`${HOME}${path.slice(1)}`, date] as const))

function why(discovery: Discovery): string {
  return discovery.ok && discovery.status === 'found' ? discovery.why : ''
}

describe('discover, choosing between ways', () => {
  const cases: [string, Record<string, FakePage>, string, string][] = [
    [
      'a feed of ten beside a page of twelve',
      {
        '/': { body: ALTERNATE + cards(...all) },
        '/tin.rss': { body: datedFeed(...all.slice(0, 10)) },
        '/sitemap.xml': { body: sitemapOf(...dated(...all)) },
      },
      'feed',
      'The feed lists 10 of the 12 newest articles (newest 2 h ago), the sitemap 12 of 12 (newest 2 h ago), the home page 12 of 12: the feed is used, for it is nearly as complete and costs least; the home page names it.',
    ],
    [
      'a feed that was abandoned six days ago',
      {
        '/': { body: ALTERNATE + cards(...all) },
        '/tin.rss': { body: datedFeed(7, 8, 9, 10, 11, 12) },
        '/sitemap.xml': { body: sitemapOf(...dated(...all)) },
      },
      'sitemap',
      'The sitemap lists 12 of the 12 newest articles (newest 2 h ago), the home page 12 of 12, the feed 6 of 12 (newest 6 days ago): the sitemap is used, for the feed lacks 6 newer articles.',
    ],
    [
      'a feed of one category',
      {
        '/': { body: ALTERNATE + cards(...all) },
        '/tin.rss': {
          body: feedOf(...[2, 20, 21, 22, 23, 24, 25, 26].map((n) => `${HOME}bai/${n}`)),
        },
      },
      'listing',
      'The home page lists 12 of the 12 newest articles, the feed 1 of 12: the listing is used, for the feed shows a part only.',
    ],
    [
      'a home page that shows nothing without its scripts',
      {
        '/': { body: `${ALTERNATE}<div id="app"></div>` },
        '/tin.rss': { body: datedFeed(9, 10) },
        '/sitemap.xml': { body: sitemapOf(...dated(...all)) },
      },
      'sitemap',
      'The sitemap lists 12 of the 12 newest articles (newest 2 h ago), the feed 2 of 12 (newest 8 days ago): the sitemap is used, for the feed lacks 8 newer articles.',
    ],
    [
      'a sitemap without dates behind a page of cards',
      {
        '/': { body: cards(...all) },
        '/sitemap.xml': { body: sitemapOf(...all.map((n) => `/bai/${n}`)) },
      },
      'listing',
      'The home page lists 12 of the 12 newest articles, the sitemap 12 of 12: the listing is used, for no feed serves.',
    ],
    [
      'a sitemap alone',
      { '/': { body: '' }, '/sitemap.xml': { body: sitemapOf(['/bai/1', hoursAgo(50)]) } },
      'sitemap',
      'The sitemap lists 1 of the only article (newest 2 days ago): the sitemap is used, for no feed serves.',
    ],
  ]
  it.each(cases)('%s', async (_case, pages, via, sentence) => {
    const discovery = await discover(partner, site(pages).tools)
    expect(discovery).toMatchObject({ via })
    expect(why(discovery)).toBe(sentence)
  })

  it('takes an old article that was touched for no news', async () => {
    const touched = Array.from({ length: 20 }, (_, n): [string, string] => [
      `/bai/${100 + n}`,
      hoursAgo(1),
    ])
    const { tools } = site({
      '/': { body: ALTERNATE + cards(...all) },
      '/tin.rss': { body: datedFeed(...all) },
      '/sitemap.xml': { body: sitemapOf(...touched, ...dated(...all)) },
    })
    expect(await discover(partner, tools)).toMatchObject({ via: 'feed' })
  })

  it.each([
    ['by their addresses', (n: number) => `${HOME}bai/${n}#comment-${n}`, 'T'],
    ['by their titles', (n: number) => `${HOME}bai/${n}`, 'Comment on Xu hướng by Lan'],
  ])('passes over a feed of comments, told %s', async (_case, address, title) => {
    const comments = feedOf(...all.map(address)).replaceAll('<title>T<', `<title>${title}<`)
    const { tools } = site({
      '/': { body: ALTERNATE + cards(...all) },
      '/tin.rss': { body: comments },
      '/feed': { body: datedFeed(...all) },
    })
    const discovery = await discover(partner, tools)
    expect(discovery).toMatchObject({
      source: { url: `${HOME}feed` },
      considered: expect.arrayContaining([
        { kind: 'feed', url: `${HOME}tin.rss`, verdict: `${HOME}tin.rss lists comments.` },
      ]),
    })
  })

  it('passes over a sitemap without articles', async () => {
    const { tools } = site({
      '/': { body: cards(...all) },
      '/sitemap.xml': { body: sitemapOf('/', '/tag/kol', '/author/lan', '/lien-he') },
    })
    expect(await discover(partner, tools)).toMatchObject({
      via: 'listing',
      considered: expect.arrayContaining([
        {
          kind: 'sitemap',
          url: `${HOME}sitemap.xml`,
          verdict: `${HOME}sitemap.xml lists 4 addresses, none of an article of the partner.`,
        },
      ]),
    })
  })

  it('keeps to the section that the partner’s address names', async () => {
    const inBlog = (n: number) =>
      `<h3><a href="/blog/xu-huong-${n}">Xu hướng số ${n} trong tuần</a></h3>`
    const { tools } = site({
      '/blog/': { body: all.map(inBlog).join('') },
      '/blog/feed': {
        body: feedOf(...all.map((n) => `${HOME}blog/xu-huong-${n}`), `${HOME}shop/ao-1`),
      },
      '/feed': { body: feedOf(`${HOME}shop/ao-1`) },
    })
    const discovery = await discover({ ...partner, url: `${HOME}blog/` }, tools)
    expect(discovery).toMatchObject({ source: { url: `${HOME}blog/feed` } })
    expect(paths(discovery)).toEqual(all.map((n) => `/blog/xu-huong-${n}`))
  })

  it('takes in what the home page shows, whatever the way that is chosen lacks', async () => {
    const { tools } = site({
      '/': { body: ALTERNATE + cards(...all) },
      '/tin.rss': { body: datedFeed(...all.slice(2)) },
    })
    expect(paths(await discover(partner, tools)).sort()).toEqual(all.map((n) => `/bai/${n}`).sort())
  })

  it('leaves out what a sitemap names beside articles, and says why', async () => {
    const { tools } = site({
      '/': { body: ALTERNATE + cards(1, 2, 3) },
      '/sitemap.xml': { body: sitemapOf(...dated(1, 2, 3), '/tag/kol', '/tag/koc', '/lien-he') },
    })
    const discovery = await discover(partner, tools)
    expect(paths(discovery)).toEqual(['/bai/1', '/bai/2', '/bai/3'])
    expect(discovery).toMatchObject({
      leftOut: [
        { why: 'a tag', count: 2, example: `${HOME}tag/kol` },
        { why: 'a site page', count: 1, example: `${HOME}lien-he` },
      ],
    })
  })

  it('looks for nothing beyond fifteen requests, however many ways there are', async () => {
    const feeds = all.map((n) => ALTERNATE.replace('/tin.rss', `/tin-${n}.rss`)).join('')
    const children = all.map((n) => `/sitemap-${n}.xml`)
    const { tools, log } = site(
      {
        '/': {
          body: `${feeds}${cards(...all)}<nav><a href="/tin-tuc">Tin tức</a><a href="/blog">Blog</a></nav>`,
        },
        '/one.xml': { body: indexOf(...children) },
      },
      { sitemaps: all.map((n) => `${HOME}named-${n}.xml`).concat(`${HOME}one.xml`) },
    )
    await discover(partner, tools)
    expect(log.length).toBeLessThanOrEqual(15)
  })

  it('asks little where a feed and the page agree', async () => {
    const { tools, log } = site({
      '/': { body: ALTERNATE + cards(...all) },
      '/tin.rss': { body: datedFeed(...all) },
    })
    await discover(partner, tools)
    expect(log).toEqual(['/', '/tin.rss', '/sitemap.xml'])
  })

  it('keeps a date from the future out of its measure', async () => {
    const later = new Date(NOW.getTime() + 90 * 86_400_000).toISOString()
    const { tools } = site({
      '/': { body: ALTERNATE + cards(...all) },
      '/tin.rss': { body: datedFeed(...all) },
      '/sitemap.xml': { body: sitemapOf(['/bai/1', later], ['/bai/99', later]) },
    })
    expect(await discover(partner, tools)).toMatchObject({ via: 'feed' })
  })
})
