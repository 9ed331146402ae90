/** Finds how an article goes on over several pages: the address of its next page, and the row that leads there. */

import { attribute } from '../../articles/html/html-tree.ts'
import type { Zone } from '../body/zones.ts'
import type { PageHead } from '../fields/page-head.ts'
import { anchorsOf } from '../page/block-anchors.ts'
import type { Page, PageBlock, PageElement } from '../page/page-block.ts'
import { isNumbered, mayBeNumbered, type PageStep, pageSteps, unnumbered } from './page-number.ts'

/** In UTF-16 code units of a line that may be a row of page links, and of the words beside those links. */
const ROW_LENGTH_MAX = 200
const ROW_UNLINKED_LENGTH_MAX = 40

/** Blocks behind the body's element among which a row may stand. */
const BELOW_BLOCKS = 25

/** Blocks on either side of a row that belong to it: the figure of the page itself, "Trang". */
const ROW_REACH_BLOCKS = 30

/** Parts of a page where a row may stand; comments and cards have pages of their own. */
const ROW_ZONES: ReadonlySet<Zone | undefined> = new Set<Zone | undefined>([
  ...([undefined, 'navigation', 'widget', 'boilerplate', 'metadata', 'share'] as const),
])

/** The figure that a link shows: `2`, `[2]`, `Trang 2`, `Page 2`. */
const FIGURE = /^(?:trang|page|seite|pagina|p\.)?\s?[[(]?(\d{1,2})[\])]?\.?$/i

/** What stands in a row beside its links: `1`, `Trang:`, `Trang 1/3`, `Page 1 of 3`, `Trước`, `|`. */
const ROW_WORDS =
  /^(?:(?:trang|pages?|seiten?|pagina)?\s?:?\s?[[(]?\d{0,2}[\])]?(?:\s?(?:\/|of|trên|trong|von)\s?\d{1,2})?:?|trước|sau|tiếp|previous|prev|next|[«»‹›<>|·…\s-]{1,9})$/i

const COMMENT_FRAGMENT = /comment|reply|respond|disqus|binh-?luan/i

/** By which sign the next page was found. */
export type PagingRule = 'link rel=next' | 'a rel=next' | 'figure' | 'address'

export type Paging = {
  /** Absolute; null on the last page, and on the only one. */
  readonly next: string | null
  /** Of the first page, where this one is behind it and says so; absolute. */
  readonly first: string | null
  readonly rule: PagingRule | null
  /** Indices of the blocks that make the row of page links. */
  readonly row: ReadonlySet<number>
}

type Options = {
  readonly url: string
  readonly baseUrl: string
  readonly titleIndex: number | undefined
  readonly body: PageElement
  readonly zones: readonly (Zone | undefined)[]
  readonly related: ReadonlySet<number>
}

type Link = {
  readonly address: string
  readonly rel: readonly string[]
  readonly words: string
  readonly step: PageStep
}

type Signs = { readonly head: readonly Link[]; readonly row: readonly Link[] }

/**
 * The paging of the article itself. A next page has the address of this one with the next figure:
 * `rel=next` alone leads to the next article on most blogs. A link to the whole on one page is not
 * followed, for the pages give the same, and "xem toàn bộ" mostly leads to a list.
 */
export function findPaging(page: Page, head: PageHead, options: Options): Paging {
  const stepTo = stepsFrom(options, head)
  const row = new Set<number>()
  const links: Link[] = []
  const isBehind = isNumbered(options.url)
  for (const index of placesOfRow(page, options)) {
    const block = page.blocks[index]
    if (block === undefined || !mayBeRow(block)) continue
    const found = linksOf(block, isBehind, stepTo)
    links.push(...found)
    if (found.length > 0 && isRow(block, found)) row.add(index)
  }
  const signs = { head: headLinks(head, stepTo), row: links }
  const first = firstPage(signs)
  const next = nextPage(signs, first !== null)
  return { next: next?.address ?? null, first, rule: next?.rule ?? null, row: wholeRow(page, row) }
}

function stepsFrom({ url, baseUrl }: Options, head: PageHead) {
  const declared = head.canonical === null ? null : URL.parse(head.canonical, baseUrl)
  const fromUrl = pageSteps(url)
  // Only the canonical address may be free of what a feed has put into the query.
  const isOther = declared !== null && !isNumbered(url) && fromUrl(declared.href) === undefined
  const fromCanonical = isOther ? pageSteps(declared.href) : undefined
  return (href: string): { address: string; step: PageStep } | undefined => {
    const target = URL.parse(href, baseUrl)
    if (target === null || COMMENT_FRAGMENT.test(target.hash)) return undefined
    target.hash = ''
    const step = fromUrl(target.href) ?? fromCanonical?.(target.href)
    return step === undefined ? undefined : { address: target.href, step }
  }
}

type StepTo = ReturnType<typeof stepsFrom>

/** Indices from the title to a little below the body, where the page does not speak of something else. */
function placesOfRow(page: Page, { titleIndex, body, zones, related }: Options): number[] {
  const first = Math.min(titleIndex ?? body.first, body.first)
  const end = Math.min(body.end + BELOW_BLOCKS, page.blocks.length)
  const places: number[] = []
  for (let index = first; index < end; index += 1) {
    if (ROW_ZONES.has(zones[index]) && !related.has(index)) places.push(index)
  }
  return places
}

function mayBeRow(block: PageBlock): boolean {
  return block.linkLength > 0 && block.text.length <= ROW_LENGTH_MAX
}

/** Those links of the block, or the one around it, that lead to pages of the article. */
function linksOf(block: PageBlock, isBehind: boolean, stepTo: StepTo): Link[] {
  const only = block.owner.href ?? block.href
  if (!isBehind && only !== undefined && !mayBeNumbered(only)) return []
  return anchorsOf(block).flatMap(({ anchor, words }) => {
    const href = attribute(anchor, 'href')
    const rel = anchor.attribs['rel']?.toLowerCase().split(/\s+/) ?? []
    const leadsFirst = isBehind && (rel.includes('prev') || FIGURE.test(words))
    if (href === undefined || !(leadsFirst || mayBeNumbered(href))) return []
    const known = stepTo(href)
    return known === undefined ? [] : [{ ...known, rel, words }]
  })
}

function isRow({ text }: PageBlock, links: readonly Link[]): boolean {
  const linked = links.reduce((length, { words }) => length + words.length, 0)
  return text.length - linked <= ROW_UNLINKED_LENGTH_MAX
}

function headLinks(head: PageHead, stepTo: StepTo): Link[] {
  const named = [
    { href: head.next, rel: ['next'] },
    { href: head.previous, rel: ['prev'] },
    { href: head.canonical, rel: ['canonical'] },
  ]
  return named.flatMap(({ href, rel }) => {
    const known = href === null ? undefined : stepTo(href)
    return known === undefined ? [] : [{ ...known, rel, words: '' }]
  })
}

function figureOf({ words }: Link): number {
  return Number(FIGURE.exec(words)?.[1] ?? 0)
}

/** Where this page is behind the first, and something besides its own figure says so. */
function firstPage({ head, row }: Signs): string | null {
  const named = head.find(({ rel, step }) => leadsBack(step) && !rel.includes('next'))
  const shown = row.find((link) => leadsBack(link.step) && isShownFirst(link))
  const first = shown ?? (named?.step.form === 'loose' ? undefined : named)
  return first === undefined ? null : unnumbered(first.address)
}

function leadsBack({ from, to }: PageStep): boolean {
  return from > 1 && to === 1
}

function isShownFirst(link: Link): boolean {
  return figureOf(link) === 1 || (link.rel.includes('prev') && link.step.form !== 'loose')
}

function nextPage(
  { head, row }: Signs,
  hasFirst: boolean,
): { address: string; rule: PagingRule } | undefined {
  const isNext = ({ step: { from, to, form, isNumbered } }: Link) =>
    to === from + 1 && (!isNumbered || form === 'worded' || hasFirst)
  const isSure = (link: Link) => isNext(link) && link.step.form !== 'loose'
  const candidates: readonly (readonly [PagingRule, Link | undefined])[] = [
    ['link rel=next', head.find((link) => link.rel.includes('next') && isSure(link))],
    ['a rel=next', row.find((link) => link.rel.includes('next') && isSure(link))],
    ['figure', row.find((link) => isNext(link) && figureOf(link) === link.step.to)],
    ['address', row.find(isSure)],
  ]
  for (const [rule, link] of candidates)
    if (link !== undefined) return { address: link.address, rule }
  return undefined
}

/** With the figure of this page, and the words of the row, which stand beside its links. */
function wholeRow(page: Page, row: ReadonlySet<number>): ReadonlySet<number> {
  const whole = new Set(row)
  for (const index of row) {
    for (const side of [-1, 1]) {
      for (let reach = 1; reach <= ROW_REACH_BLOCKS; reach += 1) {
        const beside = index + side * reach
        const block = page.blocks[beside]
        if (block?.kind !== 'text' || whole.has(beside) || !ROW_WORDS.test(block.text)) break
        whole.add(beside)
      }
    }
  }
  return whole
}
