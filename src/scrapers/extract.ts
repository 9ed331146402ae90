/** Turns a partner's page into a raw article: one parse, one verdict for each block of the page. */

import { load } from 'cheerio/slim'
import { canonicalUrl } from '../articles/canonical-url.ts'
import { type HtmlElement, isElement } from '../articles/html-tree.ts'
import { detectLanguage } from '../articles/language.ts'
import { articleBlocks } from './article-blocks.ts'
import { findBody } from './body.ts'
import { findByline } from './byline.ts'
import { siteOf } from './card-links.ts'
import { findLead } from './lead.ts'
import { leadImage } from './lead-image.ts'
import { showsBadge } from './meta-line.ts'
import { nearbyBlocks } from './nearby-blocks.ts'
import type { Page } from './page-block.ts'
import { pageBlocks } from './page-blocks.ts'
import { firstMeta, type PageHead, readHead } from './page-head.ts'
import { proseWeight, weigh } from './prose.ts'
import { findPublished } from './published.ts'
import type { ExtractFailure, ExtractOptions, RawArticle } from './raw-article.ts'
import { refusal } from './refusal.ts'
import { findRelatedPosts } from './related-posts.ts'
import { removedBlocks } from './removed-blocks.ts'
import { findTitle } from './title.ts'
import { findTopics } from './topics.ts'
import { judge, type Verdict } from './verdicts.ts'
import { findZones } from './zones.ts'

/** In UTF-16 code units of a page. */
const PAGE_LENGTH_MAX = 6_000_000

/** Ours, so that a page without a body, or with two, has one root; no partner writes it. */
const ROOT_TAG = 'trendwire-page'

type Extraction = { readonly ok: true; readonly page: RawArticle } | ExtractFailure

/**
 * Extracts the article of a page, decoded to text, or says why there is none; never throws.
 * Dates without a zone are read in `timezone`; nothing is published after `now`.
 */
export function extractArticle(html: string, options: ExtractOptions): Extraction {
  if (html.length > PAGE_LENGTH_MAX) {
    const message = `The page has ${html.length} characters, more than ${PAGE_LENGTH_MAX}.`
    return { ok: false, reason: 'too-large', message }
  }
  const root = parse(html)
  if (root === undefined) return { ok: false, reason: 'empty', message: 'The page is empty.' }
  const head = readHead(root)
  return readPage(pageBlocks(root), head, options)
}

function parse(html: string): HtmlElement | undefined {
  const text = html.toWellFormed().normalize('NFC').replaceAll('\u0000', '')
  const children = load(`<${ROOT_TAG}>${text}`).root()[0]?.children ?? []
  return children.filter(isElement).find(({ name }) => name === ROOT_TAG)
}

function readPage(page: Page, head: PageHead, options: ExtractOptions): Extraction {
  const { url, timezone, now } = options
  const baseUrl = URL.parse(head.base ?? '', url)?.href ?? url
  const language = languageOf(page, head)
  const dates = { timezone, now, dayFirst: language !== 'en' }
  const zones = findZones(page)
  const related = findRelatedPosts(page, { pageUrl: url, baseUrl, dates, zones })
  const weights = weigh(page, (block, index) =>
    zones[index] === undefined && !related.blocks.has(index) ? proseWeight(block) : 0,
  )
  const title = findTitle(page, head, { zones, url })
  const failure = refusal(page, head, { title: title?.text, weights, related })
  if (failure !== undefined) return failure
  if (title === undefined) return notAnArticle()
  const body = findBody(page, weights)
  const isSeen = (index: number) => zones[index] !== 'unseen' && !related.blocks.has(index)
  const isFree = (index: number) => zones[index] === undefined && isSeen(index)
  const lead = findLead(page, { titleIndex: title.index, body, isFree, isSeen })
  const used = usedBlocks(title.index, lead)
  const verdicts = judge(page, { body, zones, related: related.blocks, title, dates, used })
  const nearby = nearbyBlocks(page, { verdicts, anchor: title.index ?? body.first, body })
  return {
    ok: true,
    page: {
      sourceUrl: sourceUrl(head, url, baseUrl),
      title: title.text,
      byline: findByline(head, { nearby, url }),
      language,
      featured: nearby.some(({ text }) => showsBadge(text, dates)),
      lead: lead.text,
      ...findPublished(head, { dates, url, nearby }),
      topics: findTopics(page.root.node, head),
      image: leadImage(page, head, { verdicts, baseUrl }),
      blocks: articleBlocks(page, { verdicts, body, baseUrl }),
      related: [...related.posts],
      removed: removedBlocks(page, verdicts),
    },
  }
}

function notAnArticle(): ExtractFailure {
  return { ok: false, reason: 'not-an-article', message: 'The page has no title.' }
}

function usedBlocks(
  titleIndex: number | undefined,
  lead: ReturnType<typeof findLead>,
): ReadonlyMap<number, Verdict> {
  const used = new Map<number, Verdict>(lead.standing.map((index) => [index, 'kept']))
  if (lead.teaser !== undefined) used.set(lead.teaser, 'repeated-lead')
  if (lead.index !== undefined) used.set(lead.index, 'lead')
  if (titleIndex !== undefined) used.set(titleIndex, 'title')
  return used
}

function languageOf(page: Page, head: PageHead): string {
  const prose = page.blocks.filter((block) => proseWeight(block) > 0).slice(0, 60)
  return detectLanguage(prose.map(({ text }) => text).join('\n'), head.language)
}

/** A canonical link to another site, or to the front page, is a mistake of the template. */
function sourceUrl(head: PageHead, url: string, baseUrl: string): string {
  const own = canonicalUrl(url) ?? url
  const declared = canonicalUrl(head.canonical ?? firstMeta(head, 'og:url') ?? '', baseUrl)
  if (declared === undefined || siteOf(declared) !== siteOf(own)) return own
  return new URL(declared).pathname === '/' && new URL(own).pathname !== '/' ? own : declared
}
