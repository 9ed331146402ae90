/** What a visit tells of a partner's hub: whether to subscribe, elsewhere, or no longer, and whether it delivers. */

import type { DiscoverySource } from '../articles/discovery-source.ts'
import { isPushed, type Push } from '../articles/push.ts'
import { refusalOf } from '../crawler/fetch/address-guard.ts'
import { hostPort } from '../crawler/fetch/host-port.ts'
import type { RunEnd } from '../storage/alarms.ts'
import type { KeptPartner } from '../storage/kept-partner.ts'
import type { HeldRun } from '../storage/runs.ts'
import { endPush, wantPush } from '../storage/websub.ts'
import { recordMissedPush, recordPushedRun } from '../storage/websub-callbacks.ts'
import { newCredentials } from '../webhooks/websub-credentials.ts'
import type { RunResult } from './close-run.ts'
import type { PipelineTools } from './tools.ts'

/** In UTF-16 code units; a longer address is none that a hub would take. */
const ADDRESS_LENGTH_MAX = 2_048

/** A source that names another hub or topic with each answer is followed so often at most. */
const MOVE_GAP_MS = 60 * 60 * 1000

/**
 * Minutes between two runs that messages ask for in vain, at most. A source that can only be fetched
 * whole is spared more.
 */
const EMPTY_MINUTES_MAX = { conditional: 60, unconditional: 24 * 60 } as const

/** Statements behind the end of a run; none where nothing has changed. */
export function pushAftermath(
  visit: { run: HeldRun; partner: KeptPartner; result: RunResult; end: RunEnd },
  tools: PipelineTools,
): D1PreparedStatement[] {
  const { run, partner, result, end } = visit
  const { discovery } = result
  if (run.cause === 'backfill' || !partner.isVisited) return []
  const source = discovery?.ok ? discovery.source : undefined
  return [
    ...(source === undefined ? [] : subscribe(partner, source, end.now, tools)),
    ...delivery(visit, source ?? partner.upkeep.source, tools),
  ]
}

function subscribe(
  { id: partnerId, push }: KeptPartner,
  source: DiscoverySource,
  now: string,
  tools: PipelineTools,
): D1PreparedStatement[] {
  const hubs = hubsOf(source).filter((hub) => mayReachUs(hub, tools))
  if (hubs.length === 0) return push === null ? [] : [endPush(tools.db, partnerId, now)]
  const topic = source.self ?? source.url
  if (topic.length > ADDRESS_LENGTH_MAX || isAsWanted(push, topic, hubs, now)) return []
  return wantPush(tools.db, { partnerId, topic, hubs, now }, newCredentials(tools.randomBytes))
}

function hubsOf({ hub, otherHubs }: DiscoverySource): string[] {
  return hub === null ? [] : [hub, ...otherHubs]
}

function isAsWanted(push: Push | null, topic: string, hubs: string[], now: string): boolean {
  if (push === null) return false
  if (push.topic === topic && hubs.includes(push.hub)) return true
  return Date.parse(push.createdAt) > Date.parse(now) - MOVE_GAP_MS
}

/** A hub elsewhere cannot reach an instance on a private address: it is not bothered. */
function mayReachUs(hub: string, { siteUrl, allowPrivateHosts }: PipelineTools): boolean {
  if (hub.length > ADDRESS_LENGTH_MAX) return false
  const site = new URL(siteUrl)
  if (refusalOf(hub, { allowPrivateHosts, ownHost: site.host }) !== undefined) return false
  const ours = { allowPrivateHosts: new Set<string>(), ownHost: '' }
  const isPublic = refusalOf(`https://${site.hostname}/`, ours) === undefined
  return isPublic || allowPrivateHosts.has(hostPort(new URL(hub)))
}

function delivery(
  { run, partner, result, end }: Parameters<typeof pushAftermath>[0],
  source: DiscoverySource | null,
  { db, now }: PipelineTools,
): D1PreparedStatement[] {
  if (run.cause === 'push') {
    const isConditional = source !== null && (source.etag !== null || source.lastModified !== null)
    const { conditional, unconditional } = EMPTY_MINUTES_MAX
    return [recordPushedRun(db, end, isConditional ? conditional : unconditional)]
  }
  const mayMiss = run.cause === 'schedule' && !result.isQuiet && isPushed(partner.push, now())
  return mayMiss ? [recordMissedPush(db, end)] : []
}
