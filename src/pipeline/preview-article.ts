/** Shows what would be published of a page, without storing anything. */

import type { Recipe } from '../articles/recipe.ts'
import { partnerFetch } from './partner-fetch.ts'
import { type ReadPage, readArticle } from './read-article.ts'
import { readPages } from './read-pages.ts'
import type { PipelineTools } from './tools.ts'

type Preview =
  | ({ ok: true } & Pick<ReadPage, 'article' | 'recipe' | 'quality' | 'explain'>)
  | { ok: false; reason: string; message: string }

/** Reads the page handed in, or the one at `url`, which is fetched as politely as in a run, with those behind it. */
export async function previewArticle(
  request: { url: string; html?: string | undefined; recipe?: Recipe | null | undefined },
  tools: PipelineTools,
): Promise<Preview> {
  const options = { timezone: tools.siteTimezone, now: tools.now(), recipe: request.recipe }
  if (request.html !== undefined) {
    return readArticle(request.html, { ...options, url: request.url })
  }
  const fetchPage = partnerFetch(tools)
  const answer = await fetchPage(request.url, 'page')
  if (!answer.ok) return answer
  if (answer.status === 'not-modified') {
    return { ok: false, reason: 'not-modified', message: `${request.url} answered 304 unasked.` }
  }
  return await readPages(answer, { fetchPage, now: tools.now, options })
}
