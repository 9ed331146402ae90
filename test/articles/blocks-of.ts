/** Writes an article's blocks as short lines, for the tests of sections. */

import type { Block } from '../../src/articles/block.ts'
import { sectionTree } from '../../src/articles/headings/sections.ts'

/** Prose that stands under a heading. */
export const PROSE =
  'Hồ vào mùa nước lên, lá sen phủ kín mặt nước và thuyền nan len qua từng lối nhỏ giữa những bông hoa.'

const HEADING = /^(h[1-6]|b|p) (.*)$/s

/**
 * Returns a block a line: `h3 Title` is a heading, `b Title` a bold paragraph, `p Text` a plain one,
 * `…` a paragraph of prose; anything else is a list.
 */
export function blocksOf(...lines: readonly string[]): Block[] {
  return lines.map((line) => {
    if (line === '…') return block('p', PROSE)
    const [, shape = 'ul', text = line] = HEADING.exec(line) ?? []
    return shape === 'b' ? { ...block('p', text), bold: true } : block(shape, text)
  })
}

/** `2 1. Title` for each section: its level, marker and heading; `2` for what precedes the first. */
export function outlineOf(...lines: readonly string[]): string[] {
  return sectionTree(blocksOf(...lines)).map(({ level, marker, heading }) =>
    [level, marker, heading].filter((part) => part !== null).join(' '),
  )
}

function block(tag: string, text: string): Block {
  const kind = tag.startsWith('h') ? 'heading' : tag === 'p' ? 'paragraph' : 'list'
  return { kind, tag, bold: false, text, html: `<${tag}>${text}</${tag}>` }
}
