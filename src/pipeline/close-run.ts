/** The end of a run: what it writes of itself and of its partner, in one batch. */

import type { Partner } from '../articles/partner.ts'
import type { Discovery } from '../crawler/discovery.ts'
import { failRun, finishRun, type HeldRun } from '../storage/runs.ts'
import type { PipelineTools } from './tools.ts'

export type RunResult = {
  /** What was found; undefined where an earlier wake-up of the run looked, or none came so far. */
  discovery: Discovery | undefined
  /** Until when a host asked us to stay away: the partner's next run is not before. ISO 8601 UTC. */
  notBefore: string | null
  /** To be written in the same batch. */
  also: D1PreparedStatement[]
} & (
  | { kind: 'done' }
  /** One English sentence on why it could not go on, and the address that it is about. */
  | { kind: 'failed'; url: string; message: string }
)

/**
 * Ends a run, if every page of it has ended or it cannot go on. Returns whether it has ended now.
 * The partner is undefined where it was removed meanwhile.
 */
export async function closeRun(
  run: HeldRun,
  _partner: Partner | undefined,
  result: RunResult,
  tools: PipelineTools,
): Promise<boolean> {
  const now = tools.now().toISOString()
  const end =
    result.kind === 'done'
      ? finishRun(tools.db, { runId: run.id, now })
      : failRun(tools.db, { runId: run.id, now, url: result.url, message: result.message })
  const [ended] = await tools.db.batch([end, ...result.also])
  return (ended?.meta.changes ?? 0) > 0
}
