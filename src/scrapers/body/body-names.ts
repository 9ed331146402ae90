/** Knows how sites call the element of an article's body: by microdata, by class and id. */

import type { HtmlElement } from '../../articles/html/html-tree.ts'

/** Elements that are a paragraph themselves are never the whole body. */
export const PARAGRAPH_TAGS: ReadonlySet<string> = new Set([
  ...['blockquote', 'dd', 'dt', 'figcaption', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'p'],
])

/** A name on them speaks of the kind of page. */
const PAGE_TAGS: ReadonlySet<string> = new Set(['body', 'html'])

/** Class names of article bodies, their separators as one hyphen. */
const BODY_NAMES: ReadonlySet<string> = new Set([
  ...['article-body', 'article-body-content', 'article-content', 'article-detail'],
  ...['article-entry', 'article-main', 'article-text', 'articlebody', 'articlecontent'],
  ...['articletext', 'blog-content', 'blog-post-content', 'body-content', 'body-copy', 'cms-body'],
  ...['content-article', 'content-body', 'content-detail', 'detail-cmain', 'detail-content'],
  ...['entry', 'entry-content', 'fck-detail', 'main-content-body', 'maincontent', 'news-content'],
  ...['noi-dung', 'page-content', 'post-body', 'post-content', 'post-detail', 'post-entry'],
  ...['post-full-content', 'post-text', 'postcontent', 'prose', 'rich-text', 'richtext'],
  ...['single-content', 'singular-content', 'story-body', 'story-content', 'storybody'],
  ...['td-post-content', 'the-content', 'wysiwyg'],
])

/** How the element says that it is an article's body, if it does. */
export function bodyMark({ name, attribs }: HtmlElement): 'itemprop' | 'name' | undefined {
  if (PARAGRAPH_TAGS.has(name) || PAGE_TAGS.has(name)) return undefined
  if (attribs['itemprop']?.toLowerCase() === 'articlebody') return 'itemprop'
  const { class: classes = '', id = '' } = attribs
  const names = `${classes} ${id}`.split(/\s+/)
  return names.some((each) => BODY_NAMES.has(joinedByHyphens(each))) ? 'name' : undefined
}

function joinedByHyphens(name: string): string {
  return name.toLowerCase().replace(/[-_]+/g, '-')
}
