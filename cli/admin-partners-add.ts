/** `partners add`: only a name and an address are needed, the rest is found or has its standard. */

import { parseArgs } from 'node:util'
import * as z from 'zod/mini'
import { partnerSchema } from '../src/articles/partner.ts'
import { runPartner } from './admin-run.ts'
import { JSON_OPTION, subcommand } from './admin-subcommand.ts'
import { facts } from './admin-text.ts'
import { newWebhookSchema, webhookFacts } from './admin-webhook-text.ts'
import { recipeIn, recipeMistake } from './recipe-file.ts'

const REPUBLISH = ['full', 'excerpt']

const addedSchema = z.extend(partnerSchema, {
  recipe: z.optional(z.unknown()),
  webhook: z.optional(newWebhookSchema),
})

type Values = ReturnType<typeof parse>['values']

export const addSubcommand = subcommand({
  usage: `--name NAME --url URL [--feed URL] [--sitemap URL] [--listing URL]
      [--republish full|excerpt] [--interval-minutes N] [--pages-per-day N] [--timezone ZONE]
      [--webhook URL] [--recipe FILE.json] [--run [--no-wait]] [--json]`,
  does: 'adds a partner, its webhook with it; --run scrapes it at once',
  names: { min: 0, max: 0 },
  parse,
  findMistake,
  async run({ values }, session) {
    const added = await session.ask({
      method: 'POST',
      path: '/api/admin/partners',
      schema: z.catchall(addedSchema, z.unknown()),
      body: wanted(values),
    })
    if (!added.ok) return session.fail(added.message)
    const { id, name, url, state, nextRunAt, webhook } = added.value
    const shown = { id, name, url, state, 'next run': nextRunAt }
    const secret = webhook === undefined ? {} : webhookFacts(webhook)
    session.print(added.value, facts({ ...shown, ...secret }))
    if (!values.run) return 0
    if (!session.json) session.out('\n')
    return runPartner(session, { partnerId: id, wait: values.wait })
  },
})

function parse(args: string[]) {
  const text = { type: 'string' } as const
  return parseArgs({
    args,
    allowPositionals: true,
    allowNegative: true,
    options: {
      name: text,
      url: text,
      feed: text,
      sitemap: text,
      listing: text,
      republish: text,
      'interval-minutes': text,
      'pages-per-day': text,
      timezone: text,
      webhook: text,
      recipe: text,
      run: { type: 'boolean', default: false },
      wait: { type: 'boolean', default: true },
      json: JSON_OPTION,
    },
  })
}

/** What the instance would refuse as well, but only what reads better before it is asked. */
function findMistake(values: Values): string | undefined {
  const { name, url, republish, recipe } = values
  if (name === undefined || url === undefined) return '--name and --url are needed.'
  if (republish !== undefined && !REPUBLISH.includes(republish)) {
    return `--republish is full or excerpt, not ${republish}.`
  }
  for (const option of ['interval-minutes', 'pages-per-day'] as const) {
    const value = values[option]
    if (value !== undefined && !/^\d{1,9}$/.test(value)) return `--${option} ${value} is no number.`
  }
  return recipeMistake(recipe)
}

/** JSON leaves out what is undefined. */
function wanted(values: Values) {
  const { name, url, feed, sitemap, listing, republish, timezone, webhook } = values
  const numberOf = (text: string | undefined) => (text === undefined ? undefined : Number(text))
  return {
    ...{ name, url, feed, sitemap, listing, republish, timezone },
    intervalMinutes: numberOf(values['interval-minutes']),
    pagesPerDay: numberOf(values['pages-per-day']),
    recipe: recipeIn(values.recipe),
    webhook: webhook === undefined ? undefined : { url: webhook },
  }
}
