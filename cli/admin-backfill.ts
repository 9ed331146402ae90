/** `backfill`: fetching everything that a partner ever published, watched, stopped and resumed. */

import { parseArgs } from 'node:util'
import * as z from 'zod/mini'
import { type Backfill, backfillSchema, visitedPages } from '../src/articles/backfill.ts'
import { segment } from './admin-api.ts'
import { showBackfill, watchBackfill } from './admin-backfill-report.ts'
import { adminGroup, type Group } from './admin-group.ts'
import {
  type Columns,
  LIST_USAGE,
  limitMistake,
  parseListOptions,
  printList,
} from './admin-list.ts'
import type { Session } from './admin-session.ts'
import { JSON_OPTION, parseJsonOnly, subcommand } from './admin-subcommand.ts'
import { oneLine } from './admin-text.ts'

const PATH = '/api/admin/backfills'
const ONE = { min: 1, max: 1 }
const DAY = /^\d{4}-\d{2}-\d{2}$/
const COUNT = /^[1-9]\d{0,5}$/

const startedSchema = z.object({ backfillId: z.string() })

const COLUMNS: Columns<Backfill> = [
  ['ID', ({ id }) => id],
  ['PARTNER', ({ partnerId }) => partnerId],
  ['STATE', ({ state }) => state],
  ['PAGES', (backfill) => `${visitedPages(backfill)}/${backfill.added}`],
  ['STORED', ({ stored }) => String(stored)],
  ['SINCE', ({ since }) => since ?? '-'],
  ['UNTIL', ({ until }) => until ?? '-'],
  ['STARTED', ({ createdAt }) => createdAt],
]

const SUBCOMMANDS = {
  start: subcommand({
    usage: 'PARTNER [--since DATE] [--until DATE] [--pages-max N] [--watch] [--json]',
    does: 'fetches the archive of a partner; `start` may be left out',
    names: ONE,
    parse: parseStartOptions,
    findMistake: startMistake,
    run: ({ values, positionals: [id = ''] }, session) => start(id, values, session),
  }),
  list: subcommand({
    usage: LIST_USAGE,
    does: 'lists the backfills, newest first',
    names: { min: 0, max: 0 },
    parse: parseListOptions,
    findMistake: limitMistake,
    run: ({ values: { limit } }, session) =>
      printList(session, { path: PATH, item: backfillSchema, columns: COLUMNS, limit }),
  }),
  show: subcommand({
    usage: 'ID [--watch] [--json]',
    does: 'says how far a backfill is; --watch waits for its end',
    names: ONE,
    parse: parseShowOptions,
    run: ({ values, positionals: [id = ''] }, session) =>
      values.watch ? watchBackfill(id, session) : showBackfill(id, session),
  }),
  stop: changeSubcommand('stop', 'stops a backfill within one page'),
  resume: changeSubcommand('resume', 'lets a stopped backfill go on where it was'),
}

const group = adminGroup('backfill', SUBCOMMANDS)

/** `backfill PARTNER` is `backfill start PARTNER`. */
export const backfill: Group = {
  usage: (args) => group.usage(args),
  run: (args, io, around) => group.run(withStart(args), io, around),
}

function withStart(args: string[]): string[] {
  const [word] = args
  const isNamed = word === undefined || word === '--help' || word === '-h'
  return isNamed || Object.hasOwn(SUBCOMMANDS, word) ? args : ['start', ...args]
}

function parseStartOptions(args: string[]) {
  const options = {
    json: JSON_OPTION,
    since: { type: 'string' },
    until: { type: 'string' },
    'pages-max': { type: 'string' },
    watch: { type: 'boolean', default: false },
  } as const
  return parseArgs({ args, allowPositionals: true, options })
}

function parseShowOptions(args: string[]) {
  const options = { json: JSON_OPTION, watch: { type: 'boolean', default: false } } as const
  return parseArgs({ args, allowPositionals: true, options })
}

type StartOptions = ReturnType<typeof parseStartOptions>['values']

function startMistake({ since, until, 'pages-max': pagesMax }: StartOptions): string | undefined {
  for (const [name, day] of Object.entries({ since, until })) {
    if (day !== undefined && !DAY.test(day)) return `--${name} ${day} is no day like 2024-07-09.`
  }
  if (pagesMax !== undefined && !COUNT.test(pagesMax)) return `--pages-max ${pagesMax} is no count.`
  return undefined
}

async function start(partnerId: string, options: StartOptions, session: Session): Promise<0 | 1> {
  const { since, until, 'pages-max': pagesMax } = options
  const started = await session.ask({
    method: 'POST',
    path: `/api/admin/partners/${segment(partnerId)}/backfill`,
    schema: startedSchema,
    body: { since, until, pagesMax: pagesMax === undefined ? undefined : Number(pagesMax) },
  })
  if (!started.ok) return session.fail(started.message)
  const { backfillId } = started.value
  if (options.watch) return await watchBackfill(backfillId, session)
  session.print({ backfillId }, `${oneLine(backfillId)}\n`)
  return 0
}

function changeSubcommand(action: 'stop' | 'resume', does: string) {
  return subcommand({
    usage: 'ID [--json]',
    does,
    names: ONE,
    parse: parseJsonOnly,
    async run({ positionals: [id = ''] }, session) {
      const path = `${PATH}/${segment(id)}/${action}`
      const changed = await session.ask({ method: 'POST', path, schema: backfillSchema })
      if (!changed.ok) return session.fail(changed.message)
      const { state } = changed.value
      session.print(changed.value, `${oneLine(changed.value.id)}  ${state}\n`)
      return 0
    },
  })
}
