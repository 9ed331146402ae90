/** Reads one list of an archive, a sitemap file or a listing page, and hands on what it names. */

import { urlKey } from '../../articles/addresses/canonical-url.ts'
import { listArticles } from '../../scrapers/listing/listing.ts'
import { readSitemap } from '../../scrapers/sitemap/sitemap.ts'
import type { SitemapEntry } from '../../scrapers/sitemap/sitemap-entry.ts'
import { orderedChildren } from '../../scrapers/sitemap/sitemap-order.ts'
import { type FetchFailure, shown } from '../fetch/fetch-outcome.ts'
import type { FetchPage } from '../politeness/polite.ts'
import type { Dated } from './archive-days.ts'

/** An index may name indexes, which may name files. */
const DEPTH_MAX = 2

/** Files of an index: a sitemap for every day of ten years, and some more. */
const FILES_MAX = 5_000

/** Entries that are handed on at once. */
const PART_ENTRIES = 1_000

/** Failures after which the same list may be read another time. */
const PASSING_REASONS = new Set<FetchFailure['reason']>([
  'busy',
  'server-error',
  'timeout',
  'unreachable',
])

export type ArchiveList = { url: string; kind: 'sitemap' | 'guess' | 'listing'; depth: number }

/** A list that another one leads to; with what is said of when it changed last. */
export type FurtherList = ArchiveList & { modifiedAt: string | null }

export type ArchiveTools = {
  fetchPage: FetchPage
  /** Takes the next part of what the list names, in its order. */
  take: (entries: Dated[]) => Promise<void>
}

export type ArchiveReading =
  | {
      ok: true
      /** In the order in which they promise articles. */
      further: FurtherList[]
      /** One English sentence on what of it was not read; null where all was. */
      cut: string | null
    }
  | {
      ok: false
      message: string
      isPassing: boolean
      isMissing: boolean
      /** Nobody was asked: the host must not be before then, Unix milliseconds. */
      until: number | null
    }

export async function readArchiveList(
  list: ArchiveList,
  tools: ArchiveTools,
): Promise<ArchiveReading> {
  return list.kind === 'listing' ? await readPage(list, tools) : await readFile(list, tools)
}

async function readPage(
  list: ArchiveList,
  { fetchPage, take }: ArchiveTools,
): Promise<ArchiveReading> {
  const answer = await fetchPage(list.url, 'page')
  if (!answer.ok) return failed(answer)
  if (answer.status === 'not-modified') return unread(`${shown(list.url)} answered 304 unasked.`)
  const { urls, next } = listArticles(answer.body, answer.url)
  await take(urls.map((url) => ({ url, publishedAt: null, modifiedAt: null })))
  const further: FurtherList[] =
    next === null ? [] : [{ url: next, kind: 'listing', depth: 0, modifiedAt: null }]
  return { ok: true, further, cut: null }
}

async function readFile(
  list: ArchiveList,
  { fetchPage, take }: ArchiveTools,
): Promise<ArchiveReading> {
  const waiting: SitemapEntry[] = []
  const handOn = async (atLeast: number) => {
    while (waiting.length > 0 && waiting.length >= atLeast) {
      await take(waiting.splice(0, PART_ENTRIES).map(datedOf))
    }
  }
  async function* handingOn(chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      yield chunk
      // Between two chunks: whoever takes the entries holds up the server, not our memory.
      await handOn(PART_ENTRIES)
    }
  }
  const onEntry = (entry: SitemapEntry) => void waiting.push(entry)
  let sitemap: Awaited<ReturnType<typeof readSitemap>>
  const consume = async (chunks: AsyncIterable<Uint8Array>) => {
    sitemap = await readSitemap(handingOn(chunks), {
      url: list.url,
      keep: 0,
      childrenMax: FILES_MAX,
      onEntry,
    })
  }
  const answer = await fetchPage(list.url, 'sitemap', { consume })
  await handOn(1)
  if (!answer.ok) return failed(answer)
  if (sitemap === undefined) return unread(`${shown(list.url)} is no sitemap.`)
  const cut = sitemap.cut ?? (answer.status === 'modified' && answer.isCut ? 'breaks off' : null)
  return {
    ok: true,
    further: list.depth < DEPTH_MAX ? furtherFiles(sitemap.children, list) : [],
    cut: cut === null ? null : `${shown(list.url)} ${cut}: the rest of it was not read.`,
  }
}

/** Files that list no articles by their names are left out. */
function furtherFiles(
  children: Parameters<typeof orderedChildren>[0],
  list: ArchiveList,
): FurtherList[] {
  return orderedChildren(children)
    .filter(({ url, isOther }) => !isOther && urlKey(url) !== urlKey(list.url))
    .map(({ url, updatedAt }) => ({
      url,
      kind: 'sitemap' as const,
      depth: list.depth + 1,
      modifiedAt: updatedAt,
    }))
}

function datedOf({ url, publishedAt, updatedAt }: SitemapEntry): Dated {
  return { url, publishedAt, modifiedAt: updatedAt }
}

function failed(failure: FetchFailure): ArchiveReading {
  const { reason, message, httpStatus } = failure
  const isMissing = httpStatus === 404 || httpStatus === 410
  const until = failure.reason === 'waiting' ? failure.until : null
  return { ok: false, message, isPassing: PASSING_REASONS.has(reason), isMissing, until }
}

function unread(message: string): ArchiveReading {
  return { ok: false, message, isPassing: false, isMissing: true, until: null }
}
