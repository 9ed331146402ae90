/** `webhooks`: partners' endpoints, and what was sent to them. */

import { parseArgs } from 'node:util'
import * as z from 'zod/mini'
import { segment } from './admin-api.ts'
import { adminGroup } from './admin-group.ts'
import {
  type Columns,
  itemPrinter,
  LIST_USAGE,
  limitMistake,
  parseListOptions,
  printList,
} from './admin-list.ts'
import { JSON_OPTION, parseJsonOnly, subcommand } from './admin-subcommand.ts'
import { facts, oneLine } from './admin-text.ts'
import { eventNames, newWebhookSchema, webhookFacts } from './admin-webhook-text.ts'

const ONE = { min: 1, max: 1 }

const webhookSchema = z.looseObject({
  id: z.string(),
  url: z.string(),
  events: z.array(z.string()),
  state: z.string(),
})

const deliverySchema = z.looseObject({
  id: z.string(),
  type: z.string(),
  state: z.string(),
  attempts: z.int(),
  createdAt: z.string(),
  lastStatus: z.nullable(z.int()),
  lastMessage: z.nullable(z.string()),
})

const WEBHOOK_COLUMNS: Columns<z.infer<typeof webhookSchema>> = [
  ['ID', ({ id }) => id],
  ['STATE', ({ state }) => state],
  ['EVENTS', ({ events }) => eventNames(events)],
  ['URL', ({ url }) => url],
]

const DELIVERY_COLUMNS: Columns<z.infer<typeof deliverySchema>> = [
  ['ID', ({ id }) => id],
  ['STATE', ({ state }) => state],
  ['EVENT', ({ type }) => type],
  ['CREATED', ({ createdAt }) => createdAt],
  ['ATTEMPTS', ({ attempts }) => String(attempts)],
  ['LAST ANSWER', ({ lastStatus, lastMessage }) => lastMessage || String(lastStatus ?? '-')],
]

export const webhooks = adminGroup('webhooks', {
  list: subcommand({
    usage: 'PARTNER [--json]',
    does: 'lists the endpoints of a partner',
    names: ONE,
    parse: parseJsonOnly,
    async run({ positionals: [id = ''] }, session) {
      const path = `/api/admin/partners/${segment(id)}`
      const schema = z.object({ webhooks: z.array(webhookSchema) })
      const partner = await session.ask({ method: 'GET', path, schema })
      if (!partner.ok) return session.fail(partner.message)
      itemPrinter(session, WEBHOOK_COLUMNS)(partner.value.webhooks)
      return 0
    },
  }),
  add: subcommand({
    usage: 'PARTNER URL [--events TYPE,TYPE…] [--json]',
    does: 'adds an endpoint of a partner and prints its secret, this once; no --events: all',
    names: { min: 2, max: 2 },
    parse: parseAddOptions,
    async run({ values, positionals: [id = '', url] }, session) {
      const events = values.events?.split(',').map((type) => type.trim())
      const added = await session.ask({
        method: 'POST',
        path: `/api/admin/partners/${segment(id)}/webhooks`,
        schema: newWebhookSchema,
        body: { url, events },
      })
      if (!added.ok) return session.fail(added.message)
      session.print(added.value, facts(webhookFacts(added.value)))
      return 0
    },
  }),
  test: subcommand({
    usage: 'WEBHOOK [--json]',
    does: 'sends an endpoint.test to an endpoint',
    names: ONE,
    parse: parseJsonOnly,
    async run({ positionals: [id = ''] }, session) {
      const path = `/api/admin/webhooks/${segment(id)}/test`
      const schema = z.object({ eventId: z.string() })
      const test = await session.ask({ method: 'POST', path, schema })
      if (!test.ok) return session.fail(test.message)
      session.print(test.value, `${oneLine(test.value.eventId)}  on its way\n`)
      return 0
    },
  }),
  deliveries: subcommand({
    usage: `WEBHOOK ${LIST_USAGE}`,
    does: 'lists what was sent to an endpoint, newest first, and what it answered',
    names: ONE,
    parse: parseListOptions,
    findMistake: limitMistake,
    run({ values: { limit }, positionals: [id = ''] }, session) {
      const path = `/api/admin/webhooks/${segment(id)}/deliveries`
      return printList(session, { path, item: deliverySchema, columns: DELIVERY_COLUMNS, limit })
    },
  }),
  replay: subcommand({
    usage: 'DELIVERY [--json]',
    does: 'sends a delivery again, from its first attempt',
    names: ONE,
    parse: parseJsonOnly,
    async run({ positionals: [id = ''] }, session) {
      const path = `/api/admin/deliveries/${segment(id)}/replay`
      const schema = z.object({ deliveryId: z.string() })
      const replay = await session.ask({ method: 'POST', path, schema })
      if (!replay.ok) return session.fail(replay.message)
      session.print(replay.value, `${oneLine(replay.value.deliveryId)}  due again\n`)
      return 0
    },
  }),
})

function parseAddOptions(args: string[]) {
  const options = { json: JSON_OPTION, events: { type: 'string' } } as const
  return parseArgs({ args, allowPositionals: true, options })
}
