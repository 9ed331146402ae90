/** Shows what would be published of a page, without storing anything. */

import type { Recipe } from '../articles/recipe.ts'
import type { FetchPage } from '../crawler/politeness/polite.ts'
import { hostTurns } from './host-turns.ts'
import { listingHint } from './listing-hint.ts'
import { partnerFetch } from './partner-fetch.ts'
import { type ReadPage, readArticle } from './read-article.ts'
import { type PagesTools, readPages } from './read-pages.ts'
import { instantAfter, type PipelineTools } from './tools.ts'

/** Twenty pages with their pauses: a preview that takes longer has lost its turn at the host. */
const PREVIEW_MS_MAX = 2 * 60 * 1000

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
    const read = readArticle(request.html, { ...options, url: request.url })
    return hinted(read, request.html, request.url)
  }
  const until = instantAfter(tools.now(), PREVIEW_MS_MAX)
  const id = `preview ${until} ${tools.random()}`
  const turns = hostTurns({ id, name: id, until: () => until }, tools)
  const holds = async () => tools.now().toISOString() < until
  try {
    return await previewFetched(request.url, partnerFetch(tools, { turns, holds }), options, tools)
  } finally {
    const given = turns.giveBack()
    if (given.length > 0) await tools.db.batch(given)
  }
}

async function previewFetched(
  url: string,
  fetchPage: FetchPage,
  options: PagesTools['options'],
  tools: PipelineTools,
): Promise<Preview> {
  const answer = await fetchPage(url, 'page')
  if (!answer.ok) return answer
  if (answer.status === 'not-modified') {
    return { ok: false, reason: 'not-modified', message: `${url} answered 304 unasked.` }
  }
  const read = await readPages(answer, { fetchPage, now: tools.now, options })
  return hinted(read, answer.body, answer.url)
}

/** Whoever previews a front page is told what it is good for. */
function hinted(read: Preview, html: string, url: string): Preview {
  const hint = read.ok || read.reason !== 'not-an-article' ? undefined : listingHint(html, url)
  return read.ok || hint === undefined ? read : { ...read, message: `${read.message} ${hint}` }
}
