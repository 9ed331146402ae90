/** The address at which a page is asked for, as close to what was written as is safe. */

import { canonicalUrl } from './canonical-url.ts'

/**
 * `href` as an absolute address to fetch: tracking parameters and fragment dropped, but with the
 * trailing slash that the partner wrote, for many servers redirect or fail without it.
 */
export function listedAddress(href: string, base?: string): string | undefined {
  const canonical = canonicalUrl(href, base)
  if (canonical === undefined) return undefined
  const hadSlash = URL.parse(href.trim(), base)?.pathname.endsWith('/') === true
  const url = new URL(canonical)
  if (hadSlash && !url.pathname.endsWith('/')) url.pathname += '/'
  return url.href
}
