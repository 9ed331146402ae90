/** What operators may say of a partner, and which addresses of it are refused. */

import * as z from 'zod/mini'
import { isTimezone } from '../articles/dates/timezone.ts'
import { recipeSchema } from '../articles/recipe.ts'
import { eventTypeSchema } from '../webhooks/event.ts'
import type { AppContext } from './app-types.ts'

const NAME_LENGTH_MAX = 100
const INTERVAL_MINUTES_MAX = 7 * 24 * 60
const PAGES_PER_DAY_MAX = 100_000

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

/** What may be changed of a partner that there is. */
export const partnerChangeSchema = z.strictObject({
  name: z.optional(nameSchema),
  state: z.optional(z.enum(['active', 'paused'])),
  ...changeableShape,
})

type Addresses = {
  [Name in 'url' | 'feed' | 'sitemap' | 'listing']?: string | null | undefined
} & { webhook?: { url: string } | undefined }

/** Says which address of a new partner we must not reach, and why. */
export function refusedAddress(c: AppContext, wanted: Addresses): string | undefined {
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
