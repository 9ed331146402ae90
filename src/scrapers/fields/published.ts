/** Finds when an article was published and changed, and how often its partner says it was seen. */

import type { DateOptions } from '../../articles/dates/dates.ts'
import { writtenIn } from '../../articles/dates/timezone.ts'
import { parseViews } from '../../articles/view-figure.ts'
import type { Verdict } from '../body/verdicts.ts'
import type { Page, PageBlock } from '../page/page-block.ts'
import { spacedText } from '../page/spaced-text.ts'
import { changeBeside, readDate, saysChanged, shownDate, timeOf } from './date-lines.ts'
import { type Found, firstOrNull } from './found.ts'
import { changedDate, markedDate } from './marked-dates.ts'
import { firstMeta, type PageHead } from './page-head.ts'
import { pathDate } from './path-date.ts'
import { dayAlone, inShownZone } from './shown-zone.ts'

const PUBLISHED_META = [
  ...['article:published_time', 'og:published_time', 'article:published', 'parsely-pub-date'],
  ...['sailthru.date', 'publish-date', 'publishdate', 'publish_date', 'pubdate', 'dc.date.issued'],
  ...['publication_date', 'article_date_original', 'cxenseparse:recs:publishtime'],
  ...['dc.date.created', 'dcterms.created', 'dcterms.issued', 'dcterms.date', 'dc.date', 'date'],
  ...['originalpublicationdate', 'citation_publication_date', 'datepublished'],
]

const MODIFIED_META = [
  ...['article:modified_time', 'og:updated_time', 'dcterms.modified', 'last-modified'],
  ...['datemodified'],
]

/** Names that no list holds, such as `w-published-date`. */
const PUBLISHED_NAME = /(?:publish|publication|posted|release)[a-z]{0,3}[-_.:]?(?:date|time|on|at)/i

/** In UTF-16 code units. */
const LINE_LENGTH_MAX = 200

const ZONES_APART_MS = 48 * 3_600_000

const DAY_LENGTH = 'YYYY-MM-DD'.length

export type Published = {
  readonly publishedAt: Found<string | null>
  readonly modifiedAt: Found<string | null>
  readonly partnerViews: Found<number | null>
}

export type PublishedOptions = {
  readonly page: Page
  readonly verdicts: readonly Verdict[]
  readonly dates: DateOptions
  readonly url: string
  /** The block that shows the title. */
  readonly title: PageBlock | undefined
  /** The blocks near the title first, then those after the body, that are neither body nor card. */
  readonly nearby: readonly PageBlock[]
}

/**
 * By trust: JSON-LD, microdata, meta tags, `<time>` near the title, a line near it, meta tags of
 * other names, what the page marks as its date elsewhere, the address, the date of a change. Where
 * the day told to machines is that of the last change, an earlier one shown near the title wins.
 */
export function findPublished(head: PageHead, options: PublishedOptions): Published {
  const modified = firstOrNull(modifiedDates(head, options))
  const told = firstOrNull(publishedDates(head, options))
  const publishedAt = isSameDay(told, modified)
    ? (earlierShown(told, options) ?? withZone(told, options))
    : withZone(told, options)
  const views = visibleViews(options.nearby)
  return {
    publishedAt,
    modifiedAt: isLater(modified.value, publishedAt.value)
      ? modified
      : { value: null, origin: null },
    partnerViews: { value: views, origin: views === null ? null : 'line' },
  }
}

function* publishedDates(
  head: PageHead,
  options: PublishedOptions,
): Generator<Found<string | null>> {
  const { dates, url, page } = options
  yield { value: readDate(head.linkedData.published, dates), origin: 'json-ld' }
  yield { value: readDate(head.microdata?.published, dates), origin: 'microdata' }
  yield* metaDates(head, PUBLISHED_META, dates)
  yield* shownDates(options)
  const others = [...head.meta.keys()].filter((name) => PUBLISHED_NAME.test(name))
  yield* metaDates(head, others, dates)
  yield { value: markedDate(page, options), origin: 'line' }
  yield { value: pathDate(url, dates), origin: 'url' }
  const changes = options.nearby.filter(({ text }) => saysChanged(text))
  yield { value: shownDate(changes, dates), origin: 'line' }
  yield { value: changedDate(page, options), origin: 'line' }
}

/** What stands near the title, but for lines that speak of changes. */
function* shownDates({ nearby, dates, title }: PublishedOptions): Generator<Found<string | null>> {
  const lines = nearby.filter(({ text }) => !saysChanged(text))
  const heading = title === undefined ? [] : [title]
  for (const block of [...lines, ...heading])
    yield { value: readDate(timeOf(block), dates), origin: 'time' }
  yield { value: shownDate(lines, dates), origin: 'line' }
}

function* modifiedDates(
  head: PageHead,
  { dates, nearby }: PublishedOptions,
): Generator<Found<string | null>> {
  yield { value: readDate(head.linkedData.modified, dates), origin: 'json-ld' }
  yield { value: readDate(head.microdata?.modified, dates), origin: 'microdata' }
  yield* metaDates(head, MODIFIED_META, dates)
  const lines = nearby.filter(({ text }) => saysChanged(text))
  yield { value: shownDate(lines, dates), origin: 'line' }
  yield { value: changeBeside(nearby, dates), origin: 'line' }
}

function* metaDates(
  head: PageHead,
  names: readonly string[],
  dates: DateOptions,
): Generator<Found<string | null>> {
  for (const name of names) {
    yield { value: readDate(firstMeta(head, name), dates), origin: `meta ${name}` }
  }
}

/**
 * What machines are told in UTC, with the offset of the clock that readers are shown; where
 * machines are told only the day, what readers are shown of that day.
 */
function withZone(
  { value, origin }: Found<string | null>,
  { nearby, dates }: PublishedOptions,
): Found<string | null> {
  if (value === null || origin === 'line' || origin === 'url') return { value, origin }
  const isOurs = value === writtenIn(dates.timezone, value)
  const day = dayAlone(value)
  if (!isOurs && day === undefined) return { value, origin }
  const lines = nearby.filter(({ text }) => !saysChanged(text))
  const shown = shownDate(lines, dates)
  if (shown !== null && day === shown.slice(0, DAY_LENGTH) && dayAlone(shown) === undefined) {
    return { value: shown, origin: 'line' }
  }
  return { value: isOurs ? inShownZone(value, shown) : value, origin }
}

function isSameDay({ value: one }: Found<string | null>, { value: other }: Found<string | null>) {
  return one !== null && one.slice(0, DAY_LENGTH) === other?.slice(0, DAY_LENGTH)
}

/** What readers see: near the title, else marked as the date elsewhere. */
function* seenDates(options: PublishedOptions): Generator<Found<string | null>> {
  yield* shownDates(options)
  yield { value: markedDate(options.page, options), origin: 'line' }
}

/** Clocks of two zones show different days for one moment. */
function earlierShown(
  { value }: Found<string | null>,
  options: PublishedOptions,
): Found<string> | undefined {
  const { value: shown, origin } = firstOrNull(seenDates(options))
  if (shown === null || value === null) return undefined
  return Date.parse(value) - Date.parse(shown) > ZONES_APART_MS
    ? { value: shown, origin }
    : undefined
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

function isLater(modifiedAt: string | null, publishedAt: string | null): boolean {
  if (modifiedAt === null) return false
  return publishedAt === null || Date.parse(modifiedAt) > Date.parse(publishedAt)
}
