/** The admin API of a running instance, as scripts and tests on this machine use it. */

import * as z from 'zod/mini'
import { type Run, runSchema } from '../src/articles/run.ts'

const POLL_MS = 500

export type OperatorClient = {
  /** `undefined` where there is one of that address already. */
  addPartner: (partner: {
    name: string
    url: string
    webhookUrl: string
  }) => Promise<{ id: string; secret: string } | undefined>
  addWebhook: (partnerId: string, url: string) => Promise<string>
  partnerIds: () => Promise<Map<string, string>>
  startRun: (partnerId: string) => Promise<string>
  /** Asks until the run has ended, at most for `timeoutMs`; `onProgress` sees each report. */
  finishedRun: (runId: string, timeoutMs: number, onProgress?: (run: Run) => void) => Promise<Run>
}

const addedSchema = z.object({ id: z.string(), webhook: z.object({ secret: z.string() }) })
const partnersSchema = z.object({ items: z.array(z.object({ id: z.string(), url: z.string() })) })

export function operatorClient(origin: string, token: string): OperatorClient {
  const call = async (method: string, path: string, body?: unknown): Promise<Response> =>
    await fetch(`${origin}/api/admin${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  const answer = async (response: Response): Promise<unknown> => {
    if (response.ok) return await response.json()
    throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`)
  }
  return {
    async addPartner({ name, url, webhookUrl }) {
      const response = await call('POST', '/partners', { name, url, webhook: { url: webhookUrl } })
      if (response.status === 409) return undefined
      const { id, webhook } = addedSchema.parse(await answer(response))
      return { id, secret: webhook.secret }
    },
    async addWebhook(partnerId, url) {
      const response = await call('POST', `/partners/${partnerId}/webhooks`, { url })
      return z.object({ secret: z.string() }).parse(await answer(response)).secret
    },
    async partnerIds() {
      const { items } = partnersSchema.parse(await answer(await call('GET', '/partners')))
      return new Map(items.map(({ id, url }) => [new URL(url).origin, id]))
    },
    async startRun(partnerId) {
      const response = await call('POST', `/partners/${partnerId}/run`)
      return z.object({ runId: z.string() }).parse(await answer(response)).runId
    },
    async finishedRun(runId, timeoutMs, onProgress) {
      const deadline = Date.now() + timeoutMs
      for (;;) {
        const run = runSchema.parse(await answer(await call('GET', `/runs/${runId}`)))
        onProgress?.(run)
        if (run.state === 'done' || run.state === 'failed') return run
        if (Date.now() > deadline) throw new Error(`Run ${runId} has not ended: ${run.state}.`)
        await new Promise((resolve) => setTimeout(resolve, POLL_MS))
      }
    },
  }
}
