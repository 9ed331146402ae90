/** Composes what the parts of the extractor find on a page: facts first, then a verdict for each block. */

import { canonicalUrl } from '../articles/canonical-url.ts'
import type { DateOptions } from '../articles/dates.ts'
import { detectLanguage } from '../articles/language.ts'
import { articleBlocks } from './article-blocks.ts'
import { findBody } from './body.ts'
import { findByline } from './byline.ts'
import { siteOf } from './card-links.ts'
import { copiedPage } from './copied-page.ts'
import { type FoundLead, findLead } from './lead.ts'
import { leadImage } from './lead-image.ts'
import { showsBadge } from './meta-line.ts'
import { nearbyBlocks } from './nearby-blocks.ts'
import type { Page } from './page-block.ts'
import { firstMeta, type PageHead } from './page-head.ts'
import { proseWeight, type Weights, weigh } from './prose.ts'
import { findPublished } from './published.ts'
import type { Extraction, ExtractOptions, RawArticle } from './raw-article.ts'
import { refusal } from './refusal.ts'
import { findRelatedPosts, type RelatedPosts } from './related-posts.ts'
import { removedBlocks } from './removed-blocks.ts'
import { findTitle, type Title } from './title.ts'
import { findTopics } from './topics.ts'
import { judge, type Verdict } from './verdicts.ts'
import { wholeBody } from './whole-body.ts'
import { findZones, type Zone } from './zones.ts'

/** Paragraphs that show the language. */
const SAMPLE_BLOCKS = 60

/** The article of a page that is cut into blocks, or why there is none. */
export function readPage(page: Page, head: PageHead, options: ExtractOptions): Extraction {
  const facts = factsOf(page, head, options)
  const { title, weights, related } = facts
  const failure = refusal(page, head, { title: title?.text, weights, related })
  if (failure !== undefined) return failure
  return title === undefined
    ? { ok: false, reason: 'not-an-article', message: 'The page has no title.' }
    : { ok: true, page: articleOf(page, head, { ...facts, title }) }
}

/** What is known of a page before it is judged. */
type Facts = {
  readonly url: string
  readonly baseUrl: string
  readonly language: string
  readonly dates: DateOptions
  readonly zones: readonly (Zone | undefined)[]
  readonly related: RelatedPosts
  readonly weights: Weights
  readonly title: Title | undefined
}

function factsOf(page: Page, head: PageHead, { url, timezone, now }: ExtractOptions): Facts {
  const baseUrl = URL.parse(head.base ?? '', url)?.href ?? url
  const language = languageOf(page, head)
  const dates = { timezone, now, dayFirst: language !== 'en' }
  const zones = findZones(page)
  const related = findRelatedPosts(page, { pageUrl: url, baseUrl, dates, zones })
  const weights = weigh(page, (block, index) =>
    zones[index] === undefined && !related.blocks.has(index) ? proseWeight(block) : 0,
  )
  const title = findTitle(page, head, { zones, url })
  return { url, baseUrl, language, dates, zones, related, weights, title }
}

function articleOf(page: Page, head: PageHead, facts: Facts & { title: Title }): RawArticle {
  const { url, baseUrl, dates, zones, title, related } = facts
  const isSeen = (index: number) => zones[index] !== 'unseen' && !related.blocks.has(index)
  const isFree = (index: number) => zones[index] === undefined && isSeen(index)
  const found = findBody(page, facts.weights)
  const place = { weights: facts.weights, titleIndex: title.index, isFree }
  const { element: body } = wholeBody(page, found.element, place)
  const lead = findLead(page, { titleIndex: title.index, body, isFree, isSeen })
  const copies = [...copiedPage(page, title.index)].filter(isSeen)
  const used = usedBlocks(title.index, lead, copies)
  const verdicts = judge(page, { body, zones, related: related.blocks, title, dates, used })
  const nearby = nearbyBlocks(page, { verdicts, anchor: title.index ?? body.first, body })
  const small = new Set(page.blocks.filter((_block, index) => verdicts[index] === 'metadata'))
  return {
    sourceUrl: sourceUrl(head, url, baseUrl),
    title: title.text,
    byline: findByline(head, { nearby, url }),
    language: facts.language,
    featured:
      title.isBadged || nearby.some((block) => small.has(block) && showsBadge(block.text, dates)),
    lead: lead.text,
    ...findPublished(head, { dates, url, nearby }),
    topics: findTopics(page.root.node, head),
    image: leadImage(page, head, { verdicts, baseUrl }),
    blocks: articleBlocks(page, { verdicts, body, baseUrl }),
    related: [...related.posts],
    removed: removedBlocks(page, verdicts),
  }
}

function usedBlocks(
  titleIndex: number | undefined,
  lead: FoundLead,
  copies: readonly number[],
): ReadonlyMap<number, Verdict> {
  const used = new Map<number, Verdict>(lead.standing.map((index) => [index, 'kept']))
  for (const index of copies) used.set(index, 'repeated-block')
  if (lead.teaser !== undefined) used.set(lead.teaser, 'repeated-lead')
  if (lead.index !== undefined) used.set(lead.index, 'lead')
  if (titleIndex !== undefined) used.set(titleIndex, 'title')
  return used
}

function languageOf(page: Page, head: PageHead): string {
  const prose = page.blocks.filter((block) => proseWeight(block) > 0).slice(0, SAMPLE_BLOCKS)
  return detectLanguage(prose.map(({ text }) => text).join('\n'), head.language)
}

/** A canonical link to another site, or to the front page, is a mistake of the template. */
function sourceUrl(head: PageHead, url: string, baseUrl: string): string {
  const own = canonicalUrl(url) ?? url
  const declared = canonicalUrl(head.canonical ?? firstMeta(head, 'og:url') ?? '', baseUrl)
  if (declared === undefined || siteOf(declared) !== siteOf(own)) return own
  return new URL(declared).pathname === '/' && new URL(own).pathname !== '/' ? own : declared
}
