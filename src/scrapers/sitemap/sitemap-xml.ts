/** Reads the XML of sitemaps and their indexes piece by piece, whatever its namespaces are called. */

import { Parser } from 'htmlparser2'
import { collapse } from '../../articles/html/html-tree.ts'
import { parseFeedDate } from '../feed/feed-date.ts'
import { type SitemapReader, type SitemapSink, sitemapAddress } from './sitemap-entry.ts'

/** Elements inside elements: real ones have five levels, and the parser's work grows with them. */
const DEPTH_MAX = 64
/** 50,000 pages with thirty translations each have two million. */
const TAGS_MAX = 3_000_000
/** In UTF-16 code units without a tag or a word: what has begun is held until it ends. */
const UNFINISHED_LENGTH_MAX = 1024 * 1024
/** In UTF-16 code units: what is written at once, and what is kept of one field. */
const PIECE_LENGTH = 64 * 1024
const FIELD_LENGTH_MAX = 8_192

/** Extensions with a `loc`, a `title` or a date of their own. */
const FOREIGN = new Set(['image', 'video', 'link', 'pagemap', 'mobile', 'codesearch'])
const ENTRIES = new Set(['url', 'sitemap'])

type Field = 'loc' | 'lastmod' | 'title' | 'publication_date'
type Open = { isChild: boolean; values: Partial<Record<Field, string>> }

/** Elements of any namespace count by their local names: declarations are wrong or missing too often. */
export function sitemapXmlReader(base: string, sink: SitemapSink): SitemapReader {
  const path: string[] = []
  let entry: Open | undefined
  let field: Field | undefined
  let text = ''
  let tags = 0
  let pending = 0
  let foreign = 0
  let cut: string | undefined

  function open(name: string): void {
    pending = 0
    tags++
    if (tags > TAGS_MAX) cut ??= `has more than ${TAGS_MAX} tags`
    if (path.length >= DEPTH_MAX) cut ??= `is nested deeper than ${DEPTH_MAX} levels`
    const { prefix, local } = partsOf(name)
    const parent = path.at(-1)
    path.push(local)
    if (foreign > 0 || FOREIGN.has(local) || FOREIGN.has(prefix)) foreign++
    else if (ENTRIES.has(local)) begin(local === 'sitemap')
    else if (entry !== undefined) openField(fieldOf(local, prefix === 'news' || parent === 'news'))
  }

  function begin(isChild: boolean): void {
    flush()
    entry = { isChild, values: {} }
  }

  function openField(name: Field | undefined): void {
    if (name === undefined || entry === undefined) return
    // A second address: the tags between two entries were forgotten.
    if (name === 'loc' && entry.values.loc !== undefined) begin(entry.isChild)
    field = name
    text = ''
  }

  function close(name: string, isWhole: boolean): void {
    pending = 0
    const { local } = partsOf(name)
    path.pop()
    if (foreign > 0) foreign--
    else if (local === field) closeField(isWhole)
    else if (ENTRIES.has(local)) flush()
  }

  function closeField(isWhole: boolean): void {
    if (field !== undefined && entry !== undefined && isWhole) entry.values[field] ??= text
    field = undefined
  }

  function flush(): void {
    const done = entry
    entry = undefined
    field = undefined
    if (done === undefined || cut !== undefined) return
    if (!handOver(done, base, sink)) cut = 'lists more than we read'
  }

  let isEnding = false
  const parser = new Parser(
    {
      onopentagname: open,
      ontext(data) {
        pending = 0
        if (field !== undefined && text.length < FIELD_LENGTH_MAX) text += data
      },
      // What the end of the text closes was broken off: half an address is another one.
      onclosetag: (name) => close(name, !isEnding),
    },
    { xmlMode: true },
  )

  return {
    write(whole) {
      for (let start = 0; start < whole.length && cut === undefined; start += PIECE_LENGTH) {
        const piece = whole.slice(start, start + PIECE_LENGTH)
        pending += piece.length
        parser.write(piece)
        if (pending > UNFINISHED_LENGTH_MAX) cut ??= 'has a piece that does not end'
      }
      return cut
    },
    end() {
      isEnding = true
      if (cut === undefined) parser.end()
      flush()
      return cut
    },
  }
}

function partsOf(name: string): { prefix: string; local: string } {
  const colon = name.indexOf(':')
  const local = name.slice(colon + 1).toLowerCase()
  return { prefix: colon < 0 ? '' : name.slice(0, colon).toLowerCase(), local }
}

function fieldOf(local: string, isNews: boolean): Field | undefined {
  if (local === 'loc' || local === 'lastmod') return local
  return isNews && (local === 'title' || local === 'publication_date') ? local : undefined
}

/** Returns whether more is wanted. */
function handOver({ isChild, values }: Open, base: string, sink: SitemapSink): boolean {
  const url = sitemapAddress(values.loc ?? '', base)
  if (url === undefined) return true
  const updatedAt = parseFeedDate(values.lastmod ?? '')
  if (isChild) return sink.child({ url, updatedAt })
  const title = collapse(values.title ?? '').normalize('NFC') || null
  return sink.page({
    url,
    title,
    publishedAt: parseFeedDate(values.publication_date ?? ''),
    updatedAt,
  })
}
