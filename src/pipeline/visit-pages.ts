/** Visits the pages of a run in turn, for as long as a wake-up lasts. */

import { hostPort } from '../crawler/fetch/host-port.ts'
import {
  claimPage,
  endUnasked,
  findEndedPages,
  findPendingPages,
  type PendingPage,
  pageClaimOf,
} from '../storage/run-pages.ts'
import { claimAhead } from './claim-ahead.ts'
import { type SilentHosts, silentHosts } from './silent-hosts.ts'
import type { PipelineTools } from './tools.ts'
import { givenUp, passOver, recordBug, visitPage } from './visit-page.ts'
import { isTooLong, type Wake } from './wake.ts'

/**
 * After this long a wake-up takes no further page. It goes on behind a message that has been
 * acknowledged, where the platform may end it after half a minute: this long and one page's time-out
 * fit into that. What it ends goes on when the lease is over.
 */
const WAKE_MS = 12 * 1000

/** After this long no page is claimed ahead: its turn may not come any more. */
const CLAIM_AHEAD_MS = WAKE_MS / 2

/** A longer pause is left to another wake-up. */
const PAUSE_MS_MAX = 10 * 1000

/** Pages that one wake-up reads from D1. */
const PAGES_PER_WAKE = 25

/** The visits before that tell whether a host has fallen silent; a partner may list several hosts. */
const ENDED_PAGES = 20

export type Progress = {
  /** Pages that there were to visit, as far as one wake-up looks. */
  pages: number
  /** Whether some of them are left for sure. */
  isLeft: boolean
  /** Whether anything was stored or taken away, which endpoints are told of. */
  hasNews: boolean
  /** Before when the host of the next page must not be asked, Unix milliseconds; undefined for at once. */
  waitsUntil: number | undefined
}

/** Visits pages until the wake-up's time is over or the run is not ours any more. */
export async function visitPages(wake: Wake, tools: PipelineTools): Promise<Progress> {
  const pages = await findPendingPages(tools.db, wake.run, PAGES_PER_WAKE)
  const progress = { pages: pages.length, isLeft: true, hasNews: false, waitsUntil: undefined }
  if (pages.length === 0) return { ...progress, isLeft: false }
  const silent = silentHosts(await findEndedPages(tools.db, wake.run.id, ENDED_PAGES))
  const resting = new Set<string>()
  const ahead = claimAhead(tools.db)
  for (const [index, page] of pages.entries()) {
    if (resting.has(hostOf(page.url))) continue
    const rest = silent.includes(page.url) ? undefined : await restOf(page.url, wake, tools)
    if (rest?.isShort) return { ...progress, waitsUntil: rest.until }
    if (rest !== undefined) {
      resting.add(hostOf(page.url))
      await leaveAlone(page.url, rest, wake, tools)
      continue
    }
    const claim =
      ahead.claimOf(page.urlKey) ?? pageClaimOf(await claimOf(page, wake, tools).first())
    if (claim === undefined) return progress
    const next = nextClaim(pages[index + 1], wake, tools)
    const { tries } = claim
    const isNews = await handlePage(
      page,
      { ...wake, silent, tries, next },
      { ...tools, db: ahead.db },
    )
    progress.hasNews ||= isNews
    if (isOver(wake, WAKE_MS, tools)) return progress
  }
  return { ...progress, isLeft: pages.length === PAGES_PER_WAKE }
}

/** Of a page that this wake-up will most likely visit: a claim counts as a beginning. */
function nextClaim(
  page: PendingPage | undefined,
  wake: Wake,
  tools: PipelineTools,
): D1PreparedStatement | undefined {
  if (page === undefined || isOver(wake, CLAIM_AHEAD_MS, tools)) return undefined
  return claimOf(page, wake, tools)
}

function claimOf(page: PendingPage, { run, hold }: Wake, tools: PipelineTools) {
  const { urlKey } = page
  return claimPage(tools.db, { runId: run.id, urlKey, leaseUntil: hold.leaseUntil() })
}

function isOver({ startedAt }: Wake, afterMs: number, tools: PipelineTools): boolean {
  return tools.now().getTime() - startedAt.getTime() >= afterMs
}

/** Why the host of `url` must not be asked now, and until when; undefined where it may. */
async function restOf(
  url: string,
  { hold }: Wake,
  tools: PipelineTools,
): Promise<{ until: number; message: string; isShort: boolean } | undefined> {
  // What is no address is refused by the guard, which says so.
  if (!URL.canParse(url)) return undefined
  const meeting = await hold.turns.meet(url)
  if (!meeting.ok) return { ...meeting, isShort: !isTooLong(meeting.until, tools) }
  const until = Math.max(meeting.freeAt, hold.turns.freeAt.get(hostOf(url)) ?? 0)
  if (until - tools.now().getTime() <= PAUSE_MS_MAX) return undefined
  const at = new Date(until).toISOString()
  const message = `${hostOf(url)} is to be left alone until ${at}.`
  return { until, message, isShort: !isTooLong(until, tools) }
}

/** Ends the pages of a host that wants to be left alone: they are due again when it may be asked. */
async function leaveAlone(
  url: string,
  rest: { until: number; message: string },
  { run }: Wake,
  tools: PipelineTools,
): Promise<void> {
  await endUnasked(tools.db, {
    runId: run.id,
    partnerId: run.partnerId,
    isMeant: (address) => hostOf(address) === hostOf(url),
    message: `${url} was not asked, nor the pages behind it: ${rest.message}`,
    until: new Date(rest.until).toISOString(),
  })
}

function hostOf(address: string): string {
  const url = URL.parse(address)
  return url === null ? address : hostPort(url)
}

/** Returns whether the visit brought something that endpoints are told of. */
async function handlePage(
  page: PendingPage,
  wake: Wake & { silent: SilentHosts; tries: number; next: D1PreparedStatement | undefined },
  tools: PipelineTools,
): Promise<boolean> {
  const { run, partner, fetchPage, silent, entries, archive, next } = wake
  const visit = { page, runId: run.id, partner, fetchPage, entries, archive, next }
  if (await givenUp(visit, wake.tries, tools)) return false
  if (silent.includes(page.url)) {
    await passOver(visit, tools)
    return false
  }
  try {
    const { answered, isNews } = await visitPage(visit, tools)
    silent.note({ url: page.url, answered })
    return isNews
  } catch (error) {
    // One bad page never stops a run; where D1 itself fails, this throws and the message comes again.
    tools.log('page.failed', { runId: run.id, url: page.url, message: String(error) })
    await recordBug(visit, tools)
    return false
  }
}
