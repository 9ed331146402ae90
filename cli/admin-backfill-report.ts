/** How far a backfill is, once or until its end, and its report. */

import {
  type Backfill,
  backfillSchema,
  isUnderWay,
  visitedPages,
} from '../src/articles/backfill.ts'
import { segment } from './admin-api.ts'
import type { Session } from './admin-session.ts'
import { facts, oneLine } from './admin-text.ts'
import { progressTo } from './progress.ts'

const PATH = '/api/admin/backfills'
const POLL_MS = 2_000

/** Two days: one that takes longer goes on without us. */
const POLLS_MAX = (48 * 60 * 60 * 1000) / POLL_MS

const COUNTS = [
  'listed',
  'skipped',
  'added',
  'stored',
  'known',
  'outside',
  'gone',
  'failed',
] as const satisfies (keyof Backfill)[]

function question(id: string) {
  return { method: 'GET', path: `${PATH}/${segment(id)}`, schema: backfillSchema } as const
}

/** Prints how far a backfill is. Exit code 1 where it failed. */
export async function showBackfill(id: string, session: Session): Promise<0 | 1> {
  const found = await session.ask(question(id))
  return found.ok ? print(found.value, session) : session.fail(found.message)
}

/** Shows how far it is until it ends or is stopped, then prints its report. */
export async function watchBackfill(id: string, session: Session): Promise<0 | 1> {
  const progress = progressTo(session.err, session.isTerminal)
  for (let polls = 0; polls < POLLS_MAX; polls += 1) {
    const found = await session.ask(question(id))
    if (!found.ok || !isUnderWay(found.value)) {
      progress.end()
      return found.ok ? print(found.value, session) : session.fail(found.message)
    }
    const doing = found.value.isListed ? 'is running' : 'is running, its lists are being read'
    progress.show(`Backfill ${oneLine(id)} ${doing}.`, visitedPages(found.value), found.value.added)
    await session.sleep(POLL_MS)
  }
  progress.end()
  return session.fail(`Backfill ${id} has not ended within two days; it goes on.`)
}

function print(found: Backfill, session: Session): 0 | 1 {
  session.print(found, report(found))
  return found.state === 'failed' ? 1 : 0
}

function report(found: Backfill): string {
  const { id: backfillId, partnerId: partner, state, since, until, message } = found
  const counts = Object.fromEntries(COUNTS.map((name) => [name, found[name]]))
  const lines = found.errors.map(({ url, message: why }) => {
    const reason = oneLine(why)
    return reason.includes(url) ? `  ${reason}\n` : `  ${oneLine(url)}: ${reason}\n`
  })
  const errors = lines.length === 0 ? '' : `\nwhat went wrong:\n${lines.join('')}`
  return facts({ backfill: backfillId, partner, state, since, until, ...counts, message }) + errors
}
