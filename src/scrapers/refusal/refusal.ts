/** Says why a page holds no article: nothing on it, a shell for scripts, a listing, an error page. */

import { type HtmlElement, isElement, walk } from '../../articles/html/html-tree.ts'
import { holdsCommentsOnly } from '../body/comment-thread.ts'
import type { Zone } from '../body/zones.ts'
import { firstMeta, type PageHead } from '../fields/page-head.ts'
import type { Title } from '../fields/title.ts'
import type { Page, PageBlock } from '../page/page-block.ts'
import { proseWeight, type Weights } from '../page/prose.ts'
import type { ExtractFailure } from '../raw-article.ts'
import type { RelatedPosts } from '../related/related-posts.ts'
import { type ListingFacts, listedArticles } from './listing-page.ts'
import { findOtherPage } from './other-page.ts'
import { type Shell, waitsForScripts } from './script-shell.ts'

/** In UTF-16 code units of prose; less of it may be an article where the title heads it, or the page says so. */
export const PROSE_LENGTH_MIN = 120
const TITLED_PROSE_LENGTH_MIN = 80
const DECLARED_PROSE_LENGTH_MIN = 40

/** Share of the prose that could not be decoded; what is left is not worth reading. */
const REPLACED_SHARE_MAX = 0.05

/** Below the root: a set of frames stands in `html`, or where a tag is amiss in what it holds. */
const FRAMES_LEVELS = 3

/** Stands for what could not be decoded. */
const REPLACED = '\ufffd'

/** Vietnamese, and less often other Latin letters, whose bytes were taken for characters: `Giáº£i`. */
const GARBLED = /Ã[\u0080-\u00bf\u0152-\u02dc\u2013-\u2122]|á[º»]/g
const GARBLED_SHARE_MAX = 0.02

type Facts = {
  readonly title: Title | undefined
  readonly url: string
  readonly weights: Weights
  readonly related: RelatedPosts
  readonly zones: readonly (Zone | undefined)[]
  /** A recipe knows the body, however short it is. */
  readonly isKnown: boolean
}

/** The reason, or undefined for a page that may hold an article. */
export function refusal(page: Page, head: PageHead, facts: Facts): ExtractFailure | undefined {
  const { weights } = facts
  const title = facts.title?.text
  const isDeclared = head.linkedData.isArticle || firstMeta(head, 'og:type') === 'article'
  const own = ownBlocks(page, facts)
  const ownProse = own.reduce((sum, block) => sum + proseWeight(block), 0)
  const other = findOtherPage(page, {
    ...{ title, headTitle: head.title, isDeclared, blocks: own, prose: ownProse },
  })
  if (other !== undefined) {
    return { ...refuse('not-an-article', other.message), isGone: other.isGone }
  }
  const prose = weights.of(page.root)
  const least = facts.isKnown ? 0 : leastProse(facts, isDeclared)
  const unshown = emptyPage(page, { blocks: own, prose, least, hasCards: hasCards(facts) })
  if (unshown !== undefined) return unshown
  if (title === undefined) return refuse('not-an-article', 'The page has no title.')
  if (facts.isKnown) return undefined
  if (prose < least) {
    return refuse(
      'not-an-article',
      `The page has ${prose} characters of prose, fewer than ${least}.`,
    )
  }
  if (isErrorTemplate(page)) {
    const message = 'The page is the one that its template shows for errors.'
    return { ...refuse('not-an-article', message), isGone: true }
  }
  const message = wrongPage(page, { ...facts, title, isDeclared, blocks: own })
  return message === undefined ? undefined : refuse('not-an-article', message)
}

/** Blocks that stand in no part with a name, and on no card. */
function ownBlocks(page: Page, { related, zones }: Facts): PageBlock[] {
  return page.blocks.filter(
    (_block, index) =>
      zones[index] === undefined &&
      !related.blocks.has(index) &&
      !related.unnamed.blocks.has(index),
  )
}

function hasCards({ related }: Facts): boolean {
  return related.unheaded > 0 || related.unnamed.cards > 0
}

function leastProse(facts: Facts, isDeclared: boolean): number {
  if (isDeclared) return DECLARED_PROSE_LENGTH_MIN
  const isTitled = facts.title?.index !== undefined && !hasCards(facts)
  return isTitled ? TITLED_PROSE_LENGTH_MIN : PROSE_LENGTH_MIN
}

function emptyPage(page: Page, shell: Shell & { hasCards: boolean }): ExtractFailure | undefined {
  const isEmpty = page.blocks.every(({ text }) => text === '')
  const isShell = !shell.hasCards && waitsForScripts(page, shell)
  if (isShell || (isEmpty && has(page, 'script'))) {
    return refuse('needs-javascript', 'The page shows no article until its scripts have run.')
  }
  return isEmpty ? refuse('empty', 'The page shows no text.') : undefined
}

function wrongPage(
  page: Page,
  facts: ListingFacts & { isDeclared: boolean; blocks: readonly PageBlock[] },
): string | undefined {
  if (holdsFrames(page.root.node)) return 'The page is a set of frames.'
  if (isUnreadable(facts.blocks)) return 'The characters of the page could not be decoded.'
  if (holdsCommentsOnly(page)) return 'The page holds comments, and not what they are about.'
  const listed = facts.isDeclared ? 0 : listedArticles(page, facts)
  return listed > 0 ? `The page lists ${listed} articles and is none.` : undefined
}

/** Browsers heed a set of frames in the place of the body only. */
function holdsFrames(element: HtmlElement, levels = FRAMES_LEVELS): boolean {
  return element.children.some(
    (child) =>
      isElement(child) &&
      (child.name === 'frameset' || (levels > 1 && holdsFrames(child, levels - 1))),
  )
}

/** WordPress says so in the classes of the body, whatever the words of its theme. */
function isErrorTemplate({ elements }: Page): boolean {
  const body = elements.find(({ node }) => node.name === 'body')
  return body?.node.attribs['class']?.split(/\s+/).includes('error404') === true
}

function isUnreadable(blocks: readonly PageBlock[]): boolean {
  let length = 0
  let replaced = 0
  let garbled = 0
  for (const { text } of blocks) {
    length += text.length
    if (/[Ãº»]/.test(text)) garbled += text.match(GARBLED)?.length ?? 0
    if (text.includes(REPLACED)) replaced += text.split(REPLACED).length - 1
  }
  return replaced > REPLACED_SHARE_MAX * length || garbled > GARBLED_SHARE_MAX * length
}

function refuse(reason: ExtractFailure['reason'], message: string): ExtractFailure {
  return { ok: false, reason, message }
}

function has(page: Page, tag: string): boolean {
  let found = false
  walk(page.root.node, {
    enter(node) {
      if (isElement(node) && node.name === tag) found = true
      return !found
    },
  })
  return found
}
