/** What a page says about itself to machines: meta tags, link tags, JSON-LD, language. */

import {
  attribute,
  collapse,
  type HtmlElement,
  isElement,
  textOf,
  walk,
} from '../articles/html-tree.ts'
import type { LinkedData } from './json-ld.ts'
import { parseJsonLd } from './json-ld.ts'

/** In UTF-16 code units. A longer one is not metadata. */
const CONTENT_LENGTH_MAX = 5_000

/** Meta tags, links and scripts that are read; more is an attack. */
const ENTRIES_MAX = 2_000

export type PageHead = {
  /** By `property`, `name` or `itemprop`, lower case; in document order. */
  readonly meta: ReadonlyMap<string, readonly string[]>
  /** What the `<title>` says. */
  readonly title: string | null
  readonly canonical: string | null
  /** Of `<link rel="next">` and `<link rel="prev">`: mostly other articles. */
  readonly next: string | null
  readonly previous: string | null
  readonly base: string | null
  readonly language: string | null
  readonly linkedData: LinkedData
}

type Reading = {
  meta: Map<string, string[]>
  title: string | null
  canonical: string | null
  next: string | null
  previous: string | null
  base: string | null
  language: string | null
  scripts: string[]
  entries: number
}

/** Reads the whole page, since many put their metadata into the body. */
export function readHead(root: HtmlElement): PageHead {
  const reading: Reading = {
    ...{ meta: new Map(), title: null, canonical: null, base: null, language: null },
    ...{ next: null, previous: null, scripts: [], entries: 0 },
  }
  walk(root, {
    enter(node) {
      if (!isElement(node)) return false
      READERS[node.name]?.(node, reading)
      return node.name !== 'svg'
    },
  })
  const { scripts, entries: _, ...rest } = reading
  return { ...rest, linkedData: parseJsonLd(scripts) }
}

/** The first of the named entries that is there. */
export function firstMeta(head: PageHead, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = head.meta.get(name)?.[0]
    if (value !== undefined) return value
  }
  return undefined
}

const READERS: Readonly<Record<string, (element: HtmlElement, reading: Reading) => void>> = {
  meta: readMeta,
  title(element, reading) {
    reading.title ??= textOf([element]).slice(0, CONTENT_LENGTH_MAX) || null
  },
  html(element, reading) {
    reading.language ??= attribute(element, 'lang') ?? attribute(element, 'xml:lang') ?? null
  },
  base(element, reading) {
    reading.base ??= attribute(element, 'href') ?? null
  },
  link(element, reading) {
    const rel = attribute(element, 'rel')?.toLowerCase()
    const href = attribute(element, 'href') ?? null
    if (rel === 'canonical') reading.canonical ??= href
    else if (rel === 'next') reading.next ??= href
    else if (rel === 'prev' || rel === 'previous') reading.previous ??= href
  },
  script(element, reading) {
    if (!attribute(element, 'type')?.toLowerCase().includes('ld+json')) return
    const [text] = element.children
    if (text !== undefined && 'data' in text && reading.scripts.length < ENTRIES_MAX) {
      reading.scripts.push(text.data)
    }
  },
}

function readMeta(element: HtmlElement, reading: Reading): void {
  const { property, name, itemprop, content = '' } = element.attribs
  const value = collapse(content.slice(0, CONTENT_LENGTH_MAX))
  if (value === '' || reading.entries >= ENTRIES_MAX) return
  for (const key of new Set([property, name, itemprop])) {
    if (key === undefined || key === '') continue
    reading.entries += 1
    const known = reading.meta.get(key.toLowerCase())
    if (known === undefined) reading.meta.set(key.toLowerCase(), [value])
    else known.push(value)
  }
}
