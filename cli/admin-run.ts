/** Starts a run of a partner, waits until every page of it has ended, and prints its report. */

import * as z from 'zod/mini'
import { type Run, runSchema } from '../src/articles/run.ts'
import { segment } from './admin-api.ts'
import type { Session } from './admin-session.ts'
import { facts, oneLine } from './admin-text.ts'
import { progressTo } from './progress.ts'

const POLL_MS = 1000

/** An hour: a run that takes longer goes on without us. */
const POLLS_MAX = 3600

const COUNTS = [
  'discovered',
  'fetched',
  'stored',
  'updated',
  'unchanged',
  'duplicates',
  'gone',
  'failed',
] as const satisfies (keyof Run)[]

const startedSchema = z.object({ runId: z.string() })

/** Unless it shall `wait`, prints the run's id alone. Exit code 1 where the run or a page failed. */
export async function runPartner(
  session: Session,
  { partnerId, wait }: { partnerId: string; wait: boolean },
): Promise<0 | 1> {
  const path = `/api/admin/partners/${segment(partnerId)}/run`
  const started = await session.ask({ method: 'POST', path, schema: startedSchema })
  if (!started.ok) return session.fail(started.message)
  const { runId } = started.value
  if (!wait) {
    session.print({ runId }, `${oneLine(runId)}\n`)
    return 0
  }
  const run = await finishedRun(session, runId)
  if (typeof run === 'string') return session.fail(run)
  session.print(run, report(run))
  return run.state === 'failed' || run.failed > 0 ? 1 : 0
}

/** The run's last state, or a sentence that says why it is not known. */
async function finishedRun(session: Session, runId: string): Promise<Run | string> {
  const progress = progressTo(session.err, session.isTerminal)
  const question = {
    method: 'GET',
    path: `/api/admin/runs/${segment(runId)}`,
    schema: runSchema,
  } as const
  for (let polls = 0; polls < POLLS_MAX; polls += 1) {
    const answer = await session.ask(question)
    if (!answer.ok || isFinished(answer.value)) {
      progress.end()
      return answer.ok ? answer.value : answer.message
    }
    const run = answer.value
    progress.show(`Run ${oneLine(runId)} is ${run.state}.`, finishedPages(run), run.discovered)
    await session.sleep(POLL_MS)
  }
  progress.end()
  return `Run ${runId} has not ended within an hour; it goes on. Ask again to wait again.`
}

function isFinished({ state }: Run): boolean {
  return state === 'done' || state === 'failed'
}

function finishedPages(run: Run): number {
  return run.stored + run.updated + run.unchanged + run.duplicates + run.gone + run.failed
}

function report(run: Run): string {
  const counts = Object.fromEntries(COUNTS.map((name) => [name, run[name]]))
  const lines = run.errors.map(({ url, message }) => {
    const reason = oneLine(message)
    return reason.includes(url) ? `  ${reason}\n` : `  ${oneLine(url)}: ${reason}\n`
  })
  const untold = run.failed - run.errors.length
  const rest = untold > 0 ? `  and ${untold} more\n` : ''
  const errors = lines.length === 0 ? '' : `\nwhat went wrong:\n${lines.join('')}${rest}`
  return facts({ run: run.id, partner: run.partnerId, state: run.state, ...counts }) + errors
}
