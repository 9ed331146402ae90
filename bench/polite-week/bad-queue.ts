/** A queue as bad as a queue may be: messages come twice, late, in another order, or never. */

import type { Clock } from './clock.ts'

const LOST = 0.04
const DOUBLED = 0.12
const LATE = 0.05
const JITTER_MS = 3_000
const LATE_MS = 90_000

/** Hands each message to `handle` when it is time, or not. */
export function badQueue(
  handle: (body: unknown) => Promise<void>,
  { clock, random }: { clock: Clock; random: () => number },
): Queue {
  function accept(body: unknown, delaySeconds: number): void {
    if (random() < LOST) return
    const times = random() < DOUBLED ? 2 : 1
    for (let time = 0; time < times; time += 1) {
      const lateMs = random() < LATE ? LATE_MS : JITTER_MS
      clock.at(clock.now() + delaySeconds * 1_000 + random() * lateMs, () => handle(body))
    }
  }
  const metrics = { backlogCount: 0, backlogBytes: 0 }
  return {
    metrics: () => Promise.resolve(metrics),
    send: (body, options) => {
      accept(body, options?.delaySeconds ?? 0)
      return Promise.resolve({ metadata: { metrics } })
    },
    sendBatch: (messages) => {
      for (const { body, delaySeconds } of messages) accept(body, delaySeconds ?? 0)
      return Promise.resolve({ metadata: { metrics } })
    },
  }
}
