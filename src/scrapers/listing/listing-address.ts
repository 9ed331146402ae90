/** The address of a listed article: whose it is, how it is fetched, what shape it has. */

import { canonicalUrl, urlKey } from '../../articles/addresses/canonical-url.ts'

/**
 * `href` as an absolute address to fetch: tracking parameters and fragment dropped, but with the
 * trailing slash that the partner wrote, for many servers redirect or fail without it.
 */
export function listedAddress(href: string, base: string): string | undefined {
  const canonical = canonicalUrl(href, base)
  if (canonical === undefined) return undefined
  const hadSlash = URL.parse(href.trim(), base)?.pathname.endsWith('/') === true
  const url = new URL(canonical)
  if (hadSlash && !url.pathname.endsWith('/')) url.pathname += '/'
  return url.href
}

/** Same host and port, `www.` and mobile hosts folded; a subdomain is another site. */
export function isSameSite(address: string, other: string): boolean {
  return siteOf(address) !== undefined && siteOf(address) === siteOf(other)
}

/** What the addresses of one site's articles share: the folder, and the ending of the last segment. */
export function addressShape(address: string): string {
  const url = new URL(address)
  const segments = segmentsOf(url)
  const last = segments.at(-1) ?? ''
  const folder = segments.slice(0, -1).map((segment) => segment.replace(/\d+/g, '0'))
  const parameters = [...new Set(url.searchParams.keys())].sort()
  return [...folder, `*${/\.[a-z]{2,5}$/.exec(last)?.[0] ?? ''}`, parameters.join('&')].join('/')
}

function siteOf(address: string): string | undefined {
  const url = URL.parse(address)
  return url === null ? undefined : urlKey(url.origin)
}

function segmentsOf(url: URL): string[] {
  return url.pathname
    .toLowerCase()
    .split('/')
    .filter((segment) => segment !== '')
}
