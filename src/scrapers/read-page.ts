/** Composes what the parts of the extractor find on a page: facts first, then a verdict for each block. */

import type { DateOptions } from '../articles/dates.ts'
import { articleBlocks } from './article-blocks.ts'
import { findBody } from './body.ts'
import { copiedPage } from './copied-page.ts'
import { explain } from './explanation.ts'
import type { Found } from './found.ts'
import { type FoundLead, findLead } from './lead.ts'
import { showsBadge } from './meta-line.ts'
import { nearbyBlocks } from './nearby-blocks.ts'
import type { Page } from './page-block.ts'
import { fieldOrigins, fieldValues, findFields } from './page-fields.ts'
import type { PageHead } from './page-head.ts'
import { findLanguage } from './page-language.ts'
import { findPaging } from './paging.ts'
import { proseWeight, type Weights, weigh } from './prose.ts'
import { qualityOf } from './quality.ts'
import type { Extracted, Extraction, ExtractOptions } from './raw-article.ts'
import { refusal } from './refusal.ts'
import { findRelatedPosts, type RelatedPosts } from './related-posts.ts'
import { removedBlocks } from './removed-blocks.ts'
import { findTitle, type Title } from './title.ts'
import { judge, type Verdict } from './verdicts.ts'
import { wholeBody } from './whole-body.ts'
import { findZones, type PageZones, type Zone } from './zones.ts'

/** The article of a page that is cut into blocks, or why there is none. */
export function readPage(page: Page, head: PageHead, options: ExtractOptions): Extraction {
  const facts = factsOf(page, head, options)
  const { title, weights, related } = facts
  const failure = refusal(page, head, { title: title?.text, weights, related })
  if (failure !== undefined) return failure
  return title === undefined
    ? { ok: false, reason: 'not-an-article', message: 'The page has no title.' }
    : { ok: true, ...articleOf(page, head, { ...facts, title }) }
}

/** What is known of a page before it is judged. */
type Facts = {
  readonly url: string
  readonly baseUrl: string
  readonly language: Found<string>
  readonly dates: DateOptions
  readonly named: PageZones
  readonly zones: readonly (Zone | undefined)[]
  readonly related: RelatedPosts
  readonly weights: Weights
  readonly title: Title | undefined
}

function factsOf(page: Page, head: PageHead, { url, timezone, now }: ExtractOptions): Facts {
  const baseUrl = URL.parse(head.base ?? '', url)?.href ?? url
  const language = findLanguage(page, head)
  const dates = { timezone, now, dayFirst: language.value !== 'en' }
  const named = findZones(page)
  const { zones } = named
  const related = findRelatedPosts(page, { pageUrl: url, baseUrl, dates, zones })
  const weights = weigh(page, (block, index) =>
    zones[index] === undefined && !related.blocks.has(index) ? proseWeight(block) : 0,
  )
  const title = findTitle(page, head, { zones, url })
  return { url, baseUrl, language, dates, named, zones, related, weights, title }
}

function articleOf(page: Page, head: PageHead, facts: Facts & { title: Title }): Extracted {
  const { url, baseUrl, dates, named, zones, title, related } = facts
  const isSeen = (index: number) => zones[index] !== 'unseen' && !related.blocks.has(index)
  const isFree = (index: number) => zones[index] === undefined && isSeen(index)
  const titleIndex = title.index
  const found = findBody(page, { weights: facts.weights, titleIndex })
  const place = { weights: facts.weights, titleIndex: title.index, isFree }
  const { element: body, isWidened } = wholeBody(page, found.element, place)
  const lead = findLead(page, { titleIndex: title.index, body, isFree, isSeen })
  const copies = [...copiedPage(page, title.index)].filter(isSeen)
  const around = { url, baseUrl, titleIndex: title.index, body, zones, related: related.blocks }
  const paging = findPaging(page, head, around)
  const used = usedBlocks(title.index, lead, { copies, row: paging.row })
  const verdicts = judge(page, { body, zones, related: related.blocks, title, dates, used })
  const nearby = nearbyBlocks(page, { verdicts, anchor: title.index ?? body.first, body })
  const small = new Set(page.blocks.filter((_block, index) => verdicts[index] === 'metadata'))
  const fields = findFields(page, head, { ...facts, lead: lead.text, verdicts, nearby })
  const article = {
    ...fieldValues(fields),
    featured:
      title.isBadged || nearby.some((block) => small.has(block) && showsBadge(block.text, dates)),
    blocks: articleBlocks(page, { verdicts, body, baseUrl }),
    related: [...related.posts],
    removed: removedBlocks(page, verdicts),
  }
  const origins = fieldOrigins(fields)
  const judged = { verdicts, body, origins }
  return {
    page: article,
    origins,
    quality: qualityOf(page, judged),
    nextPage: paging.next,
    firstPage: paging.first,
    pagingRule: paging.rule,
    explain: () =>
      explain(page, { ...judged, ...found, isWidened, zones: named, cards: related.blocks }),
  }
}

function usedBlocks(
  titleIndex: number | undefined,
  lead: FoundLead,
  { copies, row }: { copies: readonly number[]; row: ReadonlySet<number> },
): ReadonlyMap<number, Verdict> {
  const used = new Map<number, Verdict>(lead.standing.map((index) => [index, 'kept']))
  for (const index of copies) used.set(index, 'repeated-block')
  for (const index of row) used.set(index, 'navigation')
  if (lead.teaser !== undefined) used.set(lead.teaser, 'repeated-lead')
  if (lead.index !== undefined) used.set(lead.index, 'lead')
  if (titleIndex !== undefined) used.set(titleIndex, 'title')
  return used
}
