/** Reads the files that a sitemap index names: the best first, a few at a time, never in a circle. */

import type { DiscoverySource, SourcePart } from '../../articles/discovery-source.ts'
import type { SitemapChild, SitemapEntry } from '../../scrapers/sitemap/sitemap-entry.ts'
import { orderedChildren } from '../../scrapers/sitemap/sitemap-order.ts'
import { fetchSitemap } from '../fetch/fetch-sitemap.ts'
import type { DiscoverTools } from './discovery.ts'
import { sharesDomain } from './partner-scope.ts'

/** sitemaps.org allows no index inside an index; some have one all the same. */
const DEPTH_MAX = 2
/** Kept between visits: those that change. */
const PARTS_MAX = 10

/** What the files of a sitemap gave. */
export type SitemapHarvest = {
  entries: SitemapEntry[]
  urls: number
  files: number
  /** Why less was read than there is. */
  ends: string[]
  parts: SourcePart[]
  /** Every file that promises articles was read anew. */
  isWhole: boolean
}

type Reading = {
  source: DiscoverySource
  children: readonly SitemapChild[]
  filesMax: number
  tools: DiscoverTools
  options: { keep: number; isWanted: (entry: SitemapEntry) => boolean }
}

type Queued = SitemapChild & { depth: number; isOther: boolean }

/** Adds what the files give to `harvest`. One that has not changed since the last visit is not asked. */
export async function readParts(harvest: SitemapHarvest, reading: Reading): Promise<void> {
  const { source, filesMax } = reading
  const known = new Map(source.parts.map((part) => [part.url, part]))
  const visited = new Set([source.url])
  const queue = queued(reading.children, source.url, 1)
  let asked = 0
  for (let child = queue.shift(); child !== undefined; child = queue.shift()) {
    if (visited.has(child.url)) {
      tell(harvest, 'an index names itself')
      continue
    }
    visited.add(child.url)
    // Tags and authors are read only where nothing else was.
    if (child.isOther && asked > 0) continue
    const before = known.get(child.url)
    if (isSame(child, before)) {
      keep(harvest, before)
      harvest.isWhole = false
      continue
    }
    if (asked >= filesMax) {
      tell(harvest, 'older files are left to a backfill')
      break
    }
    asked++
    const inner = await readPart(harvest, child, before, reading)
    if (inner.length > 0 && child.depth >= DEPTH_MAX) tell(harvest, 'an index is nested too deep')
    else queue.unshift(...queued(inner, source.url, child.depth + 1))
  }
}

function queued(children: readonly SitemapChild[], indexUrl: string, depth: number): Queued[] {
  const own = children.filter(({ url }) => sharesDomain(url, indexUrl))
  return orderedChildren(own).map((child) => ({ ...child, depth }))
}

/** The index says when the file changed last, and we have read it since. */
function isSame({ updatedAt }: SitemapChild, before: SourcePart | undefined): before is SourcePart {
  return before !== undefined && updatedAt !== null && before.updatedAt === updatedAt
}

/** Returns the files that the file names, where it is an index itself. */
async function readPart(
  harvest: SitemapHarvest,
  { url, updatedAt }: SitemapChild,
  before: SourcePart | undefined,
  { tools, options }: Reading,
): Promise<SitemapChild[]> {
  const extras = { etag: before?.etag, lastModified: before?.lastModified }
  const file = await fetchSitemap(url, tools.fetchPage, options, extras)
  harvest.files++
  if (!file.ok) {
    tell(harvest, file.message.replace(/\.$/, ''))
    harvest.isWhole = false
    return []
  }
  if (file.status === 'not-modified') {
    keep(harvest, before)
    harvest.isWhole = false
    return []
  }
  const { sitemap, answer } = file
  const { etag, lastModified } = answer
  keep(harvest, { url, etag, lastModified, updatedAt })
  harvest.urls += sitemap.urls
  harvest.entries.push(...sitemap.entries)
  if (sitemap.cut !== null) tell(harvest, `a file ${sitemap.cut}`)
  return sitemap.children
}

function keep({ parts }: SitemapHarvest, part: SourcePart | undefined): void {
  if (part !== undefined && parts.length < PARTS_MAX) parts.push(part)
}

function tell({ ends }: SitemapHarvest, end: string): void {
  if (!ends.includes(end)) ends.push(end)
}
