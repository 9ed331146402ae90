/** Which vocabulary an element of a feed belongs to, whatever its prefix and however it is declared. */

import { type HtmlElement, type HtmlNode, isElement } from '../../articles/html/html-tree.ts'

/** Of the feed itself: RSS, Atom, RDF, CDF, XHTML. No prefix in our names. */
const CORE = ''
/** Declared, and nothing that we know: looked at last. */
const OTHER = 'other'

/** By namespace, in lower case without a last slash or number sign. */
const VOCABULARIES: ReadonlyMap<string, string> = new Map([
  ['http://backend.userland.com/rss', CORE],
  ['http://backend.userland.com/rss2', CORE],
  ['http://blogs.law.harvard.edu/tech/rss', CORE],
  ['http://channel.netscape.com/rdf/simple/0.9', CORE],
  ['http://my.netscape.com/rdf/simple/0.9', CORE],
  ['http://my.netscape.com/publish/formats/rss-0.91.dtd', CORE],
  ['http://purl.org/atom/ns', CORE],
  ['http://purl.org/net/rss1.1', CORE],
  ['http://purl.org/rss/1.0', CORE],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns', CORE],
  ['http://www.w3.org/1999/xhtml', CORE],
  ['http://www.w3.org/2005/atom', CORE],
  ['http://purl.org/dc/elements/1.0', 'dc'],
  ['http://purl.org/dc/elements/1.1', 'dc'],
  ['http://purl.org/dc/terms', 'dc'],
  ['http://purl.org/rss/1.0/modules/content', 'content'],
  ['http://purl.org/rss/1.0/modules/syndication', 'sy'],
  ['http://purl.org/rss/modules/syndication', 'sy'],
  ['http://purl.org/syndication/thread/1.0', 'thr'],
  ['http://rssnamespace.org/feedburner/ext/1.0', 'feedburner'],
  ['http://search.yahoo.com/mrss', 'media'],
  ['http://schemas.google.com/g/2005', 'gd'],
  ['http://wellformedweb.org/commentapi', 'wfw'],
  ['http://www.georss.org/georss', 'georss'],
  ['http://www.google.com/schemas/play-podcasts/1.0', 'googleplay'],
  ['http://www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['https://podcastindex.org/namespace/1.0', 'podcast'],
])

/** Where nothing is declared, for the world is sure what these prefixes mean. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ...[...new Set(VOCABULARIES.values())].map((name) => [name, name] as const),
  ['dcterms', 'dc'],
])

/** The namespaces of a document by prefix; feeds declare a prefix once. */
export type Prefixes = ReadonlyMap<string, string>

/** Reads the declarations below `roots`, the first one of each prefix. */
export function declaredPrefixes(elements: Iterable<HtmlElement>): Prefixes {
  const found = new Map<string, string>()
  for (const { attribs } of elements) {
    for (const name in attribs) {
      if (!name.startsWith('xmlns:')) continue
      const prefix = name.slice('xmlns:'.length)
      if (!found.has(prefix)) found.set(prefix, vocabularyOf(attribs[name] ?? '') ?? OTHER)
    }
  }
  return found
}

/** `title` for the feed's own, `media:title` for one that we know, `other:title` for a stranger. */
export function feedName(element: HtmlElement, prefixes: Prefixes): string {
  const { name, attribs } = element
  const colon = name.indexOf(':')
  const local = name.slice(colon + 1)
  const prefix = name.slice(0, Math.max(colon, 0))
  const vocabulary =
    colon < 0
      ? vocabularyOf(attribs['xmlns'] ?? '')
      : (prefixes.get(prefix) ?? PREFIXES.get(prefix))
  return vocabulary === undefined || vocabulary === CORE ? local : `${vocabulary}:${local}`
}

/** Every element below `roots` in document order, in constant stack space; not what `isForeign`. */
export function* elementsBelow(
  roots: readonly HtmlNode[],
  isForeign: (element: HtmlElement) => boolean = () => false,
): Generator<HtmlElement> {
  const pending = [...roots].reverse()
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (!isElement(node) || isForeign(node)) continue
    yield node
    for (const child of node.children.toReversed()) pending.push(child)
  }
}

function vocabularyOf(namespace: string): string | undefined {
  return VOCABULARIES.get(namespace.trim().toLowerCase().replace(/[/#]$/, ''))
}
