/** One signed message to a partner's endpoint, and what came back. */

import { refusalOf } from '../crawler/fetch/address-guard.ts'
import type { DueDelivery } from '../storage/deliveries.ts'
import { messageBody } from '../webhooks/event.ts'
import { signMessage } from '../webhooks/signature.ts'
import type { PipelineTools } from './tools.ts'

/** Of an endpoint's answer, what the log keeps. */
const ANSWER_BYTES_MAX = 4_096

export type Answer =
  | { kind: 'answered'; status: number; text: string }
  | { kind: 'unreachable'; message: string }
  | { kind: 'refused'; message: string }

/** Sends one message; an endpoint that has not answered after `timeoutMs` is unreachable. */
export async function sendMessage(
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
    return { kind: 'answered', status: response.status, text: await readStart(response) }
  } catch (error) {
    return { kind: 'unreachable', message: error instanceof Error ? error.message : String(error) }
  }
}

/** The first bytes of an answer as text; the rest is never read. */
async function readStart(response: Response): Promise<string> {
  if (response.body === null) return ''
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  try {
    while (bytes < ANSWER_BYTES_MAX) {
      const { done, value } = await reader.read()
      if (done) return text
      text += decoder.decode(value.subarray(0, ANSWER_BYTES_MAX - bytes), { stream: true })
      bytes += value.byteLength
    }
    await reader.cancel()
    return text
  } catch {
    // The status has been given: a body that breaks off or takes too long does not undo it.
    return text
  }
}
