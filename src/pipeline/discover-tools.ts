/** What discovery is given of what we remember: robots.txt, the addresses seen before, their patterns. */

import type { DiscoverTools } from '../crawler/discovery/discovery.ts'
import { readPatterns } from '../crawler/discovery/url-patterns.ts'
import type { FetchPage } from '../crawler/politeness/polite.ts'
import { robotsFromStatus } from '../crawler/politeness/robots.ts'
import { findKnownKeys } from '../storage/frontier.ts'
import { findRobots } from '../storage/robots.ts'
import type { HeldRun } from '../storage/runs.ts'
import { instantAfter, type PipelineTools } from './tools.ts'

/** The partner was asked a moment ago: what is older is not the answer that it gave. */
const ROBOTS_KEPT_MS = 24 * 60 * 60 * 1000

export function discoverTools(
  run: Pick<HeldRun, 'partnerId' | 'cause'>,
  { patterns }: { patterns: string | null },
  { fetchPage, tools }: { fetchPage: FetchPage; tools: Pick<PipelineTools, 'db' | 'now'> },
): DiscoverTools {
  const { db, now } = tools
  // An operator wants to see everything that is listed; a schedule only what is new.
  const isWhole = run.cause === 'operator'
  return {
    fetchPage,
    now,
    patterns: readPatterns(patterns),
    knownKeys: isWhole ? undefined : (keys) => findKnownKeys(db, run.partnerId, keys),
    sitemapsOf: async (origin) => {
      const kept = await findRobots(db, origin, instantAfter(now(), -ROBOTS_KEPT_MS))
      return kept === undefined ? [] : robotsFromStatus(kept.status, kept.body).sitemaps
    },
  }
}
