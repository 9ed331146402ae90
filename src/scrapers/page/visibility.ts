/** What of a page readers do not see: machinery, form controls, hidden elements. */

import type { HtmlElement } from '../../articles/html/html-tree.ts'

const SKIPPED: ReadonlySet<string> = new Set([
  ...['base', 'canvas', 'datalist', 'head', 'input', 'link', 'map', 'meta', 'noscript', 'option'],
  ...['param', 'progress', 'script', 'select', 'source', 'style', 'svg', 'template', 'textarea'],
  ...['title', 'track'],
])

/** Classes of what is said twice: for screen readers or paper only, and beside a formula as MathML. */
const UNSEEN_CLASSES: ReadonlySet<string> = new Set([
  ...['assistive-text', 'screen-reader-text', 'screenreader', 'sr-only', 'visually-hidden'],
  ...['visuallyhidden', 'u-hidden-visually', 'd-print-block', 'print-only', 'show-for-print'],
  ...['visible-print', 'visible-print-block', 'w-condition-invisible', 'katex-html'],
])

/** Part of each of them: splitting the classes of every element takes longer. */
const MAY_BE_UNSEEN = /hidden|sr-only|reader|assistive|print|condition|katex/

const HIDING_STYLE = /(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden)/i

export function isSkipped(tagName: string): boolean {
  return SKIPPED.has(tagName)
}

/** Whether the element itself says that it is not shown; its ancestors are not asked. */
export function isHidden(element: HtmlElement): boolean {
  const { attribs } = element
  if ('hidden' in attribs && attribs['hidden'] !== 'until-found') return true
  const style = attribs['style']
  if (style !== undefined && HIDING_STYLE.test(style)) return true
  const classes = attribs['class']
  if (classes === undefined || !MAY_BE_UNSEEN.test(classes)) return false
  return classes.split(/\s+/).some((name) => UNSEEN_CLASSES.has(name))
}
