/** The name under which we visit partners, and where they can learn who we are. */

/** RFC 9309 section 2.2.1: what a robots.txt calls us. It is part of the User-Agent that we send. */
export const PRODUCT_TOKEN = 'Trendwire'

const VERSION = '0.1'

/** The User-Agent header of every request to a partner; `siteUrl` is our public origin. */
export function userAgent(siteUrl: string): string {
  const contact = new URL('/about', siteUrl).href
  return `${PRODUCT_TOKEN}/${VERSION} (+${contact}; republishes partners' articles)`
}
