/** Finds in markup what a page embeds: frames, custom elements, and the empty boxes that scripts fill. */

import { type EmbedAddress, embedAddress } from './embed-address.ts'
import { attribute, type HtmlElement, isElement, nodesWithin, textData } from './html-tree.ts'

/** A frame's address; consent and lazy-loading scripts keep it elsewhere until they let it through. */
const ADDRESS_ATTRIBUTES = [
  ...['src', 'data-src', 'data-lazy-src', 'data-litespeed-src', 'data-src-cmplz', 'data-cmp-src'],
  ...['data-cookieblock-src', 'data-cookieconsent-src', 'data-original', 'data', 'url', 'cite'],
  ...['data-href', 'data-instgrm-permalink', 'data-url', 'data-embed-url'],
]

/** Attributes that hold nothing but an id, and the address that it belongs in. */
const ID_ATTRIBUTES: readonly (readonly [string, string])[] = [
  ['data-youtube-id', 'https://www.youtube.com/watch?v='],
  ['data-youtubeid', 'https://www.youtube.com/watch?v='],
  ['data-yt-id', 'https://www.youtube.com/watch?v='],
  ['data-ytid', 'https://www.youtube.com/watch?v='],
  ['data-vimeo-id', 'https://vimeo.com/'],
  ['data-tweet-id', 'https://x.com/i/web/status/'],
]

/** Elements of AMP and of light players, which hold their id where only they know it. */
const CUSTOM_ELEMENTS: ReadonlyMap<string, readonly (readonly [string, string])[]> = new Map([
  ['amp-dailymotion', [['data-videoid', 'https://www.dailymotion.com/video/']]],
  ['amp-facebook', [['data-href', '']]],
  ['amp-iframe', [['src', '']]],
  ['amp-instagram', [['data-shortcode', 'https://www.instagram.com/p/']]],
  ['amp-soundcloud', [['data-trackid', 'https://api.soundcloud.com/tracks/']]],
  [
    'amp-tiktok',
    [
      ['data-src', ''],
      ['data-src', 'https://www.tiktok.com/embed/v2/'],
    ],
  ],
  ['amp-twitter', [['data-tweetid', 'https://x.com/i/web/status/']]],
  ['amp-vimeo', [['data-videoid', 'https://vimeo.com/']]],
  ['amp-youtube', [['data-videoid', 'https://www.youtube.com/watch?v=']]],
  ['lite-vimeo', [['videoid', 'https://vimeo.com/']]],
  ['lite-youtube', [['videoid', 'https://www.youtube.com/watch?v=']]],
  ['youtube-video', [['src', '']]],
])

const FRAMES: ReadonlySet<string> = new Set(['embed', 'iframe', 'object', 'oembed'])

/** What scripts turn into a post: `blockquote`s of posts, and boxes by their class. */
const POST_CLASS =
  /(?:^|\s)(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|text-post-media|fb-(?:post|video))(?:\s|$)/

/** WordPress leaves the bare address in it where the site did not answer. */
const BARE_ADDRESS_CLASS = 'wp-block-embed__wrapper'

/** In UTF-16 code units and nodes: a box with more in it is no box that a script fills. */
const BOX_TEXT_LENGTH_MAX = 200
const BOX_NODES_MAX = 60

/** What `element` as a whole embeds; undefined for every other element, and for posts that quote their text. */
export function embedOf(element: HtmlElement, baseUrl: string): EmbedAddress | undefined {
  const { name } = element
  if (FRAMES.has(name)) return fromAttributes(element, baseUrl)
  const custom = CUSTOM_ELEMENTS.get(name)
  if (custom !== undefined) return fromIds(element, custom, baseUrl)
  if (name !== 'blockquote' && name !== 'div' && name !== 'figure' && name !== 'span') {
    return undefined
  }
  if (isPost(element)) {
    return textWithin(element) === '' ? postAddress(element, baseUrl) : undefined
  }
  if (element.attribs['class']?.includes(BARE_ADDRESS_CLASS) === true) {
    return embedAddress(textWithin(element) ?? '', baseUrl)
  }
  if (!holdsId(element)) return undefined
  return textWithin(element) === undefined ? undefined : fromIds(element, ID_ATTRIBUTES, baseUrl)
}

/** Asked of every box of a page. */
function holdsId({ attribs }: HtmlElement): boolean {
  for (const [id] of ID_ATTRIBUTES) if (id in attribs) return true
  return false
}

/** The post that a quotation was taken from, where its markup says so. */
export function quotedPost(quote: HtmlElement, baseUrl: string): EmbedAddress | undefined {
  return isPost(quote) ? postAddress(quote, baseUrl) : undefined
}

/** Whether the figure is one of ours, as embed-html.ts writes them, with nothing else in it. */
export function isOurEmbed({ name, attribs, children }: HtmlElement): boolean {
  const [link, ...others] = name === 'figure' ? children : []
  if (attribs['class'] !== 'embed' || link === undefined || others.length > 0) return false
  return (
    isElement(link) &&
    link.name === 'a' &&
    embedAddress(attribute(link, 'href') ?? '', 'https://page.invalid/') !== undefined
  )
}

function isPost({ attribs }: HtmlElement): boolean {
  const classes = attribs['class']
  return classes !== undefined && POST_CLASS.test(classes)
}

function postAddress(element: HtmlElement, baseUrl: string): EmbedAddress | undefined {
  return fromAttributes(element, baseUrl) ?? fromLinks(element, baseUrl)
}

function fromAttributes(element: HtmlElement, baseUrl: string): EmbedAddress | undefined {
  for (const name of ADDRESS_ATTRIBUTES) {
    const value = attribute(element, name)
    const found = value === undefined ? undefined : embedAddress(value, baseUrl)
    if (found !== undefined) return found
  }
  return undefined
}

function fromIds(
  element: HtmlElement,
  ids: readonly (readonly [string, string])[],
  baseUrl: string,
): EmbedAddress | undefined {
  for (const [name, prefix] of ids) {
    const value = attribute(element, name)
    const found = value === undefined ? undefined : embedAddress(`${prefix}${value}`, baseUrl)
    if (found !== undefined) return found
  }
  return undefined
}

/** A post's own link is the last one in its quotation. */
function fromLinks(element: HtmlElement, baseUrl: string): EmbedAddress | undefined {
  let last: EmbedAddress | undefined
  let seen = 0
  for (const node of nodesWithin(element)) {
    seen += 1
    if (seen > BOX_NODES_MAX) break
    const href = isElement(node) && node.name === 'a' ? attribute(node, 'href') : undefined
    if (href !== undefined) last = embedAddress(href, baseUrl) ?? last
  }
  return last
}

/** The text of a small element, undefined where it holds too much to be one. */
function textWithin(element: HtmlElement): string | undefined {
  let text = ''
  let seen = 0
  for (const node of nodesWithin(element)) {
    text += textData(node)?.trim() ?? ''
    seen += 1
    if (seen > BOX_NODES_MAX || text.length > BOX_TEXT_LENGTH_MAX) return undefined
  }
  return text
}
