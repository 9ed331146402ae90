/** What follows from a visit for its partner: how it fares, when to come again, and what to tell of it. */

import type { Health } from '../articles/health.ts'
import type { Discovery, DiscoveryFailure } from '../crawler/discovery/discovery.ts'
import { alarmVerdicts } from '../crawler/health/alarm-verdicts.ts'
import { afterFailure, afterSuccess, type Standing } from '../crawler/health/partner-state.ts'
import { learnReadable } from '../crawler/health/readable-pages.ts'
import { LATEST_ARTICLES, learnQuality } from '../crawler/health/usual-quality.ts'
import { allowedVisit } from '../crawler/schedule/next-visit.ts'
import { learnRhythm } from '../crawler/schedule/rhythm.ts'
import type { RunEnd } from '../storage/alarms.ts'
import type { KeptPartner } from '../storage/kept-partner.ts'
import {
  findRunNews,
  recordBadVisit,
  recordFault,
  recordGoodVisit,
  type VisitedPage,
} from '../storage/partner-visits.ts'
import type { HeldRun } from '../storage/runs.ts'
import { type Aftermath, aftermathOf } from './aftermath.ts'
import { asksSource } from './asks-source.ts'
import { nextRun } from './next-run.ts'
import { instantAfter, type PipelineTools } from './tools.ts'

/** After a fault of ours, which the same pages would bring about again. */
const FAULT_REST_MS = 6 * 60 * 60 * 1000

const RETRY_AFTER_MAX_MS = 7 * 24 * 60 * 60 * 1000

export type VisitEnd = {
  run: HeldRun
  partner: KeptPartner
  result: {
    kind: 'done' | 'failed'
    discovery: Discovery | undefined
    notBefore: string | null
    isQuiet: boolean
  }
  end: RunEnd
}

type News = { pages: VisitedPage[]; latestQualities: number[] } | undefined

/**
 * Says what the end of a run is to write of its partner. Undefined where the run says nothing of the
 * partner, and nothing of us: one of a backfill.
 */
export async function visitAftermath(
  visit: VisitEnd,
  tools: PipelineTools,
): Promise<Aftermath | undefined> {
  const { run, result } = visit
  if (run.cause === 'backfill') return undefined
  const { discovery } = result
  if (discovery?.ok === false) {
    const isUnasked = discovery.reason === 'waiting' && discovery.isUnasked
    return isUnasked
      ? afterNoVisit(visit, discovery.until, tools)
      : afterBadVisit(visit, discovery, tools)
  }
  if (result.kind === 'failed') return afterFault(visit, tools)
  const news = result.isQuiet ? undefined : await findRunNews(tools.db, run, LATEST_ARTICLES)
  if (news?.pages.some(({ outcome }) => outcome === null)) return undefined
  return afterGoodVisit(visit, news, tools)
}

function afterFault({ end }: VisitEnd, { db, now }: PipelineTools): Aftermath {
  const until = instantAfter(now(), FAULT_REST_MS)
  return { statements: [recordFault(db, end, until)], log: [], isAnnounced: false }
}

function afterGoodVisit(visit: VisitEnd, news: News, tools: PipelineTools): Aftermath {
  const { run, partner, result, end } = visit
  const { upkeep } = partner
  const now = new Date(end.now)
  const isAsked = asksSource(run, partner)
  const articles = (news?.pages ?? []).filter(({ isNew }) => isNew)
  const rhythm = isAsked ? learnRhythm(upkeep.rhythm, articles, now) : upkeep.rhythm
  const health = healthAfter(upkeep.health, result.discovery, news)
  const standing: Standing = isAsked ? afterSuccess(partner, now) : partner
  const next = nextRun({ ...visit, rhythm, isAsked, now, random: tools.random() })
  const verdicts = alarmVerdicts({
    discovery: result.discovery,
    health,
    healthBefore: upkeep.health,
    rhythm: isAsked ? (rhythm ?? undefined) : undefined,
    latestQualities: news?.latestQualities,
    now,
  })
  if (isAsked) verdicts.push({ kind: 'failing', message: null })
  const sources = result.discovery?.ok ? result.discovery : undefined
  const learnt = { standing, health, rhythm, next, sources }
  const recorded = recordGoodVisit(tools.db, end, partner, learnt)
  return aftermathOf(visit, { standing, verdicts, recorded }, tools.db)
}

/**
 * Nobody was asked, for the host is to be left alone: that says nothing of the partner. It is due when
 * the host may be asked, and not before it was.
 */
function afterNoVisit(visit: VisitEnd, untilMs: number, tools: PipelineTools): Aftermath {
  const { partner, end } = visit
  const dueAt = new Date(Math.max(untilMs, Date.parse(partner.nextRunAt)))
  const recorded = recordBadVisit(tools.db, end, partner.upkeep.sourceDueAt, {
    standing: partner,
    health: partner.upkeep.health,
    retryAt: dueAt.toISOString(),
  })
  return aftermathOf(visit, { standing: partner, verdicts: [], recorded }, tools.db)
}

function afterBadVisit(
  visit: VisitEnd,
  failure: DiscoveryFailure,
  tools: PipelineTools,
): Aftermath {
  const { partner, result, end } = visit
  const before = partner.upkeep.health
  const now = new Date(end.now)
  const known = { ...partner, health: before }
  const chance = { now, random: tools.random() }
  const { standing, health, retryAt } = afterFailure(known, failure, chance)
  const wished = 'retryAfterSeconds' in failure ? (failure.retryAfterSeconds ?? 0) * 1000 : 0
  const instants = [
    retryAt.toISOString(),
    instantAfter(now, Math.min(wished, RETRY_AFTER_MAX_MS)),
    result.notBefore ?? '',
  ]
  const latest = instants.toSorted().at(-1) ?? retryAt.toISOString()
  const verdicts = alarmVerdicts({
    discovery: failure,
    health,
    healthBefore: before,
    rhythm: undefined,
    latestQualities: undefined,
    now,
  })
  if (standing.state !== 'active' && partner.isVisited) {
    verdicts.push({ kind: 'failing', message: standing.stateReason })
  }
  const recorded = recordBadVisit(tools.db, end, partner.upkeep.sourceDueAt, {
    standing,
    health,
    retryAt: allowedVisit(new Date(latest), partner.upkeep.source).toISOString(),
  })
  return aftermathOf(visit, { standing, verdicts, recorded }, tools.db)
}

function healthAfter(before: Health, discovery: Discovery | undefined, news: News): Health {
  const hasListed = before.hasListed || (discovery?.ok === true && discovery.status === 'found')
  const health = { ...before, goneSince: null, wasDown: false, hasListed }
  if (news === undefined) return health
  const read = news.pages.filter(({ fetched }) => fetched)
  const failed = read.filter(({ outcome, failures }) => outcome === 'failed' && failures <= 1)
  const readable = read.filter(({ outcome }) => outcome !== 'failed').length
  const qualities = news.pages.flatMap(({ outcome, quality }) =>
    outcome === 'stored' && quality !== null ? [quality] : [],
  )
  const quality = learnQuality(health.quality, qualities)
  return { ...learnReadable(health, { readable, unreadable: failed.length }), quality }
}
