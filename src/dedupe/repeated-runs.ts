/** Finds what a page says several times over although nobody wrote it so: strips, and copies for other screens. */

import type { Block } from '../articles/block.ts'
import { foldedOpening, foldText, opensLike } from '../articles/fold.ts'
import { comparableTexts } from './comparable-texts.ts'

/** Equal neighbours that make a strip: of text, of pictures below an article, of those inside it. */
const STRIP_BLOCKS_MIN = 3
const PICTURE_STRIP_BLOCKS_MIN = 6
const GALLERY_BLOCKS_MIN = 12

/** Longer copies are found piece by piece. */
const COPY_BLOCKS_MAX = 500

/** Paragraphs that must come again in a row, and how long such are: choruses have short lines. */
const COPY_PARAGRAPHS_MIN = 2
const PARAGRAPH_LENGTH_MIN = 80

/** What a reader, or a screen reader, is told by the block. */
export function saidBy(block: Block): string {
  return block.text === '' ? altsOf(block.html) : block.text
}

/** Indices of the blocks that are one of several equal neighbours and no part of an article. */
export function stripBlocks(blocks: readonly Block[]): Set<number> {
  const said = blocks.map(saidBy)
  const lastProse = blocks.findLastIndex((block) => block.kind === 'paragraph' && isSentence(block))
  const strips = new Set<number>()
  for (let first = 0; first < blocks.length; ) {
    let end = first + 1
    const words = said[first] ?? ''
    while (end < blocks.length && sayTheSame(words, said[end] ?? '')) end += 1
    const least = leastOf(blocks[first], first < lastProse)
    if (end - first >= least && foldText(words) !== '') {
      for (let index = first; index < end; index += 1) strips.add(index)
    }
    first = end
  }
  return strips
}

/** Neighbours mostly begin with different words, which is seen without folding them whole. */
function sayTheSame(one: string, other: string): boolean {
  if (one === other) return true
  return opensLike(other, foldedOpening(one)) && foldText(other) === foldText(one)
}

function leastOf(block: Block | undefined, isInside: boolean): number {
  if (block?.kind !== 'figure') return STRIP_BLOCKS_MIN
  return isInside ? GALLERY_BLOCKS_MIN : PICTURE_STRIP_BLOCKS_MIN
}

/** Indices of the blocks that say again, in the same order, what a run of blocks said before. */
export function copiedBlocks(blocks: readonly Block[]): Set<number> {
  const said = comparableTexts(blocks.map(({ text }) => text))
  const firstAt = new Map<string, number>()
  const copies = new Set<number>()
  for (let index = 0; index < blocks.length; index += 1) {
    const words = said[index] ?? ''
    const earlier = words === '' ? undefined : firstAt.get(words)
    if (earlier === undefined) {
      if (words !== '') firstAt.set(words, index)
      continue
    }
    const length = runLength(said, earlier, index)
    if (!isCopy(said.slice(index, index + length))) continue
    for (let copy = index; copy < index + length; copy += 1) copies.add(copy)
    index += length - 1
  }
  return copies
}

function runLength(said: readonly string[], earlier: number, later: number): number {
  let length = 0
  const longest = Math.min(later - earlier, said.length - later, COPY_BLOCKS_MAX)
  while (length < longest) {
    if (said[earlier + length] !== said[later + length]) break
    length += 1
  }
  return length
}

function isCopy(run: readonly string[]): boolean {
  const paragraphs = run.filter((words) => words.length >= PARAGRAPH_LENGTH_MIN)
  return paragraphs.length >= COPY_PARAGRAPHS_MIN
}

function isSentence({ text }: Block): boolean {
  return text.length >= PARAGRAPH_LENGTH_MIN || /[.!?…]$/.test(text)
}

function altsOf(html: string): string {
  return [...html.matchAll(/ alt="([^"]*)"/g)].map(([, alt]) => alt).join(' ')
}
