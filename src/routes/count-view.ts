/** Hands a view on to the counter object; the reader does not wait for it. */

import { viewDecision } from '../views/view-decision.ts'
import { shardOf } from '../views/visitor.ts'
import type { AppContext } from './app-types.ts'

/** Counter objects that share the articles. Changing it would let visitors be counted again. */
const COUNTER_SHARDS = 8

/** Waits before the second, third and fourth try, in milliseconds. */
const RETRY_DELAYS_MS = [50, 500, 2_000]

const MINUTE_MS = 60_000

/** Decides whether the request is a view of the article and, if so, counts it behind the answer. */
export function countView(c: AppContext, articleId: string): void {
  if (viewDecision(c.req.method, c.req.raw.headers) !== 'counted') return
  c.executionCtx.waitUntil(handOn(c, articleId))
}

async function handOn(c: AppContext, articleId: string): Promise<void> {
  const shard = shardOf(articleId, COUNTER_SHARDS)
  const visit = {
    articleId,
    address: c.req.header('cf-connecting-ip') ?? '',
    agent: c.req.header('user-agent') ?? '',
    at: c.get('doors').now().getTime(),
    windowMs: c.get('config').viewWindowMinutes * MINUTE_MS,
  }
  for (const delay of [...RETRY_DELAYS_MS, undefined]) {
    try {
      // A stub that has failed is broken for good: each try takes a new one.
      const id = c.env.VIEW_COUNTER.idFromName(`shard-${shard}`)
      await c.env.VIEW_COUNTER.get(id).count(shard, [visit])
      return
    } catch (error) {
      if (delay === undefined) {
        c.get('doors').log('view.lost', { articleId, message: String(error) })
        return
      }
      await new Promise((resolve) => setTimeout(resolve, delay))
    }
  }
}
