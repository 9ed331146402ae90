/** Keeps hold of a run and its hosts while its requests are under way, however slow the partner is. */

import { extendLease, type HeldRun, LEASE_MS } from '../storage/runs.ts'
import { type HostTurns, hostTurns } from './host-turns.ts'
import { instantAfter, type PipelineTools } from './tools.ts'

/** A lease that is older is prolonged before the next request. */
const LEASE_RENEWED_AFTER_MS = 30 * 1000

export type RunHold = {
  turns: HostTurns
  /** Whether the run is ours still; prolongs what is held when it is time, so that no chain outlives it. */
  holds: () => Promise<boolean>
  /** The lease's end as this holder wrote it last: the proof that the run is still its own. */
  leaseUntil: () => string
}

export function holdRun(run: HeldRun, tools: PipelineTools): RunHold {
  let mine = run.leaseUntil
  let isOurs = true
  const holder = { id: `${run.id} ${run.leaseUntil}`, name: run.id, until: () => mine }
  const turns = hostTurns(holder, tools)

  async function holds(): Promise<boolean> {
    const until = instantAfter(tools.now(), LEASE_MS)
    if (!isOurs || Date.parse(until) - Date.parse(mine) < LEASE_RENEWED_AFTER_MS) return isOurs
    const [extended] = await tools.db.batch([
      extendLease(tools.db, { runId: run.id, mine, until }),
      ...turns.prolong(until),
    ])
    isOurs = (extended?.meta.changes ?? 0) > 0
    if (isOurs) mine = until
    return isOurs
  }

  return { turns, holds, leaseUntil: () => mine }
}
