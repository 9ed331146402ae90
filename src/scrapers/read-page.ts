/** Composes what the parts of the extractor find on a page: facts first, then a verdict for each block. */

import type { DateOptions } from '../articles/dates/dates.ts'
import { foldText } from '../articles/fold.ts'
import { articleBlocks } from './body/article-blocks.ts'
import { findBody } from './body/body.ts'
import { repeatedCaptions } from './body/caption.ts'
import { copiedPage } from './body/copied-page.ts'
import { type FoundLead, findLead } from './body/lead.ts'
import { pulledQuotes } from './body/pull-quotes.ts'
import { removedBlocks } from './body/removed-blocks.ts'
import { judge, type Verdict } from './body/verdicts.ts'
import { wholeBody } from './body/whole-body.ts'
import { findZones, type PageZones, type Zone } from './body/zones.ts'
import { explain } from './explain.ts'
import type { Found } from './fields/found.ts'
import { saysTitle } from './fields/later-title.ts'
import { saysOnlyMeta, showsBadge } from './fields/meta-line.ts'
import { nearbyBlocks } from './fields/nearby-blocks.ts'
import { fieldOrigins, fieldValues, findFields } from './fields/page-fields.ts'
import type { PageHead } from './fields/page-head.ts'
import { findLanguage, writesDayFirst } from './fields/page-language.ts'
import { findTitle, type Title } from './fields/title.ts'
import type { Page, PageBlock } from './page/page-block.ts'
import { proseOf, type Weights, weigh } from './page/prose.ts'
import { lineWeights } from './page/short-lines.ts'
import { findPaging } from './paging/paging.ts'
import { qualityOf } from './quality.ts'
import type { Extracted, Extraction, ExtractOptions, PageHeaders } from './raw-article.ts'
import { type AppliedRecipe, applyRecipe } from './recipe/apply-recipe.ts'
import { type BegunRecipe, recipeZone } from './recipe/begin-recipe.ts'
import { PROSE_LENGTH_MIN, refusal } from './refusal/refusal.ts'
import { findRelatedPosts, type RelatedPosts } from './related/related-posts.ts'

type ReadOptions = ExtractOptions & { readonly begun: BegunRecipe | undefined }

/** The article of a page that is cut into blocks, or why there is none. */
export function readPage(page: Page, head: PageHead, options: ReadOptions): Extraction {
  const facts = factsOf(page, head, options)
  const { title, applied } = facts
  const failure = refusal(page, head, { ...facts, isKnown: applied.body !== undefined })
  if (failure !== undefined && !isLaterPage(title, options)) return failure
  return title === undefined
    ? { ok: false, reason: 'not-an-article', message: 'The page has no title.' }
    : { ok: true, ...articleOf(page, head, { ...facts, title }) }
}

/** A page is too short for an article, or shows more cards than text, but not where one ends. */
function isLaterPage(title: Title | undefined, { partOf }: ExtractOptions): boolean {
  return title !== undefined && partOf !== undefined && saysTitle(title.text, partOf)
}

/** What is known of a page before it is judged. */
type Facts = {
  readonly url: string
  readonly baseUrl: string
  readonly headers: PageHeaders | undefined
  readonly language: Found<string>
  readonly dates: DateOptions
  readonly named: PageZones
  readonly zones: readonly (Zone | undefined)[]
  readonly related: RelatedPosts
  /** Prose in no zone and on no card. */
  readonly prose: Weights
  /** The same, or the lines of a page that has no prose. */
  readonly weights: Weights
  readonly title: Title | undefined
  readonly applied: AppliedRecipe
}

function factsOf(page: Page, head: PageHead, options: ReadOptions): Facts {
  const { url, now, begun, headers } = options
  const baseUrl = URL.parse(head.base ?? '', url)?.href ?? url
  const language = findLanguage(page, head)
  const timezone = recipeZone(options.recipe) ?? options.timezone
  const dates = { timezone, now, dayFirst: writesDayFirst(language.value, head.language) }
  const applied = applyRecipe(page, begun, { dates, baseUrl })
  const named = findZones(page, applied.body)
  const { zones } = named
  const related = findRelatedPosts(page, { pageUrl: url, baseUrl, dates, zones })
  const found = findTitle(page, head, { zones, url })
  const title = applied.title === undefined ? found : shownTitle(applied.title, found)
  const isFree = (index: number) => zones[index] === undefined && !related.blocks.has(index)
  const all = proseOf(page)
  const prose = weigh(page, (_block, index) => (isFree(index) ? all.between(index, index + 1) : 0))
  const isProse = prose.of(page.root) >= PROSE_LENGTH_MIN
  const weights = isProse ? prose : (lineWeights(page, title?.index, isFree) ?? prose)
  const read = { named, zones, related, prose, weights, title, applied }
  return { url, baseUrl, headers, language, dates, ...read }
}

function articleOf(page: Page, head: PageHead, facts: Facts & { title: Title }): Extracted {
  const { url, baseUrl, dates, named, zones, title, related, applied } = facts
  const isSeen = (index: number) => zones[index] !== 'unseen' && !related.blocks.has(index)
  const isFree = (index: number) => zones[index] === undefined && isSeen(index)
  const isMeta = (index: number) => saysOnlyMeta(page.blocks[index], dates)
  const { found, body, isWidened } = bodyOf(page, facts, isFree)
  const { weights } = facts
  const place = { weights, titleIndex: title.index, body, isFree, isSeen, isMeta }
  const lead = applied.lead ?? findLead(page, place)
  const copied = [...copiedPage(page, title.index), ...pulledQuotes(page)].filter(isSeen)
  const copies = [...copied, ...repeatedCaptions(page, body, isFree)]
  const around = { url, baseUrl, titleIndex: title.index, body, zones, related: related.blocks }
  const paging = findPaging(page, head, around)
  const used = usedBlocks(title.index, lead, { copies, row: paging.row, applied })
  const spoken = { zones, related: related.blocks, prose: facts.prose }
  const verdicts = judge(page, { ...spoken, body, title, dates, used })
  const spot = { verdicts, anchor: title.index ?? body.first, body }
  const nearby = nearbyBlocks(page, spot)
  const marksIt = (block: PageBlock) =>
    showsBadge(block.text, dates) && verdicts[page.blocks.indexOf(block)] === 'metadata'
  const generic = findFields(page, head, { ...facts, lead: lead.text, ...spot, nearby })
  const fields = { ...generic, ...applied.fields }
  const article = {
    ...fieldValues(fields),
    featured: title.isBadged || nearby.some(marksIt),
    blocks: articleBlocks(page, { verdicts, body, baseUrl }),
    related: [...related.posts],
    removed: [
      ...applied.removed.map(({ text, reason }) => ({ text, count: 1, reason })),
      ...removedBlocks(page, verdicts),
    ],
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
    recipe: applied.use,
    explain: () =>
      explain(page, {
        ...{ ...judged, ...found, isWidened, zones: named, cards: related.blocks },
        ...{ recipe: applied.use, taken: applied.removed },
      }),
  }
}

/** What the recipe reads from the head may be the very title that the page shows. */
function shownTitle(title: Title, found: Title | undefined): Title {
  if (title.index !== undefined || found === undefined) return title
  return foldText(found.text) === foldText(title.text) ? { ...title, index: found.index } : title
}

/** What the recipe calls the body is neither weighed nor widened. */
function bodyOf(
  page: Page,
  { applied, weights, title }: Facts & { title: Title },
  isFree: (index: number) => boolean,
) {
  if (applied.body !== undefined) {
    return { found: { rule: 'recipe' }, body: applied.body, isWidened: false } as const
  }
  const found = findBody(page, { weights, titleIndex: title.index })
  const place = { weights, titleIndex: title.index, isFree }
  const { element: body, isWidened } = wholeBody(page, found.element, place)
  return { found, body, isWidened }
}

function usedBlocks(
  titleIndex: number | undefined,
  lead: FoundLead,
  {
    copies,
    row,
    applied,
  }: { copies: readonly number[]; row: ReadonlySet<number>; applied: AppliedRecipe },
): ReadonlyMap<number, Verdict> {
  const standing = applied.body === undefined ? lead.standing : []
  const used = new Map<number, Verdict>(standing.map((index) => [index, 'kept']))
  for (const index of copies) used.set(index, 'repeated-block')
  for (const index of row) used.set(index, 'navigation')
  for (const [index, verdict] of applied.verdicts) used.set(index, verdict)
  if (lead.teaser !== undefined) used.set(lead.teaser, 'repeated-lead')
  if (lead.index !== undefined) used.set(lead.index, 'lead')
  if (titleIndex !== undefined) used.set(titleIndex, 'title')
  return used
}
