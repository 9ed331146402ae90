/** Says why a page holds no article: nothing on it, a shell for scripts, a listing, an error page. */

import { foldText } from '../articles/fold.ts'
import { isElement, walk } from '../articles/html-tree.ts'
import type { Page } from './page-block.ts'
import { firstMeta, type PageHead } from './page-head.ts'
import type { Weights } from './prose.ts'
import type { ExtractFailure } from './raw-article.ts'
import type { RelatedPosts } from './related-posts.ts'

/** In UTF-16 code units of prose. A page that calls itself an article may be shorter. */
const PROSE_LENGTH_MIN = 120
const DECLARED_PROSE_LENGTH_MIN = 40

/** In UTF-16 code units: an error page says little, a listing hardly anything of its own. */
const ERROR_PROSE_LENGTH_MAX = 600
const LISTING_PROSE_LENGTH_MAX = 200
const LISTING_CARDS_MIN = 6

/** Folded titles of pages that say that there is none. */
const ERROR_TITLES = /(?:^| )(?:404|not found|không tìm thấy|không tồn tại|page not found)(?: |$)/

type Options = {
  readonly title: string | undefined
  readonly weights: Weights
  readonly related: RelatedPosts
}

/** The reason, or undefined for a page that may hold an article. */
export function refusal(page: Page, head: PageHead, options: Options): ExtractFailure | undefined {
  const { title, weights, related } = options
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
  if (prose < ERROR_PROSE_LENGTH_MAX && ERROR_TITLES.test(foldText(title))) {
    return refuse('not-an-article', `The page says that there is no such page: "${title}".`)
  }
  const declared = head.linkedData.isArticle || firstMeta(head, 'og:type') === 'article'
  const least = declared ? DECLARED_PROSE_LENGTH_MIN : PROSE_LENGTH_MIN
  if (prose < least) {
    return refuse(
      'not-an-article',
      `The page has ${prose} characters of prose, fewer than ${least}.`,
    )
  }
  const isListing = related.posts.length >= LISTING_CARDS_MIN && prose < LISTING_PROSE_LENGTH_MAX
  if (isListing && !declared) {
    return refuse('not-an-article', `The page lists ${related.posts.length} articles and is none.`)
  }
  return undefined
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
  let found = false
  walk(page.root.node, {
    enter(node) {
      if (isElement(node) && node.name === tag) found = true
      return !found
    },
  })
  return found
}
