/** Finds the article's title: the heading that the page shows, checked against what its head says. */

import { foldsTo, foldText } from '../../articles/fold.ts'
import type { Zone } from '../body/zones.ts'
import { isHeading, type Page, type PageBlock } from '../page/page-block.ts'
import type { Found } from './found.ts'
import { withoutBadge } from './meta-line.ts'
import { decoded, firstMeta, type PageHead } from './page-head.ts'
import {
  homeNames,
  likelyTitle,
  namesSite,
  siteNameIn,
  titleParts,
  withoutSiteName,
} from './site-name.ts'

/** In UTF-16 code units, as articles allow. */
const TITLE_LENGTH_MAX = 300

const SOCIAL_META = ['og:title', 'twitter:title']

/** Punctuation and spacing make no title longer than that. */
const LENGTH_FACTOR_MAX = 1.5

/** A shorter heading may name a section of the site. */
const OWN_WORDS_MIN = 3

/** One word may be a whole title where words are not spaced. */
const OTHER_WORDS_MIN = 2

/** In UTF-16 code units, beside the title in its heading: a month and a host. */
const EXTRA_LETTERS_MAX = 16

/** Folded: what the title of an unfinished template says. */
const NO_TITLES: ReadonlySet<string> = new Set(
  ['untitled', 'untitled document', 'document', 'new page', 'home', 'trang chủ'].map(foldText),
)

/** Parts of a page that may hold its title although they are named for something else. */
const TITLE_ZONES: ReadonlySet<Zone | undefined> = new Set<Zone | undefined>([
  ...([undefined, 'metadata', 'navigation', 'widget', 'notice'] as const),
])

export type Title = {
  readonly text: string
  /** A heading's tag, or the part of the head that says it. */
  readonly origin: string
  /** The block that shows it, where one does. */
  readonly index: number | undefined
  /** Its heading begins with a badge, which is no part of it. */
  readonly isBadged: boolean
}

type Heading = { block: PageBlock; index: number; said: string }

/**
 * The title, or undefined for a page without one. By trust: a first-level heading that says what
 * the head says; another heading that says exactly that; the only first-level heading, unless it
 * shares no word with the head (it names the site or a section) or is short and another heading
 * says what the head says; OpenGraph, linked data, `<title>`. Where there is a first-level heading,
 * the head is not heard when it only says what the link to the home page says.
 */
export function findTitle(
  page: Page,
  head: PageHead,
  { zones, url }: { zones: readonly (Zone | undefined)[]; url: string },
): Title | undefined {
  const home = homeNames(page, url)
  const site = firstMeta(head, 'og:site_name') ?? siteNameIn(head.title, home)
  const headings: Heading[] = []
  page.blocks.forEach((block, index) => {
    if (!isCandidate(block, zones[index])) return
    headings.push({ block, index, said: foldText(block.text) })
  })
  const hasTop = headings.some(({ block }) => block.tag === 'h1')
  // A page may carry the name of its site, or of its template, for want of one of its own.
  const nothing = new Set([...NO_TITLES, ...home.map(foldText)])
  const claims = toldTitles(head, site, url).filter(
    ({ value }) => !hasTop || !nothing.has(foldText(value)),
  )
  const told = claims.map(({ value }) => value)
  const best = bestHeading(headings, { told, site, url })
  if (best !== undefined) {
    const index = best.block.tag === 'h1' ? best.index : firstSaid(page, best, zones)
    const text = withoutSiteName(withoutExtras(best, told), site, url)
    const bare = withoutBadge(text)
    const isBadged = bare !== undefined && told.some((title) => foldText(title) === foldText(bare))
    return { text: isBadged ? bare : text, origin: best.block.tag, index, isBadged }
  }
  const [first] = claims
  if (first === undefined) return undefined
  const { value: text, origin } = first
  return { text, origin: origin ?? 'title', index: indexOf(page, text), isBadged: false }
}

function toldTitles(head: PageHead, site: string | undefined, url: string): Found<string>[] {
  const headlines = [head.linkedData.headline, head.microdata?.headline]
  return [
    ...SOCIAL_META.map((name) => ({
      value: withoutSiteName(decoded(firstMeta(head, name) ?? ''), site, url),
      origin: `meta ${name}`,
    })),
    ...headlines.map((headline, index) => ({
      value: withoutSiteName(decoded(headline ?? ''), site, url),
      origin: index === 0 ? 'json-ld' : 'microdata',
    })),
    { value: likelyTitle(decoded(head.title ?? ''), site, url), origin: 'title' },
  ].filter(({ value }) => isTold(value))
}

function isTold(title: string): boolean {
  return title !== '' && title.length <= TITLE_LENGTH_MAX
}

function bestHeading(
  headings: readonly Heading[],
  { told, site, url }: { told: readonly string[]; site: string | undefined; url: string },
): Heading | undefined {
  const tops = headings.filter(
    ({ block }) => block.tag === 'h1' && !namesSite(block.text, site, url),
  )
  const said = new Set(told.map(foldText))
  const own = agreeing(tops, told) ?? headings.find((heading) => said.has(heading.said))
  if (own !== undefined) return own
  const parts = new Set(told.flatMap(titleParts).map(foldText))
  const [top] = tops
  if (told.length === 0) return top ?? headings[0]
  const only = tops.length === 1 ? top : undefined
  const isLong = only !== undefined && only.said.split(' ').length >= OWN_WORDS_MIN
  if (only !== undefined && (parts.has(only.said) || (isLong && !isApart(only, told)))) return only
  const other = agreeing(headings, told)
  return other ?? (only === undefined || isApart(only, told) ? undefined : only)
}

function isCandidate(block: PageBlock, zone: Zone | undefined): boolean {
  if (!isHeading(block) || block.kind !== 'text' || !TITLE_ZONES.has(zone)) return false
  return block.text.length <= TITLE_LENGTH_MAX && block.text.length > 1
}

/** The heading that says what the head says; the longest, where several do in part. */
function agreeing(headings: readonly Heading[], told: readonly string[]): Heading | undefined {
  const folded = told.map(foldText)
  const exact = headings.find(({ said }) => folded.includes(said))
  if (exact !== undefined) return exact
  const inPart = headings.filter(({ said }) => folded.some((title) => overlaps(said, title)))
  return inPart.toSorted((one, other) => other.said.length - one.said.length)[0]
}

function overlaps(said: string, title: string): boolean {
  const shorter = said.length < title.length ? said : title
  if (shorter.split(' ').length < OWN_WORDS_MIN) return false
  return ` ${title} `.includes(` ${said} `) || ` ${said} `.includes(` ${title} `)
}

/** It shares no word with anything that the head says. */
function isApart({ said }: Heading, told: readonly string[]): boolean {
  const words = new Set(said.split(' '))
  return told.every((title) => isOtherTitle(foldText(title).split(' '), words))
}

/** Short titles, and those of scripts without spaces, prove nothing by the words they do not share. */
function isOtherTitle(title: readonly string[], words: ReadonlySet<string>): boolean {
  return title.length >= OTHER_WORDS_MIN && !title.some((word) => words.has(word))
}

/** Dates, counts and hosts that stand in the heading beside what the head says are no part of it. */
function withoutExtras({ block, said }: Heading, told: readonly string[]): string {
  for (const title of told) {
    const folded = foldText(title)
    if (folded === said || folded.split(' ').length < OWN_WORDS_MIN) continue
    if (!said.startsWith(`${folded} `) && !said.endsWith(` ${folded}`)) continue
    const rest = said.startsWith(folded) ? said.slice(folded.length) : said.slice(0, -folded.length)
    if (/\d/.test(rest) && rest.replace(/[\d ]/g, '').length <= EXTRA_LETTERS_MAX) return title
  }
  return block.text
}

/** Where no first-level heading is the title, the heading may be its repetition inside the body. */
function firstSaid(page: Page, best: Heading, zones: readonly (Zone | undefined)[]): number {
  const earlier = page.blocks
    .slice(0, best.index)
    .findIndex(({ text, linkLength, kind }, index) => {
      if (kind !== 'text' || linkLength > 0 || zones[index] === 'navigation') return false
      if (zones[index] === 'unseen' || text.length > TITLE_LENGTH_MAX) return false
      return text.length <= best.block.text.length * LENGTH_FACTOR_MAX && foldsTo(text, best.said)
    })
  return earlier === -1 ? best.index : earlier
}

function indexOf(page: Page, title: string): number | undefined {
  const said = foldText(title)
  const longest = title.length * LENGTH_FACTOR_MAX
  const index = page.blocks.findIndex(
    ({ kind, text }) => kind === 'text' && text.length <= longest && foldsTo(text, said),
  )
  return index === -1 ? undefined : index
}
