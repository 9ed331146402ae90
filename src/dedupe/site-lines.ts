/** What a site says on its pages again and again, learnt from its articles as they arrive. */

import type { Line } from './text-lines.ts'

/** Stories of a site that say a line before it is the site's; long lines need more proof. */
const STORIES_MIN = 2
const LONG_LINE_STORIES_MIN = 4
const LONG_LINE_WORDS = 30

/** A date line of so many words is one whatever its numbers; a longer line's numbers are its news. */
const MASKED_LINE_WORDS_MAX = 12

/** Lines remembered of a site: its newest hundred articles, and whatever recurs. */
const LINES_MAX = 4_000

/** How many stories of the site said a line; least recently said first. */
export type SiteLines = Map<number, number>

/** Whether the site says the line on its pages anyway, whatever the article. */
export function isOfSite(line: Line, site: SiteLines): boolean {
  const isLong = line.end - line.start > LONG_LINE_WORDS
  return (site.get(keyOf(line)) ?? 0) >= (isLong ? LONG_LINE_STORIES_MIN : STORIES_MIN)
}

/**
 * Counts the lines of one story of the site. Whoever calls leaves out the second copy of a story
 * that the site has told: what an article says twice is no template.
 */
export function learnLines(site: SiteLines, lines: readonly Line[]): void {
  for (const key of new Set(lines.map(keyOf))) {
    const count = site.get(key) ?? 0
    site.delete(key)
    site.set(key, count + 1)
  }
  for (const key of site.keys()) {
    if (site.size <= LINES_MAX) break
    site.delete(key)
  }
}

function keyOf({ start, end, hash, masked }: Line): number {
  return end - start > MASKED_LINE_WORDS_MAX ? hash : masked
}
