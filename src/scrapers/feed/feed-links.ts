/** Reads the links of a feed and of its entries: the page, the feed itself, its hub, its picture. */

import type { HtmlElement } from '../../articles/html/html-tree.ts'
import { isWebAddress, resolved } from './feed-entry.ts'
import { baseOf, named, type Parts, xmlAttribute, xmlText } from './feed-tree.ts'

/** RFC 4287 section 4.2.7.2: a relation may be written as the address that registers it. */
const REGISTRY = /^https?:\/\/www\.iana\.org\/assignments\/relation\//

const PAGE_TYPE = /^(?:text\/html|application\/xhtml\+xml)(?:\s*;.*)?$/i
const IMAGE_TYPE = /^image\//i
const IMAGE_ENDING = /\.(?:avif|gif|jpe?g|png|webp)(?:\?.*)?$/i

/** The page that `parts` of `element` are about, absolute where it can be. */
export function pageAddress(
  element: HtmlElement,
  parts: Parts,
  base: string | undefined,
): string | null {
  const links = named(parts, 'link').filter((link) => relationOf(link) === 'alternate')
  const pages = links.filter((link) => PAGE_TYPE.test(xmlAttribute(link, 'type') ?? 'text/html'))
  // FeedBurner keeps the partner's own address here and counts clicks in the link.
  for (const link of [...(parts.get('feedburner:origlink') ?? []), ...pages, ...links]) {
    const address = absolute(written(link), link, base)
    if (address !== null) return address
  }
  return absolute(ownAddress(element, parts), element, base)
}

/** What names the entry for ever, as written; not always an address. */
export function entryGuid(element: HtmlElement, parts: Parts): string | null {
  const guid = named(parts, 'guid')[0] ?? parts.get('id')?.[0]
  const text = guid === undefined ? xmlAttribute(element, 'about') : xmlText(guid).trim()
  return text === undefined || text === '' ? null : text
}

/** The links of that relation among the parts of a feed, absolute where they can be. */
export function linksTo(parts: Parts, relation: string, base: string | undefined): string[] {
  return named(parts, 'link').flatMap((link) => {
    const address = relationOf(link) === relation ? xmlAttribute(link, 'href') : undefined
    return address === undefined ? [] : (absolute(address, link, base) ?? [])
  })
}

/** The picture that the entry comes with: of Media RSS, or an enclosure. */
export function entryImage(parts: Parts, base: string | undefined): string | null {
  const pictures = [
    ...(parts.get('media:content') ?? []).filter(isPicture),
    ...(parts.get('media:thumbnail') ?? []),
    ...named(parts, 'enclosure').filter(isPicture),
    ...named(parts, 'link').filter((link) => relationOf(link) === 'enclosure' && isPicture(link)),
  ]
  for (const picture of pictures) {
    const address = xmlAttribute(picture, 'url') ?? xmlAttribute(picture, 'href') ?? ''
    const image = absolute(address, picture, base)
    if (image !== null && isWebAddress(image)) return image
  }
  return null
}

/** `address` as it stands in `element`; most need no base, which takes a walk to find. */
function absolute(address: string, element: HtmlElement, base: string | undefined): string | null {
  return URL.canParse(address) ? address : resolved(address, baseOf(element, base))
}

/** Without a link: CDF's attribute, a guid that says it is one, or where Atom's content stands. */
function ownAddress(element: HtmlElement, parts: Parts): string {
  const guid = named(parts, 'guid')[0] ?? parts.get('id')?.[0]
  const isLink = guid === undefined || xmlAttribute(guid, 'ispermalink')?.toLowerCase() !== 'false'
  const name = entryGuid(element, parts) ?? ''
  const source = parts.get('content')?.[0]
  const candidates = [
    xmlAttribute(element, 'href') ?? '',
    isLink && isWebAddress(name) ? name : '',
    source === undefined ? '' : (xmlAttribute(source, 'src') ?? ''),
  ]
  return candidates.find((address) => address !== '') ?? ''
}

/** Text in RSS, an attribute in Atom and RDF. An address holds no line breaks, wherever they were put. */
function written(link: HtmlElement): string {
  const attribute = xmlAttribute(link, 'href') ?? xmlAttribute(link, 'resource')
  return (attribute ?? xmlText(link))
    .split(/[\r\n]/)
    .map((line) => line.trim())
    .join('')
}

function relationOf(link: HtmlElement): string {
  const relation = xmlAttribute(link, 'rel')?.toLowerCase() ?? 'alternate'
  return relation.replace(REGISTRY, '')
}

function isPicture(element: HtmlElement): boolean {
  const type = xmlAttribute(element, 'type')
  if (type !== undefined) return IMAGE_TYPE.test(type)
  const isNamed = xmlAttribute(element, 'medium')?.toLowerCase() === 'image'
  return isNamed || IMAGE_ENDING.test(xmlAttribute(element, 'url') ?? '')
}
