/** Makes of an article's blocks the tree of sections that readers see, and its plain text. */

import type { Section } from '../article.ts'
import type { Block } from '../block.ts'
import { findHeadings, type Heading } from './headings.ts'
import { writeMarker } from './markers.ts'
import { outlineLevels } from './outline.ts'

const BETWEEN_BLOCKS = '\n\n'

/** What stands before the first heading has no heading of its own. */
const OPENING_LEVEL = 2

/**
 * Returns the sections in order: each heading, as tag, bold line or marked line, with the blocks
 * under it. Markers that translation spoilt are put right by their place. No text is lost: what is
 * not a heading stays a block of its section.
 */
export function sectionTree(blocks: readonly Block[]): Section[] {
  const headings = findHeadings(blocks)
  const levels = outlineLevels(headings)
  const opening = blocks.slice(0, headings[0]?.block ?? blocks.length)
  const sections = headings.map((heading, at) => {
    const under = blocks.slice(heading.block + 1, headings[at + 1]?.block ?? blocks.length)
    return { ...titleOf(heading), level: levels[at] ?? OPENING_LEVEL, ...bodyOf(under) }
  })
  const body = bodyOf(opening)
  if (body.html === '' && body.text === '') return sections
  return [{ level: OPENING_LEVEL, marker: null, heading: null, ...body }, ...sections]
}

/** Returns the article's body as plain text: headings with their markers, a blank line between blocks. */
export function articleText(sections: readonly Section[]): string {
  return sections
    .flatMap(({ marker, heading, text }) => [
      [marker, heading].filter((part) => part !== null).join(' '),
      text,
    ])
    .filter((part) => part !== '')
    .join(BETWEEN_BLOCKS)
}

function titleOf({ marker, text }: Heading): Pick<Section, 'marker' | 'heading'> {
  return { marker: marker === undefined ? null : writeMarker(marker), heading: text }
}

function bodyOf(blocks: readonly Block[]): Pick<Section, 'html' | 'text'> {
  return {
    html: blocks.map(({ html }) => html).join(''),
    text: blocks
      .map(({ text }) => text)
      .filter((text) => text !== '')
      .join(BETWEEN_BLOCKS),
  }
}
