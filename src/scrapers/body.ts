/** Chooses the element that holds the article's body: by where the prose is, then by what it is called. */

import type { Page, PageElement } from './page-block.ts'
import type { Weights } from './prose.ts'

/** A child that holds that share of the prose holds the article; below it, the parent does. */
const DESCEND_SHARE_MIN = 0.75

/** A name is believed where the element holds that share of the prose found by density. */
const MARKED_SHARE_MIN = 0.6

/** Elements that are a paragraph themselves are never the whole body. */
const PARAGRAPH_TAGS: ReadonlySet<string> = new Set([
  ...['blockquote', 'dd', 'dt', 'figcaption', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'p'],
])

/** Class names of article bodies, their separators as one hyphen. */
const BODY_NAMES: ReadonlySet<string> = new Set([
  ...['article-body', 'article-content', 'article-detail', 'article-text', 'articlebody'],
  ...['body-content', 'blog-content', 'blog-post-content', 'content-detail', 'content-article'],
  ...['article-body-content', 'article-main', 'articletext', 'articlecontent', 'body-copy'],
  ...['detail-content', 'entry-content', 'fck-detail', 'main-content-body', 'news-content'],
  ...[
    'noi-dung',
    'post-body',
    'post-content',
    'post-detail',
    'post-entry',
    'post-text',
    'postcontent',
  ],
  ...[
    'single-content',
    'story-body',
    'story-content',
    'storybody',
    'td-post-content',
    'the-content',
  ],
  ...[
    'maincontent',
    'cms-body',
    'detail-cmain',
    'singular-content',
    'content-body',
    'page-content',
  ],
  ...['post-full-content', 'entry', 'wysiwyg', 'rich-text', 'richtext', 'prose', 'article-entry'],
])

/** How an element was chosen: it says so as microdata or by its name, or most of the prose is there. */
type BodyRule = 'itemprop' | 'name' | 'density'

export type FoundBody = { readonly element: PageElement; readonly rule: BodyRule }

/**
 * The body's element. Follows the child that holds most of the prose as long as there is one; an
 * element inside or around it that is called a body, and holds most of that prose, is preferred.
 */
export function findBody(page: Page, weights: Weights): FoundBody {
  const dense = densest(page, weights)
  const enough = MARKED_SHARE_MIN * weights.of(dense)
  let found: FoundBody = { element: dense, rule: 'density' }
  if (enough === 0) return found
  for (const element of page.elements) {
    const rule = weights.of(element) >= enough ? markOf(element) : undefined
    if (rule !== undefined) found = { element, rule }
  }
  return found
}

function densest(page: Page, weights: Weights): PageElement {
  const heaviest = heaviestChildren(page, weights)
  let at = page.root
  for (;;) {
    const child = heaviest.get(at)
    if (child === undefined || PARAGRAPH_TAGS.has(child.node.name)) return at
    if (weights.of(child) < DESCEND_SHARE_MIN * weights.of(at)) return at
    at = child
  }
}

function heaviestChildren(page: Page, weights: Weights): Map<PageElement, PageElement> {
  const heaviest = new Map<PageElement, PageElement>()
  for (const element of page.elements) {
    if (element.parent === undefined) continue
    const known = heaviest.get(element.parent)
    if (known === undefined || weights.of(element) > weights.of(known)) {
      heaviest.set(element.parent, element)
    }
  }
  return heaviest
}

function markOf({ node }: PageElement): BodyRule | undefined {
  if (PARAGRAPH_TAGS.has(node.name)) return undefined
  if (node.attribs['itemprop']?.toLowerCase() === 'articlebody') return 'itemprop'
  const { class: classes = '', id = '' } = node.attribs
  const names = `${classes} ${id}`.split(/\s+/)
  return names.some((name) => BODY_NAMES.has(joinedByHyphens(name))) ? 'name' : undefined
}

function joinedByHyphens(name: string): string {
  return name.toLowerCase().replace(/[-_]+/g, '-')
}
