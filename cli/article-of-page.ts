/** Gives an extracted page the shape of an article of ours, as it would be stored for the first time. */

import { hash } from 'node:crypto'
import { urlKey } from '../src/articles/addresses/canonical-url.ts'
import { slugify } from '../src/articles/addresses/slug.ts'
import type { Article } from '../src/articles/article.ts'
import { contentHash } from '../src/articles/content-hash.ts'
import type { Explanation, Quality } from '../src/articles/explanation.ts'
import type { Recipe, RecipeUse } from '../src/articles/recipe.ts'
import { type ReadOutcome, type ReadPage, readArticle } from '../src/pipeline/read-article.ts'
import { siteUrlIn, timezoneIn } from './environment.ts'

/** In hexadecimal figures. */
const ID_LENGTH = 16

/** Where a page without an address is taken to stand. */
export const NO_ADDRESS = 'http://localhost/'

/** Why the article is as it is, and how far it can be trusted. */
export type PageExplanation = Explanation & {
  readonly quality: Quality
  /** How the article goes on, by its first page. */
  readonly paging: Pick<ReadPage, 'nextPage' | 'firstPage' | 'pagingRule'>
}

export type PageOutcome =
  | {
      readonly ok: true
      readonly article: Article
      readonly recipe: RecipeUse | null
      readonly explain: () => PageExplanation
    }
  | { readonly ok: false; readonly reason: string; readonly message: string }

/** Extracts one page; `env` gives the zone of dates without one, and our own address. */
export async function articleOfPage(
  html: string,
  {
    env,
    ...options
  }: { url: string; env: NodeJS.ProcessEnv; now: Date; recipe: Recipe | undefined },
): Promise<PageOutcome> {
  return await articleOfRead(readArticle(html, { ...options, timezone: timezoneIn(env) }), env)
}

/** The same for what has been read already, be it one page or several. */
export async function articleOfRead(
  outcome: ReadOutcome,
  env: NodeJS.ProcessEnv,
): Promise<PageOutcome> {
  if (!outcome.ok) return outcome
  const { article, quality, recipe } = outcome
  const slug = slugify(article.title)
  const { host, origin } = new URL(article.sourceUrl)
  const ownHash = await contentHash(article, sha256)
  const place = { id: idOf(article.sourceUrl), slug, url: `${siteUrlIn(env)}/articles/${slug}` }
  const partner = { id: host, name: host, url: origin }
  const rest = { views: 0, alsoPublishedBy: [], contentHash: ownHash, revision: 1 }
  const { nextPage, firstPage, pagingRule } = outcome
  const paging = { nextPage, firstPage, pagingRule }
  const explain = () => ({ quality, paging, ...outcome.explain() })
  return { ok: true, article: { ...place, partner, ...article, ...rest }, recipe, explain }
}

function idOf(address: string): string {
  return sha256(urlKey(address) ?? address).slice(0, ID_LENGTH)
}

/** Node's own: the one that Workers have waits for another thread, longer than it calculates. */
function sha256(text: string): string {
  return hash('sha256', text)
}
