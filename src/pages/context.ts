/** What every page is told about the site and the reader it is drawn for. */

import type { Language } from './catalogue.ts'

export type PageContext = {
  /** The public origin, without a trailing slash. */
  siteUrl: string
  siteName: string
  /** Of the page around the articles; an article keeps its own. */
  language: Language
  /** IANA name; the zone of every instant but a publication date that states its own offset. */
  timezone: string
  /** Path and query of this page, percent-encoded, as in `/search?q=kol`. */
  path: string
}

export type PartnerLink = { id: string; name: string }
export type TopicLink = { key: string; name: string }
