/** What the extractor makes of a page, before repeats are taken out and headings become sections. */

import type { ScrapedArticle } from '../articles/article.ts'
import type { Block } from '../articles/block.ts'
import type { Explanation, Origins, Quality } from '../articles/explanation.ts'
import type { Recipe, RecipeUse } from '../articles/recipe.ts'
import type { PagingRule } from './paging/paging.ts'

/** `removed` holds each dropped block once for each time it stood there, in page order. */
export type RawArticle = Omit<ScrapedArticle, 'sections' | 'text'> & {
  readonly blocks: readonly Block[]
}

/** What the answer said of the page beside it. */
export type PageHeaders = {
  /** The directives of `X-Robots-Tag` that concern us. */
  readonly robotsTag: readonly string[]
  /** Of the Link header (RFC 8288); absolute, `rel` in lower case. */
  readonly links: readonly { readonly rel: string; readonly url: string }[]
}

export type ExtractOptions = {
  /** Where the page was fetched from; absolute. */
  readonly url: string
  readonly headers?: PageHeaders | undefined
  /** IANA name; the zone of a date that names none. */
  readonly timezone: string
  readonly now: Date
  /** The partner's rules, laid over the generic ones. */
  readonly recipe?: Recipe | null | undefined
  /** The title of the article of which this is known to be a later page, which may be short. */
  readonly partOf?: string | undefined
}

export type ExtractFailure = {
  readonly ok: false
  readonly reason: 'empty' | 'too-large' | 'not-html' | 'not-an-article' | 'needs-javascript'
  /** One English sentence for the run's report. */
  readonly message: string
  /** The page says, whatever its status, that there is nothing at its address. */
  readonly isGone?: boolean
}

export type Extracted = {
  readonly page: RawArticle
  readonly origins: Origins
  readonly quality: Quality
  /** Where the article goes on, absolute; null where this page is all of it, or its end. */
  readonly nextPage: string | null
  /** Where it begins, absolute, on a page that says it is a later one; null on a first page. */
  readonly firstPage: string | null
  /** By which sign the next page was found. */
  readonly pagingRule: PagingRule | null
  /** Null where no recipe was given. */
  readonly recipe: RecipeUse | null
  /** Computes the whole explanation, for the few who ask. */
  readonly explain: () => Explanation
}

export type Extraction = ({ readonly ok: true } & Extracted) | ExtractFailure
