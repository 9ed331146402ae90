/** `partners`: who is scraped, how often, and what their pages would become. */

import { parseArgs } from 'node:util'
import * as z from 'zod/mini'
import { type Partner, partnerSchema } from '../src/articles/partner.ts'
import { segment } from './admin-api.ts'
import { adminGroup } from './admin-group.ts'
import {
  type Columns,
  LIST_USAGE,
  limitMistake,
  parseListOptions,
  printList,
} from './admin-list.ts'
import { addSubcommand } from './admin-partners-add.ts'
import { previewSubcommand, recipeSubcommand } from './admin-partners-recipe.ts'
import { runPartner } from './admin-run.ts'
import { JSON_OPTION, parseJsonOnly, subcommand } from './admin-subcommand.ts'
import { cut, oneLine } from './admin-text.ts'

const PATH = '/api/admin/partners'
const NAME_WIDTH = 30
const ONE = { min: 1, max: 1 }

/** What a newer instance adds is handed on to scripts. */
const anyPartnerSchema = z.catchall(
  z.extend(partnerSchema, { recipe: z.optional(z.unknown()) }),
  z.unknown(),
)

const COLUMNS: Columns<z.infer<typeof anyPartnerSchema>> = [
  ['ID', ({ id }) => id],
  ['STATE', ({ state, alarms }) => [state, ...alarms.flatMap(otherAlarm)].join(', ')],
  ['EVERY', ({ intervalMinutes, learntMinutes }) => every(intervalMinutes, learntMinutes)],
  ['NEXT RUN', ({ isVisited, nextRunAt }) => (isVisited ? nextRunAt : '-')],
  ['NAME', ({ name }) => cut(name, NAME_WIDTH)],
  ['URL', ({ url }) => url],
]

export const partners = adminGroup('partners', {
  list: subcommand({
    usage: LIST_USAGE,
    does: 'lists the partners',
    names: { min: 0, max: 0 },
    parse: parseListOptions,
    findMistake: limitMistake,
    run: ({ values: { limit } }, session) =>
      printList(session, { path: PATH, item: anyPartnerSchema, columns: COLUMNS, limit }),
  }),
  add: addSubcommand,
  preview: previewSubcommand,
  recipe: recipeSubcommand,
  run: subcommand({
    usage: 'ID [--wait | --no-wait] [--json]',
    does: 'scrapes a partner now, waits for the end and prints the report',
    names: ONE,
    parse: parseRunOptions,
    run: ({ values: { wait }, positionals: [id = ''] }, session) =>
      runPartner(session, { partnerId: id, wait }),
  }),
  pause: stateSubcommand('paused', 'stops the scheduled runs of a partner'),
  resume: stateSubcommand('active', 'lets the scheduled runs of a partner go on'),
  remove: subcommand({
    usage: 'ID [--json]',
    does: 'removes a partner for good',
    names: ONE,
    parse: parseJsonOnly,
    async run({ positionals: [id = ''] }, session) {
      const path = `${PATH}/${segment(id)}`
      const removed = await session.ask({ method: 'DELETE', path, schema: z.undefined() })
      if (!removed.ok) return session.fail(removed.message)
      session.print({ id, removed: true }, `${oneLine(id)}  removed\n`)
      return 0
    },
  }),
})

function parseRunOptions(args: string[]) {
  const options = { json: JSON_OPTION, wait: { type: 'boolean', default: true } } as const
  return parseArgs({ args, allowPositionals: true, allowNegative: true, options })
}

/** That a partner fails, its state says already. */
function otherAlarm({ kind }: { kind: string }): string[] {
  return kind === 'failing' ? [] : [kind]
}

/** What the operator set, or about what the rhythm comes to. */
function every(set: number | null, learnt: number | null): string {
  if (set !== null) return `${set} min`
  return learnt === null ? 'learnt' : `~${learnt} min`
}

function stateSubcommand(state: Partner['state'], does: string) {
  return subcommand({
    usage: 'ID [--json]',
    does,
    names: ONE,
    parse: parseJsonOnly,
    async run({ positionals: [id = ''] }, session) {
      const changed = await session.ask({
        method: 'PATCH',
        path: `${PATH}/${segment(id)}`,
        schema: anyPartnerSchema,
        body: { state },
      })
      if (!changed.ok) return session.fail(changed.message)
      session.print(changed.value, `${oneLine(changed.value.id)}  ${changed.value.state}\n`)
      return 0
    },
  })
}
