/** Reads a JSON Feed (jsonfeed.org, versions 1 and 1.1). */

import * as z from 'zod/mini'
import { collapse } from '../../articles/html/html-tree.ts'
import { htmlText } from '../page/html-text.ts'
import { parseFeedDate } from './feed-date.ts'
import {
  FEED_ENTRIES_MAX,
  type Feed,
  type FeedEntry,
  isWebAddress,
  resolved,
} from './feed-entry.ts'

/** In UTF-16 code units: a guard such as `)]}'` may stand before the object. */
const JUNK_LENGTH_MAX = 100

/** A field of the wrong type is as good as a missing one. */
const textSchema = z.catch(z.nullable(z.string()), null)

const feedSchema = z.object({ title: textSchema, items: z.array(z.unknown()) })

const itemSchema = z.object({
  /** A number here and there, against the specification. */
  id: z.catch(z.nullable(z.union([z.string(), z.number()])), null),
  url: textSchema,
  external_url: textSchema,
  title: textSchema,
  date_published: textSchema,
  date_modified: textSchema,
})

export function parseJsonFeed(text: string, baseUrl: string | undefined): Feed | undefined {
  const start = text.indexOf('{')
  if (start < 0 || start > JUNK_LENGTH_MAX) return undefined
  const parsed = feedSchema.safeParse(parseJson(text.slice(start)))
  if (!parsed.success) return undefined
  const { title, items } = parsed.data
  const entries = items
    .slice(0, FEED_ENTRIES_MAX)
    .map((item) => itemSchema.safeParse(item))
    .filter((item) => item.success)
    .map((item) => entryOf(item.data, baseUrl))
  return { title: title === null ? null : collapse(title) || null, entries }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function entryOf(item: z.infer<typeof itemSchema>, baseUrl: string | undefined): FeedEntry {
  const guid = item.id === null ? null : String(item.id)
  const permalink = guid !== null && isWebAddress(guid) ? guid : null
  const address = item.url ?? item.external_url ?? permalink
  const date = item.date_published ?? item.date_modified
  return {
    url: address === null ? null : resolved(address, baseUrl),
    title: item.title === null ? null : htmlText(item.title) || null,
    publishedAt: date === null ? null : parseFeedDate(date),
    guid,
  }
}
