/** What the decision about a new article asks of what is remembered: a map in memory, or tables. */

import type { Fingerprint } from './fingerprint.ts'
import type { SiteLines } from './site-lines.ts'

/** Smallest hashes of a sketch under which an article is found: rows written for each. */
export const ANCHORS_MAX = 32

/** Newest articles that are read of one anchor: a phrase that everybody uses has thousands. */
export const POSTINGS_MAX = 24

/** Articles whose fingerprints are read and compared. */
export const COMPARED_MAX = 24

export type KnownArticle = {
  /** In the order in which articles were decided: smaller is earlier. */
  readonly number: number
  /** The number of an article of its story, the same for all of them. */
  readonly story: number
  readonly fingerprint: Fingerprint
}

/** Each call is one look-up, however many are asked for. */
export type StoryIndex = {
  readonly siteLines: (site: string) => Promise<SiteLines>
  /** For each anchor, the newest articles that have it: at most `POSTINGS_MAX`. */
  readonly postings: (anchors: Uint32Array) => Promise<readonly (readonly number[])[]>
  /** The newest articles of exactly these words under this title, or at this address. */
  readonly equals: (keys: EqualKeys) => Promise<readonly number[]>
  readonly articles: (numbers: readonly number[]) => Promise<readonly KnownArticle[]>
}

type EqualKeys = { readonly textKey: number; readonly address: string }
