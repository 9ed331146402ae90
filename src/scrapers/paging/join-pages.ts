/** Joins the pages of one article into one: what every page repeats is said once, nothing else is lost. */

import { urlKey } from '../../articles/addresses/canonical-url.ts'
import type { RelatedPost, RemovedBlock } from '../../articles/article.ts'
import type { Block } from '../../articles/block.ts'
import { foldText } from '../../articles/fold.ts'
import { escapeHtml } from '../../articles/html/allowed-html.ts'
import { saysTitle } from '../fields/later-title.ts'
import { htmlText } from '../page/html-text.ts'
import type { Extracted, RawArticle } from '../raw-article.ts'

/** In UTF-16 code units of all blocks together; a page that would pass it is not joined. */
const TEXT_LENGTH_MAX = 1_000_000

/** In UTF-16 code units: longer blocks repeat each other to the letter, or not at all. */
const FOLDED_LENGTH_MAX = 200

/** A paragraph that is longer says by chance what another page says, wherever it stands, no more. */
const REPEATED_LENGTH_MIN = 80

/** A page of whose text that share was said before is no later page, but this one once more. */
const SAID_SHARE_MAX = 0.8

/** One page of an article, as extracted from its own address. */
export type ArticlePage = Pick<Extracted, 'page' | 'origins'>

/**
 * `whole` with its next page behind it: metadata of the first page, blocks, cards and removals of
 * all. A paragraph that is cut between two pages stays two. Undefined for a page that says nothing
 * new, as sites answer that show the first page for any number (so joining the same pages again
 * changes nothing), and for one that would make the article too long.
 */
export function joinPage(
  whole: RawArticle,
  { page, origins }: ArticlePage,
): RawArticle | undefined {
  const said = new Set(whole.blocks.map(saidBy))
  if (isSaid(page.blocks, said)) return undefined
  const dropped: RemovedBlock[] = []
  const drop = (text: string, reason: RemovedBlock['reason']) => {
    dropped.push({ text, count: 1, reason: text === '' ? 'empty' : reason })
  }
  const opening = [
    ...openingTitle(whole, { title: page.title, isShown: isHeading(origins.title) }, drop),
    ...openingLead(whole, page.lead, said, drop),
  ]
  const body = withoutSaid(page.blocks, said, (block) => drop(labelOf(block), 'repeated-block'))
  const blocks = [...whole.blocks, ...opening, ...body]
  if (lengthOf(blocks) > TEXT_LENGTH_MAX) return undefined
  const removed = [...mergeRemoved(whole.removed, page.removed), ...dropped]
  return { ...whole, blocks, removed, related: mergeRelated(whole.related, page.related) }
}

type Drop = (text: string, reason: RemovedBlock['reason']) => void

/** What a block says, as compared: its words, or its markup where it has none. */
function saidBy({ text, html }: Block): string {
  if (text === '') return html
  return text.length > FOLDED_LENGTH_MAX ? text : foldText(text)
}

function isSaid(blocks: readonly Block[], said: ReadonlySet<string>): boolean {
  const fresh = blocks.filter((block) => !said.has(saidBy(block)))
  const all = lengthOf(blocks)
  return all === 0 ? fresh.length === 0 : all - lengthOf(fresh) >= SAID_SHARE_MAX * all
}

function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((length, { text }) => length + text.length, 0)
}

function isHeading(origin: string | null): boolean {
  return origin !== null && /^h[1-6]$/.test(origin)
}

/** A later page is headed as the first, perhaps with its figure; else it names what it holds. */
function openingTitle(
  whole: RawArticle,
  { title, isShown }: { title: string; isShown: boolean },
  drop: Drop,
): Block[] {
  if (!isShown) return []
  if (saysTitle(title, whole.title)) {
    drop(title, 'repeated-title')
    return []
  }
  const html = `<h2>${escapeHtml(title)}</h2>`
  return [{ kind: 'heading', tag: 'h2', bold: false, text: title, html }]
}

/** What a later page shows as its standfirst is the article's, or the article goes on with it. */
function openingLead(
  whole: RawArticle,
  lead: string | null,
  said: ReadonlySet<string>,
  drop: Drop,
): Block[] {
  if (lead === null) return []
  const own = foldText(lead)
  if (own === foldText(whole.lead ?? '') || said.has(own) || said.has(lead)) {
    drop(lead, 'repeated-lead')
    return []
  }
  const html = `<p>${escapeHtml(lead)}</p>`
  return [{ kind: 'paragraph', tag: 'p', bold: false, text: lead, html }]
}

/** At either edge whatever was said before goes, between them what is too long to be said by chance. */
function withoutSaid(
  blocks: readonly Block[],
  said: ReadonlySet<string>,
  drop: (block: Block) => void,
): Block[] {
  const isFresh = (block: Block) => !said.has(saidBy(block))
  const first = blocks.findIndex(isFresh)
  const last = blocks.findLastIndex(isFresh)
  return blocks.filter((block, index) => {
    const isLong = block.text === '' || block.text.length >= REPEATED_LENGTH_MIN
    const stays = isFresh(block) || (index > first && index < last && !isLong)
    if (!stays) drop(block)
    return stays
  })
}

/** A picture is named by what it is called, for it says nothing. */
function labelOf({ text, html }: Block): string {
  return text === '' ? htmlText(/ alt="([^"]*)"/.exec(html)?.[1] ?? '') : text
}

/** Each block as often as it stands on the page that has it most: all pages have one menu. */
function mergeRemoved(
  known: readonly RemovedBlock[],
  more: readonly RemovedBlock[],
): RemovedBlock[] {
  const counts = new Map<string, number>()
  const keyOf = ({ reason, text }: RemovedBlock) => `${reason} ${text}`
  for (const block of known) {
    counts.set(keyOf(block), (counts.get(keyOf(block)) ?? 0) + block.count)
  }
  const fresh = more.filter((block) => {
    const left = counts.get(keyOf(block)) ?? 0
    counts.set(keyOf(block), left - block.count)
    return left < block.count
  })
  return [...known, ...fresh]
}

function mergeRelated(known: readonly RelatedPost[], more: readonly RelatedPost[]): RelatedPost[] {
  const byKey = new Map<string, RelatedPost>()
  for (const post of [...known, ...more]) {
    const key = urlKey(post.url) ?? post.url
    if (!byKey.has(key)) byKey.set(key, post)
  }
  return [...byKey.values()]
}
