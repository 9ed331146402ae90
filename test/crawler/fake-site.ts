/** A partner's site in memory, for the tests of discovery: pages by path, a log of what was asked. */

import type {
  DiscoverPartner,
  DiscoverTools,
  Discovery,
} from '../../src/crawler/discovery/discovery.ts'
import { type FetchFailure, failure } from '../../src/crawler/fetch/fetch-outcome.ts'
import type { FetchPage } from '../../src/crawler/politeness/polite.ts'
import { answerWith, unchanged } from './answer-with.ts'

export const HOME = 'https://a.example/'
export const NOW = new Date('2026-11-23T12:00:00Z')

export const partner: DiscoverPartner = { url: HOME, feed: null, sitemap: null, listing: null }

export type FakePage =
  | { body: string; etag?: string; permanentUrl?: string; freshSeconds?: number }
  | FetchFailure

type Facts = {
  /** What `Sitemap:` lines of robots.txt name. */
  sitemaps?: string[]
  /** Addresses listed before; without them there is no memory to ask. */
  known?: string[]
  now?: Date
  patterns?: DiscoverTools['patterns']
}

/** Answers from `pages` by path, 404 for others; logs every request, `if` where it is conditional. */
export function site(pages: Record<string, FakePage>, facts: Facts = {}) {
  const log: string[] = []
  const fetchPage: FetchPage = async (url, _accept, extras) => {
    const path = url.startsWith(HOME) ? url.slice(HOME.length - 1) : url
    const etag = extras?.etag ?? null
    log.push(etag === null ? path : `${path} if ${etag}`)
    const page = pages[path]
    if (page === undefined) return failure('gone', `${url} answered 404.`, 404)
    if ('ok' in page) return page
    const { body, permanentUrl = null, freshSeconds = null } = page
    if (etag !== null && page.etag === etag) return unchanged(url)
    await extras?.consume?.(chunksOf(body))
    return answerWith({ url, body, etag: page.etag ?? null, permanentUrl, freshSeconds })
  }
  const { known } = facts
  const tools: DiscoverTools = {
    fetchPage,
    now: () => facts.now ?? NOW,
    sitemapsOf: async () => facts.sitemaps ?? [],
    knownKeys:
      known === undefined
        ? undefined
        : async (keys) => new Set(keys.filter((key) => known.some((path) => key.endsWith(path)))),
    patterns: facts.patterns ?? {},
  }
  return { tools, log }
}

async function* chunksOf(body: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(body)
}

/** Cards of the articles of these numbers, as a home page shows them. */
export function cards(...numbers: number[]): string {
  const card = (n: number) =>
    `<div class="card"><h3><a href="/bai/${n}">Xu hướng số ${n} trong tuần</a></h3></div>`
  return numbers.map(card).join('')
}

export const ALTERNATE = '<link rel="alternate" type="application/rss+xml" href="/tin.rss">'

/** A feed of these addresses; one with a date is a pair. */
export function feedOf(...entries: (string | readonly [string, string])[]): string {
  const items = entries.map((entry) => {
    const [url, date] = typeof entry === 'string' ? [entry, undefined] : entry
    const published = date === undefined ? '' : `<pubDate>${date}</pubDate>`
    return `<item><title>T</title><link>${url}</link>${published}</item>`
  })
  return `<rss><channel>${items.join('')}</channel></rss>`
}

/** A sitemap of these paths; one with a day of its last change is a pair. */
export function sitemapOf(...entries: (string | readonly [string, string])[]): string {
  const urls = entries.map((entry) => {
    const [path, day] = typeof entry === 'string' ? [entry, undefined] : entry
    const changed = day === undefined ? '' : `<lastmod>${day}</lastmod>`
    return `<url><loc>${HOME.slice(0, -1)}${path}</loc>${changed}</url>`
  })
  return `<urlset>${urls.join('')}</urlset>`
}

export function indexOf(...entries: (string | readonly [string, string])[]): string {
  return sitemapOf(...entries)
    .replaceAll('url>', 'sitemap>')
    .replaceAll('urlset>', 'sitemapindex>')
}

/** The paths of what was found. */
export function paths(discovery: Discovery): string[] {
  if (!discovery.ok || discovery.status === 'not-modified') return []
  return discovery.entries.map(({ url }) => url.slice(HOME.length - 1))
}

/** ISO 8601, so many hours before NOW. */
export function hoursAgo(hours: number): string {
  return new Date(NOW.getTime() - hours * 3_600_000).toISOString()
}
