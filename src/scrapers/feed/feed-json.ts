/** Reads a JSON Feed (jsonfeed.org, versions 1 and 1.1). */

import * as z from 'zod/mini'
import { collapse } from '../../articles/html/html-tree.ts'
import { NO_WISHES } from '../../articles/wishes.ts'
import { paragraphs } from './feed-content.ts'
import { parseFeedDate } from './feed-date.ts'
import {
  FEED_ENTRIES_MAX,
  type Feed,
  type FeedEntry,
  isWebAddress,
  resolved,
} from './feed-entry.ts'
import { looseText } from './feed-text.ts'

/** In UTF-16 code units: a guard such as `)]}'` may stand before the object. */
const JUNK_LENGTH_MAX = 100

/** What calls itself a feed is one without items, too. */
const VERSION = /^https?:\/\/(?:www\.)?jsonfeed\.org\/version\//

/** A field of the wrong type is as good as a missing one. */
const textSchema = z.catch(z.nullable(z.string()), null)
const listSchema = z.catch(z.array(z.unknown()), [])
const idSchema = z.catch(z.nullable(z.union([z.string(), z.number()])), null)

const hubSchema = z.object({ type: textSchema, url: z.string() })
const authorSchema = z.object({ name: textSchema })

const feedSchema = z.object({
  version: textSchema,
  title: textSchema,
  home_page_url: textSchema,
  feed_url: textSchema,
  hubs: listSchema,
  items: z.catch(z.nullable(z.array(z.unknown())), null),
})

const itemSchema = z.object({
  /** A number here and there, against the specification. */
  id: idSchema,
  url: textSchema,
  external_url: textSchema,
  title: textSchema,
  content_html: textSchema,
  content_text: textSchema,
  date_published: textSchema,
  date_modified: textSchema,
  image: textSchema,
  banner_image: textSchema,
  authors: listSchema,
  /** Of version 1. */
  author: z.catch(z.nullable(z.unknown()), null),
  tags: listSchema,
})

export function parseJsonFeed(text: string, baseUrl: string | undefined): Feed | undefined {
  const start = text.indexOf('{')
  if (start < 0 || start > JUNK_LENGTH_MAX) return undefined
  // A cache may have signed the end.
  const parsed = feedSchema.safeParse(parseJson(text.slice(start, text.lastIndexOf('}') + 1)))
  if (!parsed.success) return undefined
  const { title, feed_url: self, home_page_url: home } = parsed.data
  const items = parsed.data.items ?? (VERSION.test(parsed.data.version ?? '') ? [] : undefined)
  if (items === undefined) return undefined
  const base = baseUrl ?? [self, home].find((url) => url !== null && isWebAddress(url)) ?? undefined
  const entries = items
    .slice(0, FEED_ENTRIES_MAX)
    .map((item) => itemSchema.safeParse(item))
    .filter((item) => item.success)
    .map((item) => entryOf(item.data, base))
  return {
    title: title === null ? null : collapse(title) || null,
    entries,
    hubs: hubsOf(parsed.data.hubs, base),
    self: self === null ? null : resolved(self, base),
    wishes: NO_WISHES,
  }
}

/** Those for WebSub; the specification knows other protocols, which we do not speak. */
function hubsOf(hubs: readonly unknown[], base: string | undefined): string[] {
  return hubs.flatMap((hub) => {
    const { type, url } = hubSchema.safeParse(hub).data ?? {}
    return type?.toLowerCase() !== 'websub' || url === undefined ? [] : (resolved(url, base) ?? [])
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function entryOf(item: z.infer<typeof itemSchema>, base: string | undefined): FeedEntry {
  const guid = item.id === null ? null : String(item.id)
  const permalink = guid !== null && isWebAddress(guid) ? guid : null
  const address = filled(item.url) ?? filled(item.external_url) ?? permalink
  const image = filled(item.image) ?? filled(item.banner_image)
  const updatedAt = dateOf(item.date_modified)
  return {
    url: address === null ? null : resolved(address, base),
    title: item.title === null ? null : looseText(item.title) || null,
    publishedAt: dateOf(item.date_published) ?? updatedAt,
    updatedAt,
    guid,
    html: filled(item.content_html) ?? (paragraphs(item.content_text ?? '') || null),
    authors: authorsOf(item),
    categories: item.tags
      .filter((tag) => typeof tag === 'string')
      .map(collapse)
      .filter(Boolean),
    image: image === null ? null : resolved(image, base),
  }
}

function authorsOf(item: z.infer<typeof itemSchema>): string[] {
  const people = item.authors.length > 0 ? item.authors : [item.author]
  const names = people.map((person) => authorSchema.safeParse(person).data?.name ?? '')
  return names.map(collapse).filter((name) => name !== '')
}

function dateOf(text: string | null): string | null {
  return text === null ? null : parseFeedDate(text)
}

function filled(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text
}
