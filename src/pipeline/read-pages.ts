/** Reads an article that goes on over several pages: fetches those behind the first, and joins them. */

import { urlKey } from '../articles/addresses/canonical-url.ts'
import type { FetchAnswer, FetchFailure } from '../crawler/fetch/fetch-outcome.ts'
import type { FetchPage } from '../crawler/politeness/polite.ts'
import { extractArticle } from '../scrapers/extract.ts'
import { joinPage } from '../scrapers/paging/join-pages.ts'
import { pageSteps } from '../scrapers/paging/page-number.ts'
import type {
  Extracted,
  ExtractFailure,
  Extraction,
  ExtractOptions,
  PageHeaders,
} from '../scrapers/raw-article.ts'
import { articleOf, type ReadPage } from './read-article.ts'

/** The first included; what is behind them is left out. */
export const PAGES_MAX = 20

/** After this long no further page is asked for: other partners may be waiting. */
const FOLLOWING_MS = 60 * 1000

/** Why a page behind the first is not there. */
type MissingPage = {
  /** One English sentence that names its address. */
  readonly message: string
  /** It may well be there the next time. */
  readonly isPassing: boolean
  /** Its host did not answer. */
  readonly unanswered: boolean
}

export type ReadPages = ReadPage & {
  /** What was asked for is not the article's first page. */
  readonly isLaterPage: boolean
  /** Null for an article that is whole; otherwise `article` is what stands before that page. */
  readonly missing: MissingPage | null
}

type Page = Pick<FetchAnswer, 'url' | 'body'> & Partial<PageHeaders>

type Start = { readonly url: string; readonly extracted: Extracted }

export type PagesTools = {
  readonly fetchPage: FetchPage
  readonly now: () => Date
  readonly options: Omit<ExtractOptions, 'url' | 'partOf'>
  /** At most, the first included. */
  readonly pagesMax?: number | undefined
}

/**
 * Reads the article that `asked` shows a page of, from its first page to its last. What goes wrong
 * with a later page is told in `missing`, and is no failure of the whole.
 */
export async function readPages(
  asked: Page,
  tools: PagesTools,
): Promise<({ readonly ok: true } & ReadPages) | ExtractFailure> {
  const extracted = extractPage(asked, tools.options)
  if (!extracted.ok) return extracted
  const own = { url: asked.url, extracted }
  const found = extracted.firstPage === null ? own : await startAt(extracted.firstPage, tools)
  if ('isPassing' in found && found.isPassing) {
    const message = `It is a later page of an article whose first page is not there: ${found.message}`
    return { ok: false, reason: 'not-an-article', message }
  }
  const start = 'extracted' in found ? found : own
  const { whole, missing } = await followPages(start, tools)
  const read = articleOf(whole)
  return read.ok ? { ...read, isLaterPage: start !== own, missing } : read
}

/** The first page, asked for because a later one was listed; a page that has none begins by itself. */
async function startAt(
  url: string,
  { fetchPage, options }: PagesTools,
): Promise<Start | MissingPage> {
  const answer = await fetchPage(url, 'page')
  if (!answer.ok) return missingPage(answer)
  if (answer.status === 'not-modified') return unread(url, 'answered 304 unasked.')
  const extracted = extractPage(answer, options)
  return extracted.ok ? { url: answer.url, extracted } : unread(url, extracted.message)
}

async function followPages(
  start: Start,
  tools: PagesTools,
): Promise<{ whole: Extracted; missing: MissingPage | null }> {
  const seen = new Set([keyOf(start.url)])
  const until = tools.now().getTime() + FOLLOWING_MS
  const pagesMax = Math.min(tools.pagesMax ?? PAGES_MAX, PAGES_MAX)
  let { page, nextPage } = start.extracted
  let pages = 1
  const ended = (missing: MissingPage | null) => ({ whole: { ...start.extracted, page }, missing })
  while (nextPage !== null && pages < pagesMax && !seen.has(keyOf(nextPage))) {
    if (tools.now().getTime() > until) return ended(outOfTime(nextPage))
    const later = await laterPage(nextPage, start, tools)
    if ('isPassing' in later) return ended(later)
    // A server that sends whoever asks for too much back to where they were.
    const isBack = later.url !== nextPage && seen.has(keyOf(later.url))
    const joined = isBack ? undefined : joinPage(page, later.extracted)
    if (joined === undefined) return ended(null)
    seen.add(keyOf(nextPage)).add(keyOf(later.url))
    page = joined
    pages += 1
    nextPage = later.extracted.nextPage
  }
  return ended(null)
}

async function laterPage(
  url: string,
  start: Start,
  { fetchPage, options }: PagesTools,
): Promise<Start | MissingPage> {
  const answer = await fetchPage(url, 'page')
  if (!answer.ok) return missingPage(answer)
  if (answer.status === 'not-modified') return unread(url, 'answered 304 unasked.')
  if (answer.url !== url && !isPageOf(answer.url, start.url)) {
    return unread(url, `leads to ${answer.url}, which is no page of this article.`)
  }
  const partOf = start.extracted.page.title
  const extracted = extractPage(answer, { ...options, partOf })
  return extracted.ok ? { url: answer.url, extracted } : unread(url, extracted.message)
}

/** What came with a page is said of that page alone: the article's is its first one's. */
function extractPage(page: Page, options: Omit<ExtractOptions, 'url'>): Extraction {
  const { url, body, robotsTag = [], links = [] } = page
  return extractArticle(body, { ...options, url, headers: { robotsTag, links } })
}

function isPageOf(address: string, first: string): boolean {
  return keyOf(address) === keyOf(first) || pageSteps(first)(address) !== undefined
}

function keyOf(url: string): string {
  return urlKey(url) ?? url
}

function missingPage({ reason, message }: FetchFailure): MissingPage {
  const unanswered = reason === 'timeout' || reason === 'unreachable'
  const isPassing =
    unanswered || reason === 'busy' || reason === 'server-error' || reason === 'waiting'
  return { message, isPassing, unanswered }
}

function unread(url: string, why: string): MissingPage {
  return { message: `${url}: ${why}`, isPassing: false, unanswered: false }
}

function outOfTime(url: string): MissingPage {
  const message = `${url} was not asked for: the pages before it took ${FOLLOWING_MS / 1000} s.`
  return { message, isPassing: true, unanswered: false }
}
