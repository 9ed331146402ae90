/** The queue messages: wake-ups that may come twice, late or never; what is to be done stands in D1. */

import * as z from 'zod/mini'

/** Longest delay that Cloudflare Queues take, in seconds; longer waits live in D1. */
const DELAY_SECONDS_MAX = 12 * 60 * 60

export const runMessageSchema = z.object({ kind: z.literal('run'), runId: z.string() })

export const deliveryMessageSchema = z.object({ kind: z.literal('deliveries') })

/** Wakes whoever advances this run, after `delaySeconds`. */
export async function wakeRun(queue: Queue, runId: string, delaySeconds = 0): Promise<void> {
  const message: z.infer<typeof runMessageSchema> = { kind: 'run', runId }
  await queue.send(message, { delaySeconds: wholeSeconds(delaySeconds) })
}

/** Wakes many runs in calls of a hundred, the most that a queue takes at once. */
export async function wakeRuns(queue: Queue, runIds: string[]): Promise<void> {
  const BATCH_MAX = 100
  for (let start = 0; start < runIds.length; start += BATCH_MAX) {
    await queue.sendBatch(
      runIds.slice(start, start + BATCH_MAX).map((runId) => ({ body: { kind: 'run', runId } })),
    )
  }
}

/** Wakes the sender of whatever deliveries are due after `delaySeconds`. */
export async function wakeDeliveries(queue: Queue, delaySeconds: number): Promise<void> {
  const message: z.infer<typeof deliveryMessageSchema> = { kind: 'deliveries' }
  await queue.send(message, { delaySeconds: wholeSeconds(delaySeconds) })
}

function wholeSeconds(seconds: number): number {
  return Math.min(Math.max(0, Math.ceil(seconds)), DELAY_SECONDS_MAX)
}
