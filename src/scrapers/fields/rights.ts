/** Finds what a page says of rights: the licence, whether only subscribers read it, what robots may do. */

import { collapse } from '../../articles/html/html-tree.ts'
import { keptDirectives } from '../../articles/robots-directives.ts'
import { type Found, firstFound, firstOrNull } from './found.ts'
import { firstMeta, type PageHead } from './page-head.ts'

/** In UTF-16 code units. A longer text is the licence itself, not its name. */
const LICENCE_LENGTH_MAX = 200

const LICENCE_META = ['dcterms.license', 'dc.rights', 'dcterms.rights', 'dc.rights.license']

/** Tiers whose articles only subscribers read; a metered one is shown to all, now and then. */
const CLOSED_TIERS: ReadonlySet<string> = new Set(['locked', 'paid', 'premium', 'subscriber'])

/** All robots are meant, or we by our name; what a page tells Google's alone is not for us. */
const ROBOTS_META = ['robots', 'trendwire']

const PAYWALL_NAME = /paywall/
const CLOSED = /^(?:1|true|yes|on|hard|locked|paid|premium)$/i

/** A URL or a short text. By trust: `rel=license`, JSON-LD, microdata, Dublin Core. */
export function findLicence(head: PageHead, baseUrl: string): Found<string | null> {
  const read = (value: string | null | undefined) => licenceOf(value, baseUrl)
  return firstOrNull([
    { value: read(head.licence), origin: 'rel=license' },
    { value: read(head.linkedData.licence), origin: 'json-ld' },
    { value: read(head.microdata?.licence), origin: 'microdata' },
    ...LICENCE_META.map((name) => ({ value: read(firstMeta(head, name)), origin: `meta ${name}` })),
  ])
}

/** Whether the page tells machines that the article, or a part of it, is not free to read. */
export function findPaywall(head: PageHead): Found<boolean> {
  const names = [...head.meta.keys()].filter((name) => PAYWALL_NAME.test(name))
  const tier = firstMeta(head, 'article:content_tier')?.toLowerCase() ?? ''
  const marks = [
    { isClosed: head.linkedData.isFree === false, origin: 'json-ld' },
    { isClosed: head.microdata?.isFree === false, origin: 'microdata' },
    { isClosed: CLOSED_TIERS.has(tier), origin: 'meta article:content_tier' },
    ...names.map((name) => ({
      isClosed: CLOSED.test(firstMeta(head, name) ?? ''),
      origin: `meta ${name}`,
    })),
  ]
  const found = firstFound(
    marks.map(({ isClosed, origin }) => ({ value: isClosed ? true : null, origin })),
  )
  return found ?? { value: false, origin: null }
}

/** What binds us, of the page and of the `X-Robots-Tag` that came with it: both count, as for search engines. */
export function findRobots(head: PageHead, header: readonly string[]): Found<string[]> {
  const written = ROBOTS_META.flatMap((name) => head.meta.get(name) ?? [])
  const value = keptDirectives([...written, ...header])
  const ofPage = keptDirectives(written)
  const origin = ofPage.length === 0 ? 'x-robots-tag' : 'meta robots'
  return { value, origin: value.length === 0 ? null : origin }
}

function licenceOf(value: string | null | undefined, baseUrl: string): string | null {
  const text = collapse(value ?? '')
  if (text === '' || text.length > LICENCE_LENGTH_MAX) return null
  const isAddress = /^(?:https?:)?\/\//i.test(text) || text.startsWith('/')
  const url = isAddress ? URL.parse(text, baseUrl) : null
  return url === null ? text : url.href
}
