/** Finds when an article was published and changed, and how often its partner says it was seen. */

import { type DateOptions, findDate, parseDate } from '../articles/dates.ts'
import { attribute, type HtmlElement, isElement, walk } from '../articles/html-tree.ts'
import { writtenIn } from '../articles/timezone.ts'
import { parseViews } from '../articles/view-figure.ts'
import { type Found, firstOrNull } from './found.ts'
import type { PageBlock } from './page-block.ts'
import { firstMeta, type PageHead } from './page-head.ts'
import { spacedText } from './spaced-text.ts'

const PUBLISHED_META = [
  ...['article:published_time', 'og:published_time', 'datepublished', 'article:published'],
  ...[
    'parsely-pub-date',
    'sailthru.date',
    'publish-date',
    'publishdate',
    'publish_date',
    'pubdate',
  ],
  ...[
    'publication_date',
    'article_date_original',
    'cxenseparse:recs:publishtime',
    'dc.date.issued',
  ],
  ...[
    'dc.date.created',
    'dcterms.created',
    'dcterms.date',
    'dc.date',
    'date',
    'originalpublicationdate',
  ],
]

const MODIFIED_META = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
]

/** In UTF-16 code units. */
const LINE_LENGTH_MAX = 200

/** Lines that are read together where a date is spread over several. */
const JOINED_BLOCKS = 3

const UTC_OFFSET = '+00:00'

/** `/2024/07/09/` or `/2024-07-09-`, in an address. */
const DATED_PATH = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)/

export type Published = {
  readonly publishedAt: Found<string | null>
  readonly modifiedAt: Found<string | null>
  readonly partnerViews: Found<number | null>
}

export type PublishedOptions = {
  readonly dates: DateOptions
  readonly url: string
  /** The blocks near the title first, then those after the body, that are neither body nor card. */
  readonly nearby: readonly PageBlock[]
}

/** Machine-readable dates before visible ones, visible ones before the address. */
export function findPublished(head: PageHead, options: PublishedOptions): Published {
  const publishedAt = firstOrNull(publishedDates(head, options))
  const modifiedAt = firstOrNull(modifiedDates(head, options.dates))
  const views = visibleViews(options.nearby)
  return {
    publishedAt,
    modifiedAt: isLater(modifiedAt.value, publishedAt.value)
      ? modifiedAt
      : { value: null, origin: null },
    partnerViews: { value: views, origin: views === null ? null : 'line' },
  }
}

function* publishedDates(
  head: PageHead,
  { dates, url, nearby }: PublishedOptions,
): Generator<Found<string | null>> {
  yield { value: read(head.linkedData.published, dates), origin: 'json-ld' }
  yield* metaDates(head, PUBLISHED_META, dates)
  for (const block of nearby) yield { value: read(timeOf(block), dates), origin: 'time' }
  yield { value: visibleDate(nearby, dates), origin: 'line' }
  yield { value: pathDate(url, dates), origin: 'url' }
}

function* modifiedDates(head: PageHead, dates: DateOptions): Generator<Found<string | null>> {
  yield { value: read(head.linkedData.modified, dates), origin: 'json-ld' }
  yield* metaDates(head, MODIFIED_META, dates)
}

function* metaDates(
  head: PageHead,
  names: readonly string[],
  dates: DateOptions,
): Generator<Found<string | null>> {
  for (const name of names) {
    yield { value: read(firstMeta(head, name), dates), origin: `meta ${name}` }
  }
}

/** What machines read is often in UTC, whatever the clocks of the partner show its readers. */
function read(value: string | null | undefined, dates: DateOptions): string | null {
  const date = value === null || value === undefined ? null : parseDate(value, dates)
  return date?.endsWith(UTC_OFFSET) ? writtenIn(dates.timezone, date) : date
}

/** The machine-readable half of a `<time>`, or of what is marked as the date of publication. */
function timeOf(block: PageBlock): string | undefined {
  let found: string | undefined
  const look = (element: HtmlElement) => {
    const marked = element.name === 'time' || element.attribs['itemprop'] === 'datePublished'
    if (marked) found ??= attribute(element, 'datetime') ?? attribute(element, 'content')
  }
  look(block.owner.node)
  for (const node of block.nodes) {
    walk(node, {
      enter(inner) {
        if (isElement(inner)) look(inner)
        return true
      },
    })
  }
  return found
}

/** A date with a time is better than one without, which neighbouring lines may complete. */
function visibleDate(nearby: readonly PageBlock[], dates: DateOptions): string | null {
  const lines = nearby.filter(({ text }) => text.length <= LINE_LENGTH_MAX && /\d/.test(text))
  const spaced = lines.map(spacedText)
  for (const [index, line] of lines.entries()) {
    const alone = findDate(spaced[index] ?? '', dates) ?? findDate(line.text, dates)
    if (alone === null) continue
    if (!alone.iso.includes('T00:00:00')) return alone.iso
    const joined = spaced.slice(Math.max(0, index - 1), index + JOINED_BLOCKS - 1).join(' ')
    return findDate(joined.slice(0, LINE_LENGTH_MAX), dates)?.iso ?? alone.iso
  }
  return null
}

function visibleViews(nearby: readonly PageBlock[]): number | null {
  for (const [index, block] of nearby.entries()) {
    if (block.text.length > LINE_LENGTH_MAX) continue
    const text = spacedText(block)
    const alone = parseViews(text) ?? parseViews(block.text)
    if (alone !== null) return alone
    const next = nearby[index + 1]?.text ?? ''
    const isFigureApart = /\d$/.test(text) !== /\d/.test(next)
    const joined = isFigureApart ? parseViews(`${text} ${next}`.slice(0, LINE_LENGTH_MAX)) : null
    if (joined !== null) return joined
  }
  return null
}

function pathDate(url: string, dates: DateOptions): string | null {
  const [, year, month, day] = DATED_PATH.exec(url) ?? []
  return year === undefined ? null : parseDate(`${year}-${month}-${day}`, dates)
}

function isLater(modifiedAt: string | null, publishedAt: string | null): boolean {
  if (modifiedAt === null) return false
  return publishedAt === null || Date.parse(modifiedAt) > Date.parse(publishedAt)
}
