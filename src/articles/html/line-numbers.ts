/** Recognises the line numbers that highlighters put between lines of code. */

import { type HtmlElement, nodesWithin, textData } from './html-tree.ts'

/** Source: Pygments, Rouge, Chroma, CodeRay, highlight.js' plugin, SyntaxHighlighter, GitHub, Prism. */
const NUMBER_CLASS =
  /(?:^|\s)(?:linenos?|linenodiv|lineno|line-number|line-numbers|line-numbers-rows|rouge-gutter|gutter|hljs-ln-numbers|blob-num|lnt|ln|crayon-nums)(?:\s|$)/

const TAGS: ReadonlySet<string> = new Set(['td', 'th', 'pre', 'span', 'div', 'a'])

/** In UTF-16 code units. */
const TEXT_LENGTH_MAX = 40

const NUMBER = /^\s*\d{0,6}\s*$/

/**
 * Whether `element` shows the number of one line, and nothing else. Where all numbers stand in a
 * cell beside the code, they are no part of its lines, and stay where the partner has put them.
 */
export function isLineNumber(element: HtmlElement): boolean {
  const classes = element.attribs['class']
  if (classes === undefined || !TAGS.has(element.name) || !NUMBER_CLASS.test(classes)) return false
  let text = ''
  for (const node of nodesWithin(element)) {
    text += textData(node) ?? ''
    if (text.length > TEXT_LENGTH_MAX || !NUMBER.test(text)) return false
  }
  return true
}
