/** The front door: who handles requests, ticks of the cron, and queue messages. */

import { hexadecimal } from './articles/digest.ts'
import { type Config, configOf } from './config.ts'
import { refusalOf } from './crawler/fetch/address-guard.ts'
import { advanceRun } from './pipeline/advance-run.ts'
import { deliverDue } from './pipeline/deliver.ts'
import { keepPushed } from './pipeline/keep-pushed.ts'
import { createPlaces } from './pipeline/places.ts'
import { previewArticle } from './pipeline/preview-article.ts'
import { tick } from './pipeline/tick.ts'
import type { PipelineTools } from './pipeline/tools.ts'
import { createApp } from './routes/app.ts'
import type { Doors } from './routes/app-types.ts'
import { deliveryMessageSchema, runMessageSchema, wakeRun } from './storage/messages.ts'

export { ViewCounter } from './storage/view-counter.ts'

/** Seconds before a message whose handling failed comes again. */
const QUEUE_RETRY_SECONDS = 10

/**
 * Runs that one isolate advances at a time. A run that waits for its host costs some kilobytes and
 * no processor; one whose page is being read, some megabytes: as many as 128 MB can take where most
 * wait. When all places are taken, the queue keeps its messages and starts other consumers.
 */
const WAKES_MAX = 256

/** The platform ends a consumer after 15 minutes, whatever it is waiting for. */
const WAKE_MS_MAX = 15 * 60 * 1000

const RANDOM_ID_BYTES = 8

const doors: Doors = {
  preview: (request, env, config) => previewArticle(request, pipelineTools(env, config)),
  addressRefusal: (address, config) =>
    refusalOf(address, {
      allowPrivateHosts: config.allowPrivateHosts,
      ownHost: new URL(config.siteUrl).host,
    }),
  now: () => new Date(),
  randomId: (prefix) => `${prefix}_${hexadecimal(randomBytes(RANDOM_ID_BYTES))}`,
  randomBytes,
  log,
}

const app = createApp(doors)

export default {
  fetch: app.fetch,

  async scheduled(_controller, env) {
    const tools = pipelineTools(env, configOf(env))
    await tick(tools)
    await keepPushed(tools)
  },

  async queue(batch, env, context) {
    const tools = pipelineTools(env, configOf(env))
    const woken = new Set<string>()
    for (const message of batch.messages) {
      try {
        await handle(message.body, woken, tools, context)
        message.ack()
      } catch (error) {
        log('message.failed', { queue: batch.queue, message: String(error) })
        message.retry({ delaySeconds: QUEUE_RETRY_SECONDS })
      }
    }
  },
  // `satisfies` keeps the handlers callable by tests, which a type annotation would widen away.
} satisfies ExportedHandler<Env>

const wakes = createPlaces({ limit: WAKES_MAX, heldMsMax: WAKE_MS_MAX, now: Date.now })

/** A message is a wake-up: the same one twice in a batch is handled once. */
async function handle(
  body: unknown,
  woken: Set<string>,
  tools: PipelineTools,
  context: Pick<ExecutionContext, 'waitUntil'>,
): Promise<void> {
  const run = runMessageSchema.safeParse(body)
  if (run.success && !woken.has(run.data.runId)) {
    woken.add(run.data.runId)
    const leave = await wakes.take()
    context.waitUntil(advance(run.data.runId, tools).finally(leave))
  }
  const deliveries = deliveryMessageSchema.safeParse(body)
  if (deliveries.success && !woken.has('deliveries')) {
    woken.add('deliveries')
    await deliverDue(tools)
  }
  if (!run.success && !deliveries.success) log('message.unknown', {})
}

/**
 * Advances a run behind a message that has been acknowledged: where queues hand out one batch at a
 * time, a slow partner would keep all others waiting. Its lease is in D1, and the cron revives it.
 */
async function advance(runId: string, tools: PipelineTools): Promise<void> {
  try {
    await advanceRun(runId, tools)
  } catch (error) {
    log('run.broke-off', { runId, message: String(error) })
    await wakeRun(tools.runQueue, runId, QUEUE_RETRY_SECONDS)
  }
}

function pipelineTools(env: Env, config: Config): PipelineTools {
  return {
    db: env.DB,
    content: env.CONTENT,
    runQueue: env.RUN_QUEUE,
    deliveryQueue: env.DELIVERY_QUEUE,
    fetch: (input, init) => fetch(input, init),
    now: () => new Date(),
    random: Math.random,
    randomBytes,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    log,
    siteUrl: config.siteUrl,
    siteTimezone: config.siteTimezone,
    allowPrivateHosts: config.allowPrivateHosts,
    fetchLimits: {},
  }
}

function randomBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length))
}

function log(event: string, fields: Record<string, unknown>): void {
  // biome-ignore lint/suspicious/noConsole: the platform's log is the console.
  console.log(JSON.stringify({ event, ...fields }))
}
