/** A page's blocks as templates are learnt from them: what each says with its figures masked, and how much. */

import { foldText } from '../articles/fold.ts'

/** Blocks and pages that are looked at; a site is known long before. */
const BLOCKS_MAX = 5_000
const TEXT_LENGTH_MAX = 5_000

const FIGURES = /\d+/g

export type PageBlock = {
  readonly text: string
  /** How much of the text is links: 0 to 1. */
  readonly link: number
  /** The elements above it, each after a `>`: name, `#id`, `.class`. */
  readonly path: string
}

export type ReadBlock = {
  readonly path: string
  readonly folded: string
  /** Equal for blocks that say the same but for figures, both as links or both as text. */
  readonly key: string
  /** In UTF-16 code units. */
  readonly length: number
  readonly isLinked: boolean
}

const LINKED_SHARE = 0.5

export function readBlocks(blocks: readonly PageBlock[]): ReadBlock[] {
  return blocks.slice(0, BLOCKS_MAX).map(({ text, link, path }) => {
    const folded = foldText(text.slice(0, TEXT_LENGTH_MAX))
    const isLinked = link > LINKED_SHARE
    return {
      path,
      folded,
      key: `${isLinked ? 'link' : 'text'} ${folded.replace(FIGURES, '#')}`,
      length: text.length,
      isLinked,
    }
  })
}
