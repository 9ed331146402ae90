/** Finds the article's own address: the one its page declares, where that can be believed. */

import { canonicalUrl } from '../../articles/addresses/canonical-url.ts'
import { siteOf } from '../related/card-links.ts'
import type { Found } from './found.ts'
import { firstMeta, type PageHead } from './page-head.ts'

/**
 * Absolute, without tracking. By trust: `<link rel=canonical>`, `og:url`, where it was fetched. A
 * canonical link to another site, or to the front page, is a mistake of the template.
 */
export function findSourceUrl(
  head: PageHead,
  { url, baseUrl }: { url: string; baseUrl: string },
): Found<string> {
  const own = canonicalUrl(url) ?? url
  const isBelieved = (declared: string) =>
    siteOf(declared) === siteOf(own) &&
    (new URL(declared).pathname !== '/' || new URL(own).pathname === '/')
  const claims: readonly Found<string | null | undefined>[] = [
    { value: head.canonical, origin: 'link canonical' },
    { value: firstMeta(head, 'og:url'), origin: 'meta og:url' },
  ]
  for (const { value, origin } of claims) {
    const declared = canonicalUrl(value ?? '', baseUrl)
    if (value && declared !== undefined && isBelieved(declared)) return { value: declared, origin }
  }
  return { value: own, origin: 'url' }
}
