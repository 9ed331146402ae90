/** The address of a listed article: whose it is, what shape it has. */

import { urlKey } from '../../articles/addresses/canonical-url.ts'

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
