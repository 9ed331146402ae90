/** Says why a page holds no article: nothing on it, a shell for scripts, a listing, an error page. */

import { type HtmlElement, isElement, walk } from '../articles/html-tree.ts'
import type { Page } from './page-block.ts'
import { firstMeta, type PageHead } from './page-head.ts'
import { proseWeight, type Weights } from './prose.ts'
import type { ExtractFailure } from './raw-article.ts'
import { isErrorTitle, isMachineTitle, isSignInTitle, saysThatPageIsGone } from './refusal-words.ts'
import type { RelatedPosts } from './related-posts.ts'

/** In UTF-16 code units of prose. A page that calls itself an article may be shorter. */
const PROSE_LENGTH_MIN = 120
const DECLARED_PROSE_LENGTH_MIN = 40

/** In UTF-16 code units: an error page says little, a listing hardly anything of its own. */
const ERROR_PROSE_LENGTH_MAX = 600
const LISTING_PROSE_LENGTH_MAX = 200
const LISTING_CARDS_MIN = 6

/** The same where nothing says that the cards are related to anything. */
const UNNAMED_LISTING_PROSE_LENGTH_MAX = 350

/** Paragraphs in which an error page says what it is. */
const ERROR_BLOCKS = 3
const ERROR_BLOCK_LENGTH_MAX = 400

type Options = {
  readonly title: string | undefined
  readonly weights: Weights
  readonly related: RelatedPosts
  /** A recipe knows the body, however short it is. */
  readonly isKnown: boolean
}

/** The reason, or undefined for a page that may hold an article. */
export function refusal(page: Page, head: PageHead, options: Options): ExtractFailure | undefined {
  const { title, weights } = options
  if (page.blocks.every(({ text }) => text === '')) {
    return runsScripts(page)
      ? refuse('needs-javascript', 'The page shows nothing until its scripts have run.')
      : refuse('empty', 'The page shows no text.')
  }
  const prose = weights.of(page.root)
  if (prose === 0 && asksForScripts(page)) {
    return refuse(
      'needs-javascript',
      'The page asks for JavaScript and shows no article without it.',
    )
  }
  if (title === undefined) return refuse('not-an-article', 'The page has no title.')
  const other = prose < ERROR_PROSE_LENGTH_MAX ? otherPage(page, head, title) : undefined
  if (other !== undefined) return refuse('not-an-article', other)
  if (options.isKnown) return undefined
  const declared = head.linkedData.isArticle || firstMeta(head, 'og:type') === 'article'
  const least = declared ? DECLARED_PROSE_LENGTH_MIN : PROSE_LENGTH_MIN
  if (prose < least) {
    return refuse(
      'not-an-article',
      `The page has ${prose} characters of prose, fewer than ${least}.`,
    )
  }
  const listed = listedCards(page, options)
  if (listed > 0 && !declared) {
    return refuse('not-an-article', `The page lists ${listed} articles and is none.`)
  }
  return undefined
}

/** What the page is instead of an article: an error, a challenge, a form. */
function otherPage(page: Page, head: PageHead, title: string): string | undefined {
  if (isErrorTitle(title)) return `The page says that there is no such page: "${title}".`
  if (head.linkedData.isArticle) return undefined
  if ([title, head.title ?? ''].some(isMachineTitle)) {
    return `The page is one of the server's own: "${title}".`
  }
  if (isSignInTitle(title) && hasPasswordField(page)) return 'The page asks readers to sign in.'
  const first = page.blocks.filter((block) => proseWeight(block) > 0).slice(0, ERROR_BLOCKS)
  const isGone = first.some(
    ({ text }) => text.length <= ERROR_BLOCK_LENGTH_MAX && saysThatPageIsGone(text),
  )
  return isGone ? 'The page says that what was asked for is gone.' : undefined
}

/** How many articles the page lists, with hardly a word besides; 0 where it is no listing. */
function listedCards(page: Page, { weights, related }: Options): number {
  const prose = weights.of(page.root)
  if (related.posts.length >= LISTING_CARDS_MIN && prose < LISTING_PROSE_LENGTH_MAX) {
    return related.posts.length
  }
  const { cards, blocks } = related.unnamed
  if (cards < LISTING_CARDS_MIN) return 0
  let beside = prose
  for (const index of blocks) beside -= weights.between(index, index + 1)
  return beside < Math.min(UNNAMED_LISTING_PROSE_LENGTH_MAX, prose / 2) ? cards : 0
}

function refuse(reason: ExtractFailure['reason'], message: string): ExtractFailure {
  return { ok: false, reason, message }
}

function runsScripts(page: Page): boolean {
  return has(page, 'script')
}

function asksForScripts(page: Page): boolean {
  return has(page, 'noscript') && has(page, 'script')
}

function has(page: Page, tag: string): boolean {
  return some(page, ({ name }) => name === tag)
}

function hasPasswordField(page: Page): boolean {
  return some(page, ({ name, attribs }) => name === 'input' && attribs['type'] === 'password')
}

function some(page: Page, is: (element: HtmlElement) => boolean): boolean {
  let found = false
  walk(page.root.node, {
    enter(node) {
      if (isElement(node) && is(node)) found = true
      return !found
    },
  })
  return found
}
