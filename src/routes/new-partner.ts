/** Adds a partner, by the API or at the desk. */

import { urlKey } from '../articles/addresses/canonical-url.ts'
import { listedAddress } from '../articles/addresses/listed-address.ts'
import { slugify } from '../articles/addresses/slug.ts'
import { PAGES_PER_DAY_STANDARD, type Partner } from '../articles/partner.ts'
import { wakeDeliveries } from '../storage/messages.ts'
import { findPartnerByUrlKey, insertPartner } from '../storage/partners.ts'
import type { AppContext } from './app-types.ts'
import { newSubscription } from './new-subscription.ts'
import { type NewPartner, refusedAddress } from './wanted-partner.ts'

const ID_SUFFIX_LENGTH = 6

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
