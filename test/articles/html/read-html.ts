/** Reads our own HTML with other eyes than those that wrote it, for the tests of safe HTML. */

import { type HtmlNode, isElement, textData } from '../../../src/articles/html/html-tree.ts'

const ADDRESS = '(?:https?:|mailto:)[^"<>]*'

const TAGS = [
  '/?(?:p|h[2-6]|ul|dl|dt|dd|blockquote|figcaption|strong|em|sub|sup|code|pre|del|kbd|mark)',
  '/?(?:ruby|rt|rp|table|thead|tbody|tfoot|tr|caption|ol|li|figure|td|th|time|a)',
  'figure class="embed"|br',
  `a href="${ADDRESS}" rel="noopener"`,
  `img src="${ADDRESS}" alt="[^"<>]*"(?: (?:width|height)="\\d+")*`,
  `(?:video|audio) src="${ADDRESS}" controls preload="none"(?: poster="${ADDRESS}")?`,
  '/(?:video|audio)|(?:td|th)(?: (?:colspan|rowspan)="\\d+")+|time datetime="[\\w:.+ -]+"',
  'ol(?: start="\\d+")?(?: type="[aAiI]")?|li value="\\d+"',
]

/** Every tag that may be in our HTML, in the form in which it may be there. */
export const ALLOWED_TAG = new RegExp(`<(?:${TAGS.join('|')})>`, 'g')

const APART =
  /^(?:p|h[2-6]|ul|ol|li|dl|dt|dd|blockquote|pre|figure|figcaption|table|thead|tbody|tfoot|tr|td|th|caption|br)$/

/** What a reader sees of it, one space between words. */
export function wordsOf(nodes: readonly HtmlNode[]): string {
  return nodes.map(rawWords).join('').replace(/\s+/g, ' ').trim()
}

function rawWords(node: HtmlNode): string {
  if (!isElement(node)) return textData(node) ?? ''
  const inner = node.children.map(rawWords).join('')
  return APART.test(node.name) ? ` ${inner} ` : inner
}
