/** Reads a sitemap, or the files of an index that promise articles, as a source of articles. */

import { urlKey } from '../../articles/addresses/canonical-url.ts'
import { listedAddress } from '../../articles/addresses/listed-address.ts'
import type { DiscoverySource } from '../../articles/discovery-source.ts'
import { timeOf } from '../../scrapers/sitemap/newest-entries.ts'
import type { SitemapEntry } from '../../scrapers/sitemap/sitemap-entry.ts'
import { shown } from '../fetch/fetch-outcome.ts'
import { fetchSitemap } from '../fetch/fetch-sitemap.ts'
import type { DiscoveredEntry, DiscoverTools, SourceReading } from './discovery.ts'
import { sharesDomain } from './partner-scope.ts'
import { entrySift, type Sift } from './sift-entries.ts'
import { readParts, type SitemapHarvest } from './sitemap-parts.ts'
import { afterAnswer, afterVisit, conditionsOf } from './source-memory.ts'

/** Of the newest; the archive behind them is a matter of backfill. */
const ENTRIES_MAX = 1_000

/**
 * Asks for the sitemap, conditionally where `source` has validators, and for `filesMax` files of an
 * index at most, those first that promise articles.
 */
export async function readSitemapSource(
  source: DiscoverySource,
  partnerUrl: string,
  tools: DiscoverTools,
  filesMax = 3,
): Promise<SourceReading> {
  const sift = entrySift(tools.patterns)
  const options = {
    keep: ENTRIES_MAX,
    isWanted: (entry: SitemapEntry) =>
      sharesDomain(entry.url, partnerUrl) && sift.isWanted(entry.url, timeOf(entry)),
  }
  const { fetchPage, now } = tools
  const file = await fetchSitemap(source.url, fetchPage, options, conditionsOf(source))
  if (!file.ok) return file
  if (file.status === 'not-modified') {
    return await readUnchanged(afterVisit(source, file, now()), { tools, options, filesMax, sift })
  }
  const { sitemap } = file
  const harvest: SitemapHarvest = {
    entries: sitemap.entries,
    urls: sitemap.urls,
    files: 1,
    ends: sitemap.cut === null ? [] : [`it ${sitemap.cut}`],
    parts: [],
    isWhole: true,
  }
  if (sitemap.children.length > 0) {
    const { children } = sitemap
    await readParts(harvest, { source, children, filesMax, tools, options })
  }
  const listed = { urls: harvest.urls, of: harvest.entries, children: sitemap.children }
  const after = await afterAnswer(source, file.answer, { listed, now: now() })
  const told = { ...after.source, parts: harvest.parts, urlCount: harvest.urls }
  const isEmpty = harvest.entries.length === 0 && !harvest.isWhole
  if (after.isUnchanged || isEmpty) return { ok: true, status: 'not-modified', source: told }
  return readingOf(harvest, told, sift)
}

/** An index without dates stays as it is when its files change: they are asked themselves. */
async function readUnchanged(
  source: DiscoverySource,
  { tools, options, filesMax, sift }: Unchanged,
): Promise<SourceReading> {
  const undated = source.parts.filter(({ updatedAt }) => updatedAt === null)
  if (undated.length === 0) return { ok: true, status: 'not-modified', source }
  const harvest: SitemapHarvest = {
    ...{ entries: [], urls: 0, files: 0, ends: [], parts: [], isWhole: false },
  }
  await readParts(harvest, { source, children: undated, filesMax, tools, options })
  const told = { ...source, parts: harvest.parts }
  if (harvest.entries.length === 0) return { ok: true, status: 'not-modified', source: told }
  return readingOf(harvest, told, sift)
}

type Unchanged = {
  tools: DiscoverTools
  options: { keep: number; isWanted: (entry: SitemapEntry) => boolean }
  filesMax: number
  sift: Sift
}

function readingOf(harvest: SitemapHarvest, source: DiscoverySource, sift: Sift): SourceReading {
  const wanted = [...harvest.entries].sort((a, b) => (timeOf(b) || 0) - (timeOf(a) || 0))
  const byKey = new Map<string, DiscoveredEntry>()
  for (const { url, title, publishedAt, updatedAt } of wanted) {
    const address = listedAddress(url, source.url)
    const key = address === undefined ? undefined : urlKey(address)
    if (address === undefined || key === undefined || byKey.has(key)) continue
    if (byKey.size >= ENTRIES_MAX || !sift.passes(address)) continue
    byKey.set(key, { url: address, title, publishedAt, updatedAt, html: null })
  }
  for (const url of sift.condemned()) {
    const key = urlKey(url)
    const entry = { url, title: null, publishedAt: null, updatedAt: null, html: null }
    if (key !== undefined && byKey.size > 0) byKey.set(key, entry)
  }
  const entries = [...byKey.values()]
  const { isWhole } = harvest
  if (entries.length === 0 && isWhole) {
    return { ok: false, reason: 'nothing-found', message: noneOf(harvest, source) }
  }
  const verdict = verdictOf(harvest, entries.length)
  const rest = { goesOn: harvest.urls > entries.length, verdict, leftOut: sift.leftOut() }
  return { ok: true, status: 'found', entries, isWhole, source, ...rest }
}

function noneOf({ urls, ends }: SitemapHarvest, { url }: DiscoverySource): string {
  const why = ends.length === 0 ? '' : `: ${ends.join('; ')}`
  return `${shown(url)} lists ${urls} addresses, none of an article of the partner${why}.`
}

function verdictOf({ urls, files, ends }: SitemapHarvest, articles: number): string {
  const where = files === 1 ? 'one file' : `${files} files`
  const found = `${articles} articles of ${urls} addresses in ${where}`
  return [found, ...ends].join('; ')
}
