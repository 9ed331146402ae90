/** Gives each block the zone it stands in, where the page's names and its text agree on one. */

import type { RemovalReason } from '../../articles/article.ts'
import { isOpenable } from '../page/openable.ts'
import { isHeading, type Page, type PageElement } from '../page/page-block.ts'
import { proseOf, type Weights, weigh } from '../page/prose.ts'
import { isHidden } from '../page/visibility.ts'
import { isOwnAside } from './aside-words.ts'
import { asks } from './furniture.ts'
import { zoneOf } from './zone-tokens.ts'

/** `unseen`: hidden from readers, so neither kept nor removed. */
export type Zone = RemovalReason | 'unseen'

/**
 * Share of the page's prose above which a name alone says nothing: some sites keep the whole
 * article in `div.sidebar`. Comments may outweigh a short article.
 */
const PROSE_SHARE_MAX: Readonly<Partial<Record<Zone, number>>> = {
  comment: 0.85,
  related: 0.5,
  boilerplate: 0.4,
  navigation: 0.4,
  unseen: 0.5,
}
const PROSE_SHARE_MAX_OTHER = 0.3

/** Where the name may speak of what stands beside the zone, or the title is inside. */
const VAGUE_SHARE_MAX = 0.2

/** The same where the title stands elsewhere, and so does prose enough for a short article. */
const APART_SHARE_MAX = 0.7
const APART_SHARE_MAX_OF: Readonly<Partial<Record<Zone, number>>> = { comment: 0.97, related: 0.9 }
const ARTICLE_PROSE_LENGTH_MIN = 400

/** In UTF-16 code units of any text, prose or not: what is marked as the article's body is one. */
const MARKED_LENGTH_MIN = 200

/** Less is no article by itself, so a footer is one also where nothing else on the page is prose. */
const SLIGHT_PROSE_LENGTH_MAX = 120

/** How much of the page's prose there is, what share a part has of it, whether a title is in it. */
type Measure = {
  readonly all: number
  readonly shareOf: (element: PageElement) => number
  readonly holdsTitle: (element: PageElement) => boolean
  /** Whether what the page itself marks as the article's body stands elsewhere. */
  readonly isApart: (element: PageElement) => boolean
}

/** By block index; undefined where nothing speaks against the block. */
export type PageZones = {
  readonly zones: readonly (Zone | undefined)[]
  /** The name that said so: `nav`, `.sidebar`, `hidden`. */
  readonly names: readonly (string | undefined)[]
}

/** The zone of each block, and what named it; `body` and what stands around it are none. */
export function findZones(page: Page, body?: PageElement): PageZones {
  const measure = measureOf(page)
  const claims = namedZones(page)
  for (let at = body; at !== undefined; at = at.parent) claims.delete(at)
  const doubted = doubtedWords(claims, measure)
  const byElement = new Map<PageElement, Named | undefined>()
  for (const element of page.elements) {
    const outer = element.parent === undefined ? undefined : byElement.get(element.parent)
    const own = claims.get(element)
    const isBelieved = own !== undefined && !doubted.has(own.by) && fitsAlone(element, own, measure)
    const inner = isBelieved ? own : undefined
    const isVague = outer?.zone === 'boilerplate' || outer?.zone === 'widget'
    const isMenu = inner?.zone === 'navigation' && isVague
    byElement.set(element, isMenu ? inner : (outer ?? inner))
  }
  const named = page.blocks.map((block) => byElement.get(block.owner))
  return { zones: named.map((name) => name?.zone), names: named.map((name) => name?.by) }
}

type Named = { readonly zone: Zone; readonly by: string; readonly vague: boolean }

function namedZones(page: Page): Map<PageElement, Named> {
  const named = new Map<PageElement, Named>()
  const tells = { prose: proseOf(page), links: weigh(page, (block) => block.linkLength) }
  for (const element of page.elements) {
    const claim = claimOf(page, element, tells)
    if (claim !== undefined) named.set(element, claim)
  }
  return named
}

type Tells = { readonly prose: Weights; readonly links: Weights }

/** What the element says it is, where its own text does not speak against that. */
function claimOf(page: Page, element: PageElement, tells: Tells): Named | undefined {
  const isOwn = opensSection(page, element) || isOwnAside(page, element)
  const own = isOwn ? undefined : zoneOf(element.node)
  const isPanel = () => own === undefined && tells.prose.of(element) > 0 && isOpenable(element.node)
  if (isHidden(element.node) && !isPanel()) return { zone: 'unseen', by: 'hidden', vague: false }
  if (own === undefined || leadsNowhere(element, own.reason, tells)) return undefined
  return { ...own, zone: own.reason }
}

/** Whether it is prose without a link, which neither a menu nor a box of other articles is. */
function leadsNowhere(element: PageElement, zone: Zone, { prose, links }: Tells): boolean {
  if (zone !== 'navigation' && zone !== 'related') return false
  return links.of(element) === 0 && prose.of(element) > 0
}

/** A button that shows and hides a section holds its heading, or the question it answers. */
function opensSection({ blocks }: Page, { node, first, end }: PageElement): boolean {
  if (node.name !== 'button') return false
  for (let index = first; index < end; index += 1) {
    const block = blocks[index]
    if (block === undefined) continue
    if (isHeading(block) || block.tag === 'summary' || asks(block)) return true
  }
  return false
}

function measureOf(page: Page): Measure {
  const prose = proseOf(page)
  const titles = weigh(page, (block) => (block.tag === 'h1' ? 1 : 0))
  const all = Math.max(1, prose.of(page.root))
  return {
    all,
    shareOf: (element) => prose.of(element) / all,
    holdsTitle: (element) => titles.of(element) > 0,
    isApart: isApartFrom(markedBody(page)),
  }
}

/** The only such element: where each teaser is marked so, too, none of them tells. */
function markedBody(page: Page): PageElement | undefined {
  const marked = page.elements.filter(
    ({ node }) => node.attribs['itemprop']?.toLowerCase() === 'articlebody',
  )
  const [only] = marked
  const length = weigh(page, ({ text }) => text.length)
  if (only === undefined || marked.length > 1) return undefined
  return length.of(only) >= MARKED_LENGTH_MIN ? only : undefined
}

function isApartFrom(body: PageElement | undefined): (element: PageElement) => boolean {
  return ({ first, end }) => body !== undefined && (end <= body.first || first >= body.end)
}

/** A word that names, all in all, too much of the page (`elementor-widget`) names nothing. */
function doubtedWords(named: ReadonlyMap<PageElement, Named>, measure: Measure): Set<string> {
  const words = new Map<string, Claim & { end: number }>()
  for (const [element, { zone, by, vague }] of named) {
    if (measure.isApart(element)) continue
    const known = words.get(by) ?? { zone, share: 0, end: 0, vague: false }
    const claim = { ...known, vague: known.vague || measure.holdsTitle(element) }
    const counts = element.first >= known.end && fitsAlone(element, { zone, vague }, measure)
    const share = known.share + measure.shareOf(element)
    words.set(by, counts ? { ...claim, share, end: element.end } : claim)
  }
  const doubted = [...words].filter(([, claim]) => !fits(claim, measure.all))
  return new Set(doubted.map(([by]) => by))
}

type Claim = { readonly zone: Zone; readonly share: number; readonly vague: boolean }

function fitsAlone(
  element: PageElement,
  { zone, vague }: Pick<Named, 'zone' | 'vague'>,
  measure: Measure,
): boolean {
  if (measure.isApart(element)) return true
  const claim = { zone, share: measure.shareOf(element) }
  return fits({ ...claim, vague: vague || measure.holdsTitle(element) }, measure.all)
}

function fits({ zone, share, vague }: Claim, all: number): boolean {
  const most = PROSE_SHARE_MAX[zone] ?? PROSE_SHARE_MAX_OTHER
  if (share <= (vague ? Math.min(most, VAGUE_SHARE_MAX) : most)) return true
  if (!vague && share * all < SLIGHT_PROSE_LENGTH_MAX) return true
  if (vague || all * (1 - share) < ARTICLE_PROSE_LENGTH_MIN) return false
  return share <= (APART_SHARE_MAX_OF[zone] ?? APART_SHARE_MAX)
}
