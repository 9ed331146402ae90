/** The table of contents as a tree: an article's headings, nested by their level. */

import type { Section } from '../articles/article.ts'
import { sectionAnchors } from './anchors.ts'

export type ContentsEntry = {
  anchor: string
  marker: string | null
  heading: string
  below: ContentsEntry[]
}

/** Returns the outermost headings, each holding those below it; a level that is skipped adds none. */
export function nestContents(sections: readonly Section[]): ContentsEntry[] {
  const anchors = sectionAnchors(sections)
  const top: ContentsEntry[] = []
  const open: { level: number; below: ContentsEntry[] }[] = []
  for (const [index, { level, marker, heading }] of sections.entries()) {
    const anchor = anchors[index]
    if (heading === null || anchor === null || anchor === undefined) continue
    while ((open.at(-1)?.level ?? 0) >= level) open.pop()
    const entry = { anchor, marker, heading, below: [] }
    const siblings = open.at(-1)?.below ?? top
    siblings.push(entry)
    open.push({ level, below: entry.below })
  }
  return top
}
