/** Asks for one file of a sitemap and reads it as it comes. */

import { readSitemap, type SitemapOptions } from '../../scrapers/sitemap/sitemap.ts'
import type { Sitemap } from '../../scrapers/sitemap/sitemap-entry.ts'
import type { FetchPage } from '../politeness/polite.ts'
import {
  type FetchAnswer,
  type FetchExtras,
  type FetchFailure,
  type FetchUnchanged,
  shown,
} from './fetch-outcome.ts'

export type SitemapFile =
  | FetchFailure
  | { ok: false; reason: 'nothing-found'; message: string }
  | FetchUnchanged
  | { ok: true; status: 'read'; answer: FetchAnswer; sitemap: Sitemap }

/** Reads the file at `url`, conditionally where `extras` has validators. */
export async function fetchSitemap(
  url: string,
  fetchPage: FetchPage,
  options: Omit<SitemapOptions, 'url'>,
  extras: FetchExtras = {},
): Promise<SitemapFile> {
  let sitemap: Sitemap | undefined
  const outcome = await fetchPage(url, 'sitemap', {
    ...extras,
    consume: async (chunks) => {
      sitemap = await readSitemap(chunks, { ...options, url })
    },
  })
  if (!outcome.ok || outcome.status === 'not-modified') return outcome
  if (sitemap === undefined) {
    return { ok: false, reason: 'nothing-found', message: `${shown(url)} is no sitemap.` }
  }
  return { ok: true, status: 'read', answer: outcome, sitemap }
}
