/** Sends what the outbox holds for partners' endpoints: lease, send, record. */

import { refusalOf } from '../crawler/address-guard.ts'
import {
  type Attempt,
  type DueDelivery,
  findNextDeliveryAt,
  leaseDueDeliveries,
  recordAttempt,
} from '../storage/events.ts'
import { wakeDeliveries } from '../storage/messages.ts'
import { activateSubscription, disableSubscription } from '../storage/subscriptions.ts'
import { messageBody } from '../webhooks/event.ts'
import { retryDelaySeconds } from '../webhooks/retry.ts'
import { signMessage } from '../webhooks/signature.ts'
import { instantAfter, type PipelineTools } from './tools.ts'

/** Deliveries that one wake-up takes. */
const DELIVERIES_MAX = 20

/** Longer than all deliveries of one endpoint take when each of them runs into the time-out. */
const LEASE_MS = 6 * 60 * 1000

/** The contract: a 2xx within this is delivered. */
const ANSWER_TIMEOUT_MS = 15_000

/** Of an endpoint's answer, what the log keeps. */
const ANSWER_BYTES_MAX = 4_096

/** A wake-up further away than this is left to the cron. */
const WAKE_WITHIN_MS = 60_000

type Answer =
  | { kind: 'answered'; status: number; text: string }
  | { kind: 'unreachable'; message: string }
  | { kind: 'refused'; message: string }

/** Delivers everything that is due, then asks to be woken for what comes next. */
export async function deliverDue(
  tools: PipelineTools,
  limits: { answerTimeoutMs: number } = { answerTimeoutMs: ANSWER_TIMEOUT_MS },
): Promise<void> {
  const now = tools.now()
  const due = await leaseDueDeliveries(tools.db, {
    now: now.toISOString(),
    until: instantAfter(now, LEASE_MS),
    limit: DELIVERIES_MAX,
  })
  const endpoints = Map.groupBy(due, (delivery) => delivery.subscriptionId)
  // One endpoint gets its messages one after the other; a slow one keeps only itself waiting.
  await Promise.all(
    [...endpoints.values()].map(async (deliveries) => {
      for (const delivery of deliveries) await deliver(delivery, tools, limits.answerTimeoutMs)
    }),
  )
  await wakeForNext(tools)
}

async function wakeForNext(tools: PipelineTools): Promise<void> {
  const next = await findNextDeliveryAt(tools.db)
  if (next === undefined) return
  const waitMs = Date.parse(next) - tools.now().getTime()
  if (waitMs <= WAKE_WITHIN_MS) await wakeDeliveries(tools.deliveryQueue, waitMs / 1000)
}

async function deliver(
  delivery: DueDelivery,
  tools: PipelineTools,
  timeoutMs: number,
): Promise<void> {
  const startedAt = tools.now()
  const answer = await send(delivery, tools, timeoutMs)
  const attempt: Attempt = {
    deliveryId: delivery.id,
    attempt: delivery.attempts,
    at: startedAt.toISOString(),
    status: answer.kind === 'answered' ? answer.status : null,
    durationMs: tools.now().getTime() - startedAt.getTime(),
    message: answer.kind === 'answered' ? answer.text : answer.message,
  }
  await tools.db.batch(consequences(delivery, answer, attempt, tools))
}

/** What an answer means: delivered, given up, tried again, or the end of the endpoint. */
function consequences(
  delivery: DueDelivery,
  answer: Answer,
  attempt: Attempt,
  tools: PipelineTools,
): D1PreparedStatement[] {
  const { db } = tools
  if (answer.kind === 'answered' && answer.status >= 200 && answer.status < 300) {
    return [
      ...recordAttempt(db, attempt, { state: 'delivered' }),
      ...(delivery.type === 'endpoint.verify'
        ? [activateSubscription(db, delivery.subscriptionId)]
        : []),
    ]
  }
  if (answer.kind === 'answered' && answer.status === 410) {
    return [
      ...recordAttempt(db, attempt, { state: 'dead' }),
      ...disableSubscription(db, delivery.subscriptionId, attempt.at),
    ]
  }
  const delay =
    answer.kind === 'refused' ? undefined : retryDelaySeconds(delivery.attempts, tools.random())
  return recordAttempt(
    db,
    attempt,
    delay === undefined
      ? { state: 'dead' }
      : { state: 'pending', nextAt: instantAfter(tools.now(), delay * 1000) },
  )
}

async function send(
  delivery: DueDelivery,
  tools: PipelineTools,
  timeoutMs: number,
): Promise<Answer> {
  const refusal = refusalOf(delivery.url, {
    allowPrivateHosts: tools.allowPrivateHosts,
    ownHost: new URL(tools.siteUrl).host,
  })
  if (refusal !== undefined) return { kind: 'refused', message: refusal }

  const body = messageBody({
    id: delivery.eventId,
    type: delivery.type,
    createdAt: delivery.eventCreatedAt,
    data: delivery.data,
  })
  const signed = await signMessage({
    id: delivery.eventId,
    timestampSeconds: Math.floor(tools.now().getTime() / 1000),
    body,
    secrets: [delivery.secret],
  })
  try {
    const response = await tools.fetch(delivery.url, {
      method: 'POST',
      headers: {
        ...signed,
        'content-type': 'application/json',
        'user-agent': 'Trendwire-Webhooks',
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    })
    return {
      kind: 'answered',
      status: response.status,
      text: await readStart(response, ANSWER_BYTES_MAX),
    }
  } catch (error) {
    return { kind: 'unreachable', message: error instanceof Error ? error.message : String(error) }
  }
}

/** The first bytes of an answer as text; the rest is never read. */
async function readStart(response: Response, bytesMax: number): Promise<string> {
  if (response.body === null) return ''
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  while (bytes < bytesMax) {
    const { done, value } = await reader.read()
    if (done) return text
    text += decoder.decode(value.subarray(0, bytesMax - bytes), { stream: true })
    bytes += value.byteLength
  }
  await reader.cancel()
  return text
}
