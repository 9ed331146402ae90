/** What a site says on its pages again and again, learnt from its articles as they arrive. */

import type { Line } from './text-lines.ts'

/** Stories of a site that say a line before it is the site's; long lines need more proof. */
const STORIES_MIN = 2
const LONG_LINE_STORIES_MIN = 4
const LONG_LINE_WORDS = 30

/** Lines remembered of a site: its newest hundred articles, and whatever recurs. */
const LINES_MAX = 4_000

/** How many stories of the site said a line, numbers masked; least recently said first. */
export type SiteLines = Map<number, number>

/** Whether the site says the line on its pages anyway, whatever the article. */
export function isOfSite(line: Line, site: SiteLines): boolean {
  const isLong = line.end - line.start > LONG_LINE_WORDS
  return (site.get(line.masked) ?? 0) >= (isLong ? LONG_LINE_STORIES_MIN : STORIES_MIN)
}

/**
 * Counts the lines of one story of the site. Whoever calls leaves out the second copy of a story
 * that the site has told: what an article says twice is no template.
 */
export function learnLines(site: SiteLines, lines: readonly Line[]): void {
  for (const masked of new Set(lines.map((line) => line.masked))) {
    const count = site.get(masked) ?? 0
    site.delete(masked)
    site.set(masked, count + 1)
  }
  for (const masked of site.keys()) {
    if (site.size <= LINES_MAX) break
    site.delete(masked)
  }
}
