/** An article's headings as ASCII anchors that outlive an edit elsewhere. */

import { slugify } from '../articles/addresses/slug.ts'
import type { Section } from '../articles/article.ts'

/** Keeps an article's words from colliding with the ids of the page around it. */
const ANCHOR_PREFIX = 's-'

/**
 * Returns the anchor of each section, in order, null where it has no heading. An anchor comes from
 * the heading's own words, not from its number or place, so links survive a section added above.
 */
export function sectionAnchors(sections: readonly Section[]): (string | null)[] {
  const taken = new Set<string>()
  const uses = new Map<string, number>()
  return sections.map((section) => {
    if (section.heading === null) return null
    const wanted = ANCHOR_PREFIX + slugify(section.heading)
    let use = uses.get(wanted) ?? 1
    while (taken.has(numbered(wanted, use))) use += 1
    uses.set(wanted, use + 1)
    const anchor = numbered(wanted, use)
    taken.add(anchor)
    return anchor
  })
}

function numbered(wanted: string, use: number): string {
  return use === 1 ? wanted : `${wanted}-${use}`
}
