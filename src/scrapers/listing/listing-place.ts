/** Says where in a page a link stands: among its articles or around them, and in which list of cards. */

import {
  attribute,
  type HtmlElement,
  type HtmlNode,
  isElement,
} from '../../articles/html/html-tree.ts'

/** How many ancestors, with the link itself, make its place: cards of one list share it. */
const PLACE_LEVELS = 4

/** Classes of these speak of the page as a whole. */
const WHOLES = new Set(['article', 'body', 'html', 'main'])
/** Class and id tokens of what surrounds the articles. Tokens, not substrings. */
const ZONE_TOKENS = new Set([
  'breadcrumb',
  'breadcrumbs',
  'comments',
  'footer',
  'login',
  'main-menu',
  'menu',
  'nav',
  'navbar',
  'navigation',
  'pagination',
  'pager',
  'share',
  'site-footer',
  'site-header',
  'social',
  'tag-cloud',
  'tagcloud',
  'tags',
  'topbar',
])

/** Whether `element` surrounds the articles: navigation, footer, menu, pager. */
export function isZone(element: HtmlElement): boolean {
  if (element.children.length === 0 || WHOLES.has(element.name)) return false
  if (element.name === 'nav' || element.name === 'footer') return true
  const role = attribute(element, 'role')
  if (role === 'navigation' || role === 'contentinfo') return true
  return tokensOf(element, ['class', 'id']).some((token) => ZONE_TOKENS.has(token))
}

function tokensOf(element: HtmlElement, attributes: readonly string[]): string[] {
  const values = attributes.map((name) => attribute(element, name) ?? '')
  return values.join(' ').toLowerCase().split(/\s+/)
}

/**
 * Tags and classes from the link upwards, equal for the cards of one list.
 * Tokens with figures (`post-123`) and states differ from card to card and are left out.
 */
export function placeOf(link: HtmlElement): string {
  const levels: string[] = []
  let node: HtmlNode | null = link
  while (levels.length < PLACE_LEVELS && node !== null && isElement(node)) {
    const stable = tokensOf(node, ['class']).filter(
      (token) => !/\d|^(?:active|even|first|last|odd)$/.test(token),
    )
    levels.push([node.name, ...stable.sort()].join('.'))
    node = node.parent
  }
  return levels.join('<')
}
