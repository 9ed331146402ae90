/** Finds the article's own address: the one its page declares, where that can be believed. */

import { canonicalUrl, urlKey } from '../../articles/addresses/canonical-url.ts'
import { otherKind } from '../listing/address-kind.ts'
import type { PageHeaders } from '../raw-article.ts'
import { siteOf } from '../related/card-links.ts'
import type { Found } from './found.ts'
import { firstMeta, type PageHead } from './page-head.ts'

/** What a template writes that has lost the article's address. */
const LOST_ADDRESSES: ReadonlySet<string> = new Set([
  'undefined',
  'null',
  'nan',
  '%5bobject%20object%5d',
])

/** From so many words on, the last part of a path is an article's title; `/2` and `/amp` are not. */
const SLUG_WORDS_MIN = 4

type Place = {
  readonly url: string
  readonly baseUrl: string
  readonly headers?: PageHeaders | undefined
}

/** An address that the page declares to be the article's, or why it cannot be. */
type Claim = { readonly url: string; readonly doubt: string | undefined }

/**
 * Absolute, without tracking. By trust: `<link rel=canonical>` and the same in the Link header (RFC
 * 6596), `og:url`, where it was fetched. The origin of one that was fetched says why the canonical
 * link was not believed: most of those are mistakes of the template.
 */
export function findSourceUrl(head: PageHead, place: Place): Found<string> {
  const own = canonicalUrl(place.url) ?? place.url
  const claims = canonicalClaims(head, own, place)
  const canonical = agreed(claims, own)
  if (canonical !== undefined) return { value: canonical, origin: 'link canonical' }
  const shared = claimOf(firstMeta(head, 'og:url') ?? '', own, place.baseUrl)
  if (shared !== undefined && shared.doubt === undefined) {
    return { value: shared.url, origin: 'meta og:url' }
  }
  const doubt = claims.find(({ doubt }) => doubt !== undefined)?.doubt
  const reason = doubt ?? (claims.length === 0 ? undefined : 'several')
  return { value: own, origin: reason === undefined ? 'url' : `url (canonical: ${reason})` }
}

/**
 * Where the page says that the article comes from, absolute: what its canonical link names on
 * another site, as that of a partner does who republishes the work of others. Null where it names
 * none, or the front page of one.
 */
export function findOriginalUrl(head: PageHead, place: Place): Found<string | null> {
  const own = canonicalUrl(place.url) ?? place.url
  const abroad = canonicalClaims(head, own, place).filter(({ doubt }) => doubt === ANOTHER_SITE)
  const [first] = abroad
  const isOne = first !== undefined && abroad.every(({ url }) => url === first.url)
  const isPlace = isOne && otherKind(first.url) === undefined && isPublic(first.url)
  return isPlace ? { value: first.url, origin: 'link canonical' } : { value: null, origin: null }
}

const ANOTHER_SITE = 'another site'

function canonicalClaims(head: PageHead, own: string, { baseUrl, headers }: Place): Claim[] {
  const sent = headers?.links.filter(({ rel }) => rel === 'canonical') ?? []
  const written = [...head.canonicals, ...sent.map(({ url }) => url)]
  return written.flatMap((address) => claimOf(address, own, baseUrl) ?? [])
}

/** What all claims that can be true say, or the page itself where that is one of them. */
function agreed(claims: readonly Claim[], own: string): string | undefined {
  const possible = claims.filter(({ doubt }) => doubt === undefined)
  const keys = new Set(possible.map(({ url }) => urlKey(url)))
  if (keys.size <= 1) return possible[0]?.url
  return possible.find(({ url }) => urlKey(url) === urlKey(own))?.url
}

function claimOf(address: string, own: string, baseUrl: string): Claim | undefined {
  const written = address.trim()
  const page = URL.parse(own)
  if (written === '' || page === null) return undefined
  // `blog.example/tin/a` without its scheme would be a path below this one.
  const full = written.toLowerCase().startsWith(`${page.host}/`)
    ? `${page.protocol}//${written}`
    : written
  const declared = canonicalUrl(full, baseUrl)
  if (declared === undefined) return undefined
  return { url: secured(declared, own), doubt: doubtOf(declared, own) }
}

/** What was fetched by https is to be read by https, whatever an old template writes. */
function secured(declared: string, own: string): string {
  const isDowngrade = own.startsWith('https:') && declared.startsWith('http:')
  const { port } = new URL(declared)
  return isDowngrade && port === '' && siteOf(declared) === siteOf(own)
    ? `https${declared.slice('http'.length)}`
    : declared
}

function doubtOf(declared: string, own: string): string | undefined {
  if (siteOf(declared) !== siteOf(own)) return ANOTHER_SITE
  if (urlKey(declared) === urlKey(own)) return undefined
  const last = new URL(declared).pathname.toLowerCase().split('/').at(-1) ?? ''
  if (LOST_ADDRESSES.has(last)) return 'a lost address'
  const kind = otherKind(declared)
  if (kind !== undefined && otherKind(own) === undefined) return kind
  return isBelow(own, declared) ? 'the section above' : undefined
}

/** Whether `own` is an article of its own below `declared`, not a page or a version of it. */
function isBelow(own: string, declared: string): boolean {
  const [path, above] = [new URL(own).pathname, new URL(declared).pathname]
  if (!path.startsWith(`${above}/`)) return false
  const last = path.split('/').at(-1) ?? ''
  return last.split('-').length >= SLUG_WORDS_MIN
}

/** A name that others can reach: no address of a machine, none of a developer's. */
function isPublic(address: string): boolean {
  const { hostname } = new URL(address)
  const ending = hostname.split('.').at(-1) ?? ''
  return hostname.includes('.') && /^[a-z][a-z\d-]+$/.test(ending) && ending !== 'local'
}
