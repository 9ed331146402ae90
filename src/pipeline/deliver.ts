/** Sends what the outbox holds for partners' endpoints: lease, send, record. */

import {
  type Attempt,
  beginAttempt,
  type DueDelivery,
  findNextDeliveryAt,
  giveBackDeliveries,
  leaseDueDeliveries,
  recordAttempt,
} from '../storage/deliveries.ts'
import { wakeDeliveries } from '../storage/messages.ts'
import {
  activateSubscription,
  disableSubscription,
  disableUnverified,
  holdSubscription,
} from '../storage/subscriptions.ts'
import { retryDelaySeconds } from '../webhooks/retry.ts'
import { type Answer, sendMessage } from './send-message.ts'
import { instantAfter, type PipelineTools } from './tools.ts'

/** Deliveries that one wake-up takes. */
const DELIVERIES_MAX = 20

/** A wake-up begins nothing after this: others are due, and the queue may hand out one at a time. */
const WAKE_MS_MAX = 20_000

/** The contract: a 2xx within this is delivered. */
const ANSWER_TIMEOUT_MS = 15_000

/** Well over a wake-up's time and the answer that it may still be waiting for. */
const LEASE_MS = 2 * 60 * 1000

/** An endpoint that did not answer is left alone for so many times as long as it kept us waiting. */
const HOLD_FACTOR = 2

/** At the least: as long as the first retry waits. */
const HOLD_MS_MIN = 5_000

/** A wake-up further away than this is left to the cron. */
const WAKE_WITHIN_MS = 60_000

type Wake = {
  tools: PipelineTools
  leasedUntil: string
  /** Unix milliseconds. */
  endsAt: number
  answerTimeoutMs: number
}

/** Delivers what is due for as long as a wake-up may last, then asks to be woken for what is left. */
export async function deliverDue(
  tools: PipelineTools,
  limits: { answerTimeoutMs: number } = { answerTimeoutMs: ANSWER_TIMEOUT_MS },
): Promise<void> {
  const now = tools.now()
  const leasedUntil = instantAfter(now, LEASE_MS)
  const due = await leaseDueDeliveries(tools.db, {
    now: now.toISOString(),
    until: leasedUntil,
    limit: DELIVERIES_MAX,
  })
  const wake = { tools, leasedUntil, endsAt: now.getTime() + WAKE_MS_MAX, ...limits }
  const endpoints = Map.groupBy(due, (delivery) => delivery.subscriptionId)
  await Promise.all([...endpoints.values()].map((deliveries) => deliverInTurn(deliveries, wake)))
  await wakeForNext(tools)
}

/** One endpoint's messages, one after the other; what there is no time or use for is given back. */
async function deliverInTurn(deliveries: DueDelivery[], wake: Wake): Promise<void> {
  const { tools } = wake
  const waiting = deliveries.values()
  let takesMore = true
  while (takesMore && tools.now().getTime() < wake.endsAt) {
    const { done, value } = waiting.next()
    if (done) return
    takesMore = await deliver(value, wake)
  }
  await giveBackDeliveries(
    tools.db,
    [...waiting].map((delivery) => delivery.id),
    { until: wake.leasedUntil, now: tools.now().toISOString() },
  )
}

async function wakeForNext(tools: PipelineTools): Promise<void> {
  const next = await findNextDeliveryAt(tools.db)
  if (next === undefined) return
  const waitMs = Date.parse(next) - tools.now().getTime()
  if (waitMs <= WAKE_WITHIN_MS) await wakeDeliveries(tools.deliveryQueue, waitMs / 1000)
}

/** Makes one attempt and records it; false where the endpoint should not be asked again now. */
async function deliver(delivery: DueDelivery, wake: Wake): Promise<boolean> {
  const { tools } = wake
  const begun = await beginAttempt(tools.db, delivery.id, wake.leasedUntil)
  if (begun === undefined) return true
  const startedAt = tools.now()
  const answer = await sendMessage(delivery, tools, wake.answerTimeoutMs)
  const attempt: Attempt = {
    deliveryId: delivery.id,
    leasedUntil: wake.leasedUntil,
    attempt: begun.attempt,
    at: startedAt.toISOString(),
    status: answer.kind === 'answered' ? answer.status : null,
    durationMs: tools.now().getTime() - startedAt.getTime(),
    message: answer.kind === 'answered' ? answer.text : answer.message,
  }
  await tools.db.batch([
    ...consequences(delivery, { answer, attempt, tries: begun.tries }, tools),
    ...(answer.kind === 'unreachable' ? [hold(delivery, attempt, tools)] : []),
  ])
  return answer.kind !== 'unreachable'
}

function hold(delivery: DueDelivery, attempt: Attempt, tools: PipelineTools): D1PreparedStatement {
  const holdMs = Math.max(HOLD_MS_MIN, HOLD_FACTOR * attempt.durationMs)
  return holdSubscription(tools.db, delivery.subscriptionId, instantAfter(tools.now(), holdMs))
}

/** What an answer means: delivered, given up, tried again, or the end of the endpoint. */
function consequences(
  delivery: DueDelivery,
  made: { answer: Answer; attempt: Attempt; tries: number },
  tools: PipelineTools,
): D1PreparedStatement[] {
  const { db } = tools
  const { answer, attempt } = made
  const verifies = delivery.type === 'endpoint.verify'
  if (answer.kind === 'answered' && answer.status >= 200 && answer.status < 300) {
    return [
      ...recordAttempt(db, attempt, { state: 'delivered' }),
      ...(verifies ? [activateSubscription(db, delivery.subscriptionId)] : []),
    ]
  }
  if (answer.kind === 'answered' && answer.status === 410) {
    return [
      ...recordAttempt(db, attempt, { state: 'dead' }),
      ...disableSubscription(db, delivery.subscriptionId, attempt.at),
    ]
  }
  const delay =
    answer.kind === 'refused' ? undefined : retryDelaySeconds(made.tries, tools.random())
  if (delay === undefined) {
    return [
      ...recordAttempt(db, attempt, { state: 'dead' }),
      ...(verifies ? disableUnverified(db, delivery.subscriptionId, attempt.at) : []),
    ]
  }
  const nextAt = instantAfter(tools.now(), delay * 1000)
  return recordAttempt(db, attempt, { state: 'pending', nextAt })
}
