/** What the cron does for partners whose hubs tell us of news: asks the hubs, opens the runs they asked for. */

import { guardedPost, type PostOutcome } from '../crawler/fetch/guarded-post.ts'
import { hostPort } from '../crawler/fetch/host-port.ts'
import { userAgent } from '../crawler/fetch/user-agent.ts'
import {
  findPushWork,
  giveBackHubTasks,
  type HubOutcome,
  type HubTask,
  leaseHubTasks,
  recordHubTask,
} from '../storage/hub-tasks.ts'
import { wakeRuns } from '../storage/messages.ts'
import { openPushedRuns } from '../storage/pushed-runs.ts'
import { newCredentials } from '../webhooks/websub-credentials.ts'
import { deniedUntil, hubRetryAt, nextHub, verificationUntil } from '../webhooks/websub-lease.ts'
import { callbackUrl, hubForm } from '../webhooks/websub-request.ts'
import { type HostTurns, hostTurns } from './host-turns.ts'
import { hubPauses } from './hub-pauses.ts'
import { instantAfter, type PipelineTools } from './tools.ts'

/** Requests to hubs, and runs, that one tick takes; more are due still at the next one. */
const TASKS_MAX = 50
const RUNS_MAX = 500

/** A tick begins no request after this: the next one comes within the minute. */
const TICK_MS_MAX = 25_000

/** Well over a tick's time and the answer that it may still be waiting for. */
const LEASE_MS = 2 * 60 * 1000

/** A hub that has been asked so often in vain gives way to the next one that the topic names. */
const TRIES_MAX = 3

/** One tick's share: everything is leased, comes again where it was not recorded, and may come twice. */
export async function keepPushed(tools: PipelineTools): Promise<void> {
  const now = tools.now()
  const work = await findPushWork(tools.db, now.toISOString())
  if (work.runs) {
    const opened = await openPushedRuns(tools.db, now.toISOString(), RUNS_MAX)
    await wakeRuns(tools.runQueue, opened)
  }
  if (work.hubs) await askHubs(now, tools)
}

async function askHubs(now: Date, tools: PipelineTools): Promise<void> {
  const leasedUntil = instantAfter(now, LEASE_MS)
  const lease = { now: now.toISOString(), until: leasedUntil, limit: TASKS_MAX }
  const tasks = await leaseHubTasks(tools.db, lease)
  const hubs = Map.groupBy(tasks, ({ hub }) => hostPort(new URL(hub)))
  const tick = { leasedUntil, endsAt: now.getTime() + TICK_MS_MAX }
  await Promise.all([...hubs].map(([host, ofHub]) => askInTurn(host, ofHub, tick, tools)))
}

/** What operators are told of a hub that takes requests and does no more. */
const UNVERIFIED = 'The hub has not verified the subscription yet.'

type HubAnswer = Exclude<PostOutcome, { kind: 'waiting' }>

type Tick = { leasedUntil: string; endsAt: number }

/** One hub's requests, one after the other; what there is no time for is given back. */
async function askInTurn(
  host: string,
  tasks: HubTask[],
  tick: Tick,
  tools: PipelineTools,
): Promise<void> {
  const holder = { id: `hubs ${host} ${tick.leasedUntil}`, name: 'hubs' }
  const turns = hostTurns({ ...holder, until: () => tick.leasedUntil }, tools)
  const waiting = [...tasks]
  let freeAt = 0
  // A hub that is another's to ask now is so for all that is wanted of it.
  while (freeAt <= tools.now().getTime() && tools.now().getTime() < tick.endsAt) {
    const task = waiting.shift()
    if (task === undefined) break
    freeAt = await ask(task, turns, tick, tools)
  }
  const left = waiting.map(({ id }) => id)
  const at = new Date(Math.max(freeAt, tools.now().getTime())).toISOString()
  await giveBackHubTasks(tools.db, left, { until: tick.leasedUntil, at })
  const given = turns.giveBack()
  if (given.length > 0) await tools.db.batch(given)
}

/** Returns when the hub may be asked again, Unix milliseconds. */
async function ask(
  task: HubTask,
  turns: HostTurns,
  { leasedUntil }: Tick,
  tools: PipelineTools,
): Promise<number> {
  const answer = await askHub(task, turns, tools)
  if (answer.kind === 'waiting') {
    const at = new Date(answer.until).toISOString()
    await giveBackHubTasks(tools.db, [task.id], { until: leasedUntil, at })
    return answer.until
  }
  const outcome = outcomeOf(task, answer, tools)
  await recordHubTask(tools.db, { id: task.id, leasedUntil }, outcome)
  return tools.now().getTime()
}

async function askHub(task: HubTask, turns: HostTurns, tools: PipelineTools): Promise<PostOutcome> {
  const mode = task.state === 'ending' ? 'unsubscribe' : 'subscribe'
  const { id, partnerId, hub, topic, secret, token } = task
  const form = hubForm({ mode, topic, callback: callbackUrl(tools.siteUrl, token), secret })
  const pauses = hubPauses(turns, tools)
  const answer = await guardedPost(hub, form, {
    fetch: tools.fetch,
    allowPrivateHosts: tools.allowPrivateHosts,
    ownHost: new URL(tools.siteUrl).host,
    userAgent: userAgent(tools.siteUrl),
    timeoutMs: tools.fetchLimits.timeoutMs,
    permit: pauses.before,
  })
  pauses.after(answer.kind === 'failed' ? (answer.retryAfterSeconds ?? 0) : 0)
  const message = 'message' in answer ? answer.message : null
  tools.log('hub.asked', { id, partnerId, hub, mode, answer: answer.kind, message })
  return answer
}

function outcomeOf(task: HubTask, answer: HubAnswer, tools: PipelineTools): HubOutcome {
  const now = tools.now()
  const retry = { attempts: task.attempts, random: tools.random() }
  if (task.state === 'ending') return endingOutcome(task, answer, now, retry)
  const other = elsewhere(task, answer, tools)
  if (other !== undefined) return other
  switch (answer.kind) {
    case 'accepted': {
      const reason = task.attempts > 1 ? UNVERIFIED : null
      return { kind: 'again', at: verificationUntil(now, retry).toISOString(), reason }
    }
    case 'denied':
      return task.state === 'pending'
        ? { kind: 'denied', at: deniedUntil(now).toISOString(), reason: answer.message }
        : { kind: 'again', at: hubRetryAt(now, retry).toISOString(), reason: answer.message }
    case 'failed': {
      const { message: reason, retryAfterSeconds } = answer
      const at = hubRetryAt(now, { ...retry, retryAfterSeconds }).toISOString()
      return { kind: 'again', at, reason }
    }
    default:
      return answer satisfies never
  }
}

/** The next hub that the topic names, where this one said no or has been asked often enough. */
function elsewhere(task: HubTask, answer: HubAnswer, tools: PipelineTools): HubOutcome | undefined {
  const isHopeless = answer.kind === 'denied' || task.attempts > TRIES_MAX
  const hub = nextHub(task.hubs, task.hub)
  if (task.state !== 'pending' || !isHopeless || hub === undefined) return undefined
  const reason = answer.kind === 'accepted' ? UNVERIFIED : answer.message
  const credentials = newCredentials(tools.randomBytes)
  return { kind: 'other-hub', at: tools.now().toISOString(), reason, hub, credentials }
}

/** A hub that does not let go is left: its messages are answered with 410, and its lease runs out. */
function endingOutcome(
  task: HubTask,
  answer: HubAnswer,
  now: Date,
  retry: { attempts: number; random: number },
): HubOutcome {
  if (answer.kind === 'denied' || task.attempts >= TRIES_MAX) {
    return { kind: 'ended', at: now.toISOString() }
  }
  const at = answer.kind === 'accepted' ? verificationUntil(now, retry) : hubRetryAt(now, retry)
  return { kind: 'again', at: at.toISOString(), reason: null }
}
