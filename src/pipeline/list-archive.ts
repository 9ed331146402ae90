/** Walks through the lists of a partner's archive, for one step of a backfill. */

import { urlKey } from '../articles/addresses/canonical-url.ts'
import { isOutside } from '../crawler/archive/archive-days.ts'
import { archiveWays } from '../crawler/archive/archive-start.ts'
import { isTrap, type RecentlyListed } from '../crawler/archive/archive-trap.ts'
import {
  type ArchiveReading,
  type FurtherList,
  readArchiveList,
} from '../crawler/archive/read-archive.ts'
import type { FetchPage } from '../crawler/politeness/polite.ts'
import { robotsFromStatus } from '../crawler/politeness/robots.ts'
import {
  type ArchiveFile,
  addFiles,
  beginFile,
  countFiles,
  endFile,
  findPendingFile,
  unbeginFile,
} from '../storage/backfill-files.ts'
import { type HeldBackfill, markListed, noteBackfill } from '../storage/backfill-progress.ts'
import { countArticlePages } from '../storage/frontier.ts'
import type { KeptPartner } from '../storage/kept-partner.ts'
import { findRobots } from '../storage/robots.ts'
import { addListed, type Taken } from './add-listed.ts'
import { instantAfter, type PipelineTools } from './tools.ts'

/** After this long no further list is begun. */
const STEP_MS = 8 * 1000

/** A list that did not come is asked for so often, later each time. */
const TRIES_MAX = 3
const RETRY_MS = 5 * 60 * 1000

const BROKEN_OFF = { ok: false, isPassing: false, isMissing: false, until: null } as const

/** Pages of ten articles or so: this is an archive of 20,000. */
const LISTING_PAGES_MAX = 2_000

export type ArchiveWalk = {
  backfill: HeldBackfill
  partner: KeptPartner
  fetchPage: FetchPage
  tools: PipelineTools
}

/**
 * Reads on in the lists of the archive. What broke off anywhere is read again and counts once. Ends
 * early where the backfill was stopped, or a list did not come: then it goes on later.
 */
export async function listArchive(walk: ArchiveWalk): Promise<void> {
  const { backfill, tools } = walk
  const until = tools.now().getTime() + STEP_MS
  let { recent } = backfill
  while (tools.now().getTime() < until) {
    const list = await nextList(walk)
    if (list === undefined) {
      await tools.db.batch([markListed(tools.db, backfill.id, { listAt: null, recent })])
      return
    }
    const read = await readList(list, recent, walk)
    if (read === undefined) return
    recent = read
  }
}

/** The next list; where those of one way into the archive came to little, that of the next way. */
async function nextList(walk: ArchiveWalk): Promise<ArchiveFile | undefined> {
  const { backfill, partner, tools } = walk
  const pending = await findPendingFile(tools.db, backfill.id)
  if (pending !== undefined && pending.kind !== 'guess') return pending
  const lists = await countFiles(tools.db, backfill.id)
  if (await isEnough(lists.articles, walk)) return undefined
  if (pending !== undefined) return pending
  const ways = archiveWays(partner, await namedSitemaps(walk))
  const gone = ways.findLastIndex(([way]) => way !== undefined && lists.kinds.includes(way.kind))
  const way = ways[gone + 1]
  if (way === undefined) return undefined
  const files = way.map(({ url, kind }) => ({ url, urlKey: keyOf(url), kind, depth: 0 }))
  await tools.db.batch([addFiles(tools.db, backfill.id, files)])
  return await findPendingFile(tools.db, backfill.id)
}

/** An archive lists what is known of it and more, unless only a part of it is looked at. */
async function isEnough(articles: number, { backfill, partner, tools }: ArchiveWalk) {
  if (articles === 0) return false
  const isPart = backfill.since !== null || backfill.until !== null
  return isPart || articles >= (await countArticlePages(tools.db, partner.id))
}

/** The sitemaps that discovery uses, or that robots.txt named when it was last read. */
async function namedSitemaps({ partner, tools }: ArchiveWalk): Promise<string[]> {
  const kept = await findRobots(tools.db, new URL(partner.url).origin, '')
  const robots = kept === undefined ? undefined : robotsFromStatus(kept.status, kept.body)
  const { source, second } = partner.upkeep
  const used = [source, second].filter((one) => one?.kind === 'sitemap')
  return [...used.map((one) => one?.url ?? ''), ...(robots?.sitemaps ?? [])]
}

/** Undefined where the walk does not go on now. */
async function readList(
  list: ArchiveFile,
  recent: RecentlyListed,
  walk: ArchiveWalk,
): Promise<RecentlyListed | undefined> {
  const { fetchPage, backfill, tools } = walk
  if (list.tries >= TRIES_MAX) {
    const message = `${list.url} was given up: ${TRIES_MAX} readings of it broke off.`
    return (await noteFailure(list, { ...BROKEN_OFF, message }, walk)) ? recent : undefined
  }
  await beginFile(tools.db, { backfillId: backfill.id, urlKey: list.urlKey })
  const taken: Taken = { listed: 0, skipped: 0, others: 0, recent, isOver: false }
  const reading = await readArchiveList(list, {
    fetchPage,
    take: (entries) => addListed(entries, list, taken, walk),
  })
  if (!reading.ok) return (await noteFailure(list, reading, walk)) ? recent : undefined
  await endList(list, reading, taken, walk)
  return taken.isOver ? undefined : taken.recent
}

async function endList(
  list: ArchiveFile,
  reading: Extract<ArchiveReading, { ok: true }>,
  taken: Taken,
  { backfill, tools }: ArchiveWalk,
): Promise<void> {
  const { db } = tools
  const isListing = list.kind === 'listing'
  const pages = isListing ? (await countFiles(db, backfill.id)).listings : 0
  const trap = isListing && reading.further.length > 0 ? trapOf(list, taken.recent, pages) : null
  const further = trap === null ? wanted(reading.further, backfill) : []
  const message = trap ?? reading.cut
  await db.batch([
    endFile(db, { backfillId: backfill.id, urlKey: list.urlKey }, 'read'),
    addFiles(db, backfill.id, further),
    markListed(db, backfill.id, {
      listAt: taken.isOver ? null : tools.now().toISOString(),
      recent: taken.recent,
    }),
    ...(message === null ? [] : [noteBackfill(db, backfill.id, { url: list.url, message })]),
  ])
}

/** Why a listing is not followed any further. */
function trapOf(list: ArchiveFile, recent: RecentlyListed, pages: number): string | null {
  if (isTrap(recent)) return `${list.url}: its pages tell nothing new any more, but always go on.`
  const isLong = pages >= LISTING_PAGES_MAX
  return isLong ? `${list.url}: the listing has more than ${LISTING_PAGES_MAX} pages.` : null
}

function wanted(further: FurtherList[], backfill: HeldBackfill) {
  return further
    .filter(({ url, modifiedAt }) => !isOutside({ url, publishedAt: null, modifiedAt }, backfill))
    .map(({ url, kind, depth }) => ({ url, urlKey: keyOf(url), kind, depth }))
}

/** Returns whether the walk goes on with the next list: a host that does not answer is left alone. */
async function noteFailure(
  list: ArchiveFile,
  failure: Extract<ArchiveReading, { ok: false }>,
  { backfill, tools }: ArchiveWalk,
): Promise<boolean> {
  const { db } = tools
  const file = { backfillId: backfill.id, urlKey: list.urlKey }
  if (failure.until !== null) {
    const listAt = new Date(failure.until).toISOString()
    await db.batch([unbeginFile(db, file), markListed(db, backfill.id, { listAt })])
    return false
  }
  if (failure.isPassing && list.tries + 1 < TRIES_MAX) {
    const listAt = instantAfter(tools.now(), RETRY_MS * 2 ** list.tries)
    await db.batch([markListed(db, backfill.id, { listAt })])
    return false
  }
  const isExpected = list.kind === 'guess' && failure.isMissing
  const note = { url: list.url, message: failure.message }
  await db.batch([
    endFile(db, file, isExpected ? 'skipped' : 'failed'),
    ...(isExpected ? [] : [noteBackfill(db, backfill.id, note)]),
  ])
  return true
}

function keyOf(url: string): string {
  return urlKey(url) ?? url
}
