/** Keeps hold of a run while its requests are under way, however slow the partner is. */

import { extendLease, type HeldRun } from '../storage/runs.ts'
import { instantAfter, type PipelineTools } from './tools.ts'

/** More than one request and the longest pause before it take together. */
export const LEASE_MS = 2 * 60 * 1000

/** A lease that is older is prolonged before the next request. */
const LEASE_RENEWED_AFTER_MS = 30 * 1000

export type RunHold = {
  /** The fetch of the tools. Prolongs the lease; as redirects pass here too, no chain outlives it. */
  fetch: typeof fetch
  /** The lease's end as this holder wrote it last: the proof that the run is still its own. */
  leaseUntil: () => string
}

export function holdRun(run: HeldRun, tools: PipelineTools): RunHold {
  const { fetch } = tools
  let mine = run.leaseUntil
  return {
    leaseUntil: () => mine,
    fetch: async (input, init) => {
      const until = instantAfter(tools.now(), LEASE_MS)
      if (Date.parse(until) - Date.parse(mine) >= LEASE_RENEWED_AFTER_MS) {
        const held = await extendLease(tools.db, { runId: run.id, mine, until })
        if (held) mine = until
      }
      return await fetch(input, init)
    },
  }
}
