/** What a page says about itself to machines: meta tags, links, JSON-LD, microdata, language. */

import {
  attribute,
  collapse,
  type HtmlElement,
  isElement,
  textData,
  textOf,
  walk,
} from '../../articles/html/html-tree.ts'
import { htmlText } from '../page/html-text.ts'
import { parseJsonLd } from './json-ld.ts'
import { leadingText } from './leading-text.ts'
import type { LinkedData } from './linked-data.ts'
import { microdataReader } from './microdata.ts'

/** In UTF-16 code units. A longer one is not metadata. */
const CONTENT_LENGTH_MAX = 5_000

/** Meta tags, links and scripts that are read; more is an attack. */
const ENTRIES_MAX = 2_000

/** More than plugins that do not know of each other write. */
const CANONICALS_MAX = 8

/** What stands encoded twice: `&amp;#039;`. */
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/i

export type PageHead = {
  /** By `property`, `name` or `itemprop`, lower case; in document order. */
  readonly meta: ReadonlyMap<string, readonly string[]>
  /** What the `<title>` says. */
  readonly title: string | null
  readonly canonical: string | null
  /** All that are written, each once, the first one first. */
  readonly canonicals: readonly string[]
  /** Of `<link rel="next">` and `<link rel="prev">`: mostly other articles. */
  readonly next: string | null
  readonly previous: string | null
  readonly base: string | null
  readonly language: string | null
  readonly linkedData: LinkedData
  /** Undefined where no item of the page is its article. */
  readonly microdata: LinkedData | undefined
  /** What links with `rel=author` say, wherever they stand. */
  readonly authorLinks: readonly string[]
  /** What links with `rel=tag` say. */
  readonly tagLinks: readonly string[]
  /** Where all links with `rel=license` lead, as written; null where they differ, as those of pictures do. */
  readonly licence: string | null
}

type Reading = {
  meta: Map<string, string[]>
  title: string | null
  canonicals: Set<string>
  next: string | null
  previous: string | null
  base: string | null
  language: string | null
  authorLinks: string[]
  tagLinks: string[]
  licences: Set<string>
  scripts: string[]
  entries: number
}

/** Reads the whole page, since many put their metadata into the body. */
export function readHead(root: HtmlElement, url: string): PageHead {
  const reading: Reading = {
    ...{ meta: new Map(), title: null, canonicals: new Set(), base: null, language: null },
    ...{ next: null, previous: null, authorLinks: [], tagLinks: [], licences: new Set() },
    ...{ scripts: [], entries: 0 },
  }
  const microdata = microdataReader()
  walk(root, {
    enter(node) {
      if (!isElement(node)) return false
      READERS.get(node.name)?.(node, reading)
      microdata.enter(node)
      return node.name !== 'svg'
    },
    leave: microdata.leave,
  })
  const { scripts, licences, canonicals, entries: _, ...rest } = reading
  const [canonical = null] = canonicals
  const [licence = null] = licences.size === 1 ? licences : []
  return {
    ...rest,
    canonical,
    canonicals: [...canonicals],
    licence,
    linkedData: parseJsonLd(scripts, canonical ?? url),
    microdata: microdata.result(),
  }
}

/** The first of the named entries that is there. */
export function firstMeta(head: PageHead, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = head.meta.get(name)?.[0]
    if (value !== undefined) return value
  }
  return undefined
}

/** The words as readers see them; many templates encode them once more than they should. */
export function decoded(text: string): string {
  return ENTITY.test(text) ? htmlText(text) : text
}

type TagReader = (element: HtmlElement, reading: Reading) => void

/** By tag. No plain object: pages may name a tag as its prototype names a function. */
const READERS: ReadonlyMap<string, TagReader> = new Map(
  Object.entries<TagReader>({
    meta: readMeta,
    a: readLink,
    link: readLink,
    title(element, reading) {
      reading.title ??= textOf([element]).slice(0, CONTENT_LENGTH_MAX) || null
    },
    html(element, reading) {
      reading.language ??= attribute(element, 'lang') ?? attribute(element, 'xml:lang') ?? null
    },
    base(element, reading) {
      reading.base ??= attribute(element, 'href') ?? null
    },
    script(element, reading) {
      if (!attribute(element, 'type')?.toLowerCase().includes('ld+json')) return
      const [node] = element.children
      const text = node === undefined ? undefined : textData(node)
      if (text !== undefined && reading.scripts.length < ENTRIES_MAX) reading.scripts.push(text)
    },
  }),
)

function readLink(element: HtmlElement, reading: Reading): void {
  const rel = attribute(element, 'rel')?.toLowerCase()
  if (rel === undefined) return
  const words = rel.split(/\s+/)
  const address = attribute(element, 'href') ?? null
  if (element.name === 'link') readPlace(rel, address, reading)
  if (words.includes('license') && address !== null) reading.licences.add(address)
  if (element.name !== 'a' || reading.entries >= ENTRIES_MAX) return
  reading.entries += 1
  if (words.includes('author')) reading.authorLinks.push(leadingText(element))
  if (words.includes('tag') && !words.includes('category'))
    reading.tagLinks.push(leadingText(element))
}

/** Where the page, and the pages of an article before and after it, stand. */
function readPlace(rel: string, address: string | null, reading: Reading): void {
  if (rel === 'canonical') {
    if (address !== null && reading.canonicals.size < CANONICALS_MAX) {
      reading.canonicals.add(address)
    }
  } else if (rel === 'next') reading.next ??= address
  else if (rel === 'prev' || rel === 'previous') reading.previous ??= address
}

/** `value` is no attribute of a meta tag, but some templates write it for `content`. */
function readMeta(element: HtmlElement, reading: Reading): void {
  const { property, name, itemprop, content, value: other = '' } = element.attribs
  const value = collapse((content ?? other).slice(0, CONTENT_LENGTH_MAX))
  if (value === '' || reading.entries >= ENTRIES_MAX) return
  for (const key of new Set([property, name, itemprop])) {
    if (key === undefined || key === '') continue
    reading.entries += 1
    const known = reading.meta.get(key.toLowerCase())
    if (known === undefined) reading.meta.set(key.toLowerCase(), [value])
    else known.push(value)
  }
}
