/** What a source's answer changes in what is remembered of it: validators, freshness, moves. */

import { sha256Hex } from '../../articles/digest.ts'
import type { DiscoverySource } from '../../articles/discovery-source.ts'
import type { FetchAnswer, FetchExtras, FetchUnchanged } from '../fetch/fetch-outcome.ts'

/** A redirect for good may be a mistake: it is believed when it has been seen so often in a row. */
const MOVED_TIMES = 3
/** A server that claims to be fresh for a year is not believed longer than this. */
const FRESH_SECONDS_MAX = 7 * 24 * 60 * 60
const HASH_LENGTH = 32

/** What is sent along to ask `source` conditionally. */
export function conditionsOf(source: DiscoverySource): FetchExtras {
  const { etag, lastModified, validatorsFrom } = source
  return { etag, lastModified, validatorsFrom: validatorsFrom ?? undefined }
}

/** `source` after an answer that listed what `listed` is, and whether that is what it listed before. */
export async function afterAnswer(
  source: DiscoverySource,
  answer: FetchAnswer,
  { listed, now }: { listed: unknown; now: Date },
): Promise<{ source: DiscoverySource; isUnchanged: boolean }> {
  const hash = (await sha256Hex(JSON.stringify(listed))).slice(0, HASH_LENGTH)
  const isUnchanged = source.bodyHash === hash
  const isUnconditional = (source.etag ?? source.lastModified) === null
  const { etag, lastModified } = answer
  const told = {
    ...{ etag, lastModified, bodyHash: hash },
    validatorsFrom: answer.url === source.url ? null : answer.url,
    unchangedAt: isUnchanged && isUnconditional ? now.toISOString() : null,
  }
  return { source: { ...afterVisit(source, answer, now), ...told }, isUnchanged }
}

/** `source` after any answer, 304 included. */
export function afterVisit(
  source: DiscoverySource,
  { permanentUrl, freshSeconds }: FetchAnswer | FetchUnchanged,
  now: Date,
): DiscoverySource {
  const fresh = Math.min(freshSeconds ?? 0, FRESH_SECONDS_MAX)
  const freshUntil = fresh > 0 ? new Date(now.getTime() + fresh * 1000).toISOString() : null
  return { ...source, ...moved(source, permanentUrl), freshUntil }
}

function moved(source: DiscoverySource, to: string | null): Partial<DiscoverySource> {
  if (to === null || to === source.url) return { movedTo: null, movedTimes: 0 }
  const movedTimes = source.movedTo === to ? source.movedTimes + 1 : 1
  if (movedTimes < MOVED_TIMES) return { movedTo: to, movedTimes }
  return { url: to, movedTo: null, movedTimes: 0, movedFrom: source.movedFrom ?? source.url }
}
