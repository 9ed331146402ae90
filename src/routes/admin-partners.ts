/** The operators' API for partners and their runs. */

import { Hono } from 'hono'
import * as z from 'zod/mini'
import { urlKey } from '../articles/addresses/canonical-url.ts'
import { listedAddress } from '../articles/addresses/listed-address.ts'
import { slugify } from '../articles/addresses/slug.ts'
import { isTimezone } from '../articles/dates/timezone.ts'
import { PAGES_PER_DAY_STANDARD, type Partner } from '../articles/partner.ts'
import { recipeSchema } from '../articles/recipe.ts'
import { changePartner } from '../storage/change-partner.ts'
import { readCursor } from '../storage/cursor.ts'
import { wakeDeliveries, wakeRun } from '../storage/messages.ts'
import {
  changeRecipe,
  findPartner,
  findPartnerByUrlKey,
  insertPartner,
  listPartners,
  removePartner,
} from '../storage/partners.ts'
import { findRun, listRuns } from '../storage/run-reports.ts'
import { openRun } from '../storage/runs.ts'
import { listSubscriptions } from '../storage/subscriptions.ts'
import { eventTypeSchema } from '../webhooks/event.ts'
import type { AppContext, AppEnv } from './app-types.ts'
import { newSubscription } from './new-subscription.ts'
import { problem } from './problem.ts'
import { readJson, readLimit } from './request-body.ts'

const NAME_LENGTH_MAX = 100
const INTERVAL_MINUTES_MAX = 7 * 24 * 60
const PAGES_PER_DAY_MAX = 100_000
const LIMIT = { standard: 50, max: 200 }
const ID_SUFFIX_LENGTH = 6

const addressSchema = z.url({ protocol: /^https?$/, hostname: /./ })

const intervalSchema = z.int().check(z.minimum(1), z.maximum(INTERVAL_MINUTES_MAX))

const pagesPerDaySchema = z.int().check(z.minimum(1), z.maximum(PAGES_PER_DAY_MAX))

const timezoneSchema = z.string().check(z.refine(isTimezone, 'is no IANA time zone'))

const changeableShape = {
  feed: z.optional(z.nullable(addressSchema)),
  sitemap: z.optional(z.nullable(addressSchema)),
  listing: z.optional(z.nullable(addressSchema)),
  republish: z.optional(z.enum(['full', 'excerpt'])),
  intervalMinutes: z.optional(z.nullable(intervalSchema)),
  pagesPerDay: z.optional(pagesPerDaySchema),
  timezone: z.optional(z.nullable(timezoneSchema)),
  recipe: z.optional(z.nullable(recipeSchema)),
}

const nameSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(NAME_LENGTH_MAX))

export const newPartnerSchema = z.strictObject({
  name: nameSchema,
  url: addressSchema,
  ...changeableShape,
  webhook: z.optional(
    z.strictObject({ url: addressSchema, events: z.optional(z.array(eventTypeSchema)) }),
  ),
})
export type NewPartner = z.infer<typeof newPartnerSchema>

const changeSchema = z.strictObject({
  name: z.optional(nameSchema),
  state: z.optional(z.enum(['active', 'paused'])),
  ...changeableShape,
})

export const adminPartnerRoutes = new Hono<AppEnv>()

adminPartnerRoutes.get('/partners', async (c) => {
  const limit = readLimit(c, LIMIT)
  if (limit === undefined) return problem(c, 400, `"limit" must be from 1 to ${LIMIT.max}.`)
  const partners = await listPartners(c.env.DB, {
    after: c.req.query('cursor') ?? '',
    limit: limit + 1,
  })
  const items = partners.slice(0, limit)
  const nextCursor = partners.length > limit ? (items.at(-1)?.id ?? null) : null
  return c.json({ items, nextCursor })
})

adminPartnerRoutes.post('/partners', async (c) => {
  const body = await readJson(c, newPartnerSchema)
  if (!body.ok) return body.response
  const added = await addPartner(c, body.value)
  if (!added.ok) return problem(c, added.status, added.detail, added.members)
  return c.json(added.partner, 201, { location: `/api/admin/partners/${added.partner.id}` })
})

adminPartnerRoutes.get('/partners/:id', async (c) => {
  const partner = await findPartner(c.env.DB, c.req.param('id'))
  if (partner === undefined) return noPartner(c)
  const webhooks = await listSubscriptions(c.env.DB, partner.id)
  return c.json({ ...partner, webhooks })
})

adminPartnerRoutes.patch('/partners/:id', async (c) => {
  const partner = await findPartner(c.env.DB, c.req.param('id'))
  if (partner === undefined) return noPartner(c)
  const body = await readJson(c, changeSchema)
  if (!body.ok) return body.response
  const refusal = refusedAddress(c, body.value)
  if (refusal !== undefined) return problem(c, 400, refusal)
  const { recipe, ...change } = body.value
  const now = c.get('doors').now().toISOString()
  const anew = recipe === undefined ? [] : changeRecipe(c.env.DB, partner.id, recipe, now)
  await changePartner(c.env.DB, { id: partner.id, now }, change, anew)
  const changed = await findPartner(c.env.DB, partner.id)
  return changed === undefined ? noPartner(c) : c.json(changed)
})

adminPartnerRoutes.delete('/partners/:id', async (c) => {
  const now = c.get('doors').now().toISOString()
  const removed = await removePartner(c.env.DB, c.req.param('id'), now)
  return removed ? c.body(null, 204) : noPartner(c)
})

adminPartnerRoutes.post('/partners/:id/run', async (c) => {
  const partner = await findPartner(c.env.DB, c.req.param('id'))
  if (partner === undefined) return noPartner(c)
  const runId = await startRun(c, partner.id)
  return c.json({ runId }, 202, { location: `/api/admin/runs/${runId}` })
})

adminPartnerRoutes.get('/runs', async (c) => {
  const limit = readLimit(c, LIMIT)
  if (limit === undefined) return problem(c, 400, `"limit" must be from 1 to ${LIMIT.max}.`)
  const cursor = c.req.query('cursor')
  const before = cursor === undefined ? undefined : readCursor(cursor)
  if (cursor !== undefined && before === undefined) {
    return problem(c, 400, '"cursor" is none that this list gave.')
  }
  return c.json(await listRuns(c.env.DB, { partnerId: c.req.query('partner'), before, limit }))
})

adminPartnerRoutes.get('/runs/:id', async (c) => {
  const run = await findRun(c.env.DB, c.req.param('id'))
  return run === undefined ? problem(c, 404, 'There is no run of that id.') : c.json(run)
})

/** Opens a run by hand, or joins the one there is, and wakes whoever advances it. */
export async function startRun(c: AppContext, partnerId: string): Promise<string> {
  const { now, randomId } = c.get('doors')
  const runId = await openRun(c.env.DB, {
    id: randomId('run'),
    partnerId,
    cause: 'operator',
    now: now().toISOString(),
  })
  await wakeRun(c.env.RUN_QUEUE, runId)
  return runId
}

export type AddedPartner =
  | {
      ok: true
      partner: Partner & {
        webhook?: { id: string; url: string; events: string[]; secret: string }
      }
    }
  | { ok: false; status: 400 | 409; detail: string; members: Record<string, unknown> }

/** Adds a partner, due at the next tick, with its webhook where one is asked for. */
export async function addPartner(c: AppContext, wanted: NewPartner): Promise<AddedPartner> {
  const refusal = refusedAddress(c, wanted)
  if (refusal !== undefined) return { ok: false, status: 400, detail: refusal, members: {} }
  const key = urlKey(wanted.url)
  const url = listedAddress(wanted.url)
  if (key === undefined || url === undefined) {
    return { ok: false, status: 400, detail: '"url" is no address of a page.', members: {} }
  }
  const existing = await findPartnerByUrlKey(c.env.DB, key)
  if (existing !== undefined) return conflict(existing.id)

  const { randomId } = c.get('doors')
  const slug = slugify(wanted.name)
  const suffix = randomId('').slice(-ID_SUFFIX_LENGTH)
  for (const id of [slug, `${slug}-${suffix}`]) {
    const partner = newPartner(c, { ...wanted, url }, id)
    const subscription =
      wanted.webhook === undefined ? undefined : newSubscription(c, id, wanted.webhook)
    if (await insertPartner(c.env.DB, partner, key, subscription?.statements ?? [])) {
      if (subscription === undefined) return { ok: true, partner }
      await wakeDeliveries(c.env.DELIVERY_QUEUE, 0)
      return { ok: true, partner: { ...partner, webhook: subscription.shown } }
    }
  }
  return conflict(slug)
}

function conflict(id: string): AddedPartner {
  return {
    ok: false,
    status: 409,
    detail: `There is a partner of that address already: ${id}.`,
    members: { partnerId: id },
  }
}

type Addresses = {
  [Name in 'url' | 'feed' | 'sitemap' | 'listing']?: string | null | undefined
} & { webhook?: { url: string } | undefined }

/** Says which address of a new partner we must not reach, and why. */
function refusedAddress(c: AppContext, wanted: Addresses): string | undefined {
  const { addressRefusal } = c.get('doors')
  const addresses = {
    url: wanted.url,
    feed: wanted.feed,
    sitemap: wanted.sitemap,
    listing: wanted.listing,
    'webhook.url': wanted.webhook?.url,
  }
  for (const [name, address] of Object.entries(addresses)) {
    const refusal = address ? addressRefusal(address, c.get('config')) : undefined
    if (refusal !== undefined) return `"${name}" is refused: ${refusal}`
  }
  return undefined
}

function newPartner(c: AppContext, wanted: NewPartner, id: string): Partner {
  const now = c.get('doors').now().toISOString()
  return {
    id,
    name: wanted.name,
    url: wanted.url,
    feed: wanted.feed ?? null,
    sitemap: wanted.sitemap ?? null,
    listing: wanted.listing ?? null,
    republish: wanted.republish ?? 'full',
    intervalMinutes: wanted.intervalMinutes ?? null,
    learntMinutes: null,
    pagesPerDay: wanted.pagesPerDay ?? PAGES_PER_DAY_STANDARD,
    timezone: wanted.timezone ?? null,
    recipe: wanted.recipe ?? null,
    recipeRevision: 0,
    state: 'active',
    stateReason: null,
    stateSince: now,
    isVisited: true,
    failures: 0,
    failingSince: null,
    alarms: [],
    push: null,
    createdAt: now,
    nextRunAt: now,
  }
}

function noPartner(c: AppContext): Response {
  return problem(c, 404, 'There is no partner of that id.')
}
