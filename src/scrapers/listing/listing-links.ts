/** Gathers the links of a listing page in one walk: each with its words and where it stands. */

import {
  attribute,
  collapse,
  type HtmlElement,
  type HtmlNode,
  isElement,
  textData,
  walk,
} from '../../articles/html/html-tree.ts'
import { parseHtml } from '../../articles/html/parse-html.ts'
import { hasTooManyTags } from '../page/html-text.ts'
import { isZone, placeOf } from './listing-place.ts'

const LINKS_MAX = 5_000
/** In UTF-16 code units; a link around a whole card goes on longer than any title. */
const WORDS_LENGTH_MAX = 400
const HEADING = /^h[1-6]$/
export type PageLink = {
  /** As written. */
  href: string
  /** The heading inside, else its own words, else the description of its picture or its title. */
  words: string
  /** It stands in a heading, or has one inside. */
  isHeaded: boolean
  /** It stands in the navigation, the footer, a menu or a pager. */
  isAround: boolean
  /** The value of `rel`, lower case. */
  rel: string
  /** Tags and classes from the link upwards: equal for the cards of one list. */
  place: string
}

export type PageLinks = {
  links: PageLink[]
  /** `<link>` elements of the head: what `rel`, `type`, `href` and `title` say. */
  headLinks: { href: string; rel: string; type: string; title: string }[]
  /** The href of the first `<base>`. */
  base: string | undefined
  /** There was more than may be read. */
  isCut: boolean
}

type OpenLink = { element: HtmlElement; link: PageLink; text: string; heading: string; alt: string }

/** Returns nothing at all for a page that is too large to be a listing. */
export function pageLinks(html: string): PageLinks {
  const found: PageLinks = { links: [], headLinks: [], base: undefined, isCut: false }
  if (hasTooManyTags(html)) return { ...found, isCut: true }
  const gathering = gather(found)
  walk(parseHtml(html, 'page'), gathering)
  return found
}

/** The visitor of one walk. Words go to the innermost open link only, so that the work stays linear. */
function gather(found: PageLinks) {
  const open: OpenLink[] = []
  let zones = 0
  let headings = 0

  function enterElement(element: HtmlElement): boolean {
    if (isZone(element)) zones++
    if (isHeading(element)) enterHeading()
    switch (element.name) {
      case 'script':
      case 'style':
        return false
      case 'base':
        found.base ??= attribute(element, 'href')
        return true
      case 'link':
        addHeadLink(found, element)
        return true
      case 'img':
        addPicture(element)
        return true
      case 'a':
        enterLink(element)
        return true
      default:
        return true
    }
  }

  function enterHeading(): void {
    headings++
    const current = open.at(-1)
    if (current !== undefined) current.link.isHeaded = true
  }

  function addPicture(element: HtmlElement): void {
    const current = open.at(-1)
    if (current !== undefined) current.alt ||= attribute(element, 'alt') ?? ''
  }

  function enterLink(element: HtmlElement): void {
    const href = attribute(element, 'href')
    if (href === undefined) return
    found.isCut ||= found.links.length >= LINKS_MAX
    if (found.isCut) return
    const link: PageLink = {
      href,
      words: '',
      isHeaded: headings > 0,
      isAround: zones > 0,
      rel: (attribute(element, 'rel') ?? '').toLowerCase(),
      place: placeOf(element),
    }
    found.links.push(link)
    link.words = attribute(element, 'title') ?? attribute(element, 'aria-label') ?? ''
    if (element.children.length > 0) open.push({ element, link, text: '', heading: '', alt: '' })
  }

  return {
    enter(node: HtmlNode): boolean {
      const data = textData(node)
      const current = open.at(-1)
      if (data !== undefined && current !== undefined) addWords(current, data, headings > 0)
      return isElement(node) && enterElement(node)
    },
    leave(element: HtmlElement): void {
      if (isZone(element)) zones--
      if (isHeading(element)) headings--
      const innermost = open.at(-1)
      if (innermost?.element !== element) return
      open.pop()
      innermost.link.words = wordsOf(innermost)
    },
  }
}

function addWords(current: OpenLink, data: string, inHeading: boolean): void {
  if (current.text.length < WORDS_LENGTH_MAX) current.text += ` ${data.slice(0, WORDS_LENGTH_MAX)}`
  if (inHeading && current.heading.length < WORDS_LENGTH_MAX)
    current.heading += ` ${data.slice(0, WORDS_LENGTH_MAX)}`
}

function wordsOf({ link, text, heading, alt }: OpenLink): string {
  return collapse(heading) || collapse(text) || collapse(alt) || collapse(link.words)
}

function addHeadLink(found: PageLinks, element: HtmlElement): void {
  const href = attribute(element, 'href')
  if (href === undefined || found.headLinks.length >= LINKS_MAX) return
  found.headLinks.push({
    href,
    rel: (attribute(element, 'rel') ?? '').toLowerCase(),
    type: (attribute(element, 'type') ?? '').toLowerCase(),
    title: attribute(element, 'title') ?? '',
  })
}

function isHeading(element: HtmlElement): boolean {
  return HEADING.test(element.name) && element.children.length > 0
}
