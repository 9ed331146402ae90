/** What is kept of an article to know its copies again: two kilobytes, whatever its length. */

import { mentionsOf } from './mentions.ts'
import { joined, mixed } from './mix.ts'
import { readWords, WORD_BITS, type Words } from './read-words.ts'
import { isOfSite, type SiteLines } from './site-lines.ts'
import { sketchOf } from './sketch.ts'
import { type Line, textLines } from './text-lines.ts'
import { wordFilter } from './word-filter.ts'

/** Below that many words of its own, all that an article's page says is compared. */
const OWN_WORDS_MIN = 20

/** Words of a title that are compared; longer ones are no titles. */
const TITLE_WORDS_MAX = 60

export type Fingerprint = {
  /** Words of the article itself, its site's lines left out. */
  readonly length: number
  /** Of all those words, line by line in whatever order, and of the title: below 2^53. */
  readonly textKey: number
  readonly titleKey: number
  /** The smallest shingle hashes, ascending. */
  readonly sketch: Uint32Array
  /** Which words the text has, so that it can be asked for another's. */
  readonly vocabulary: Uint32Array
  /** The title's words, each once; `subjects` are those that the text speaks of, too. */
  readonly titleWords: readonly number[]
  readonly subjects: readonly number[]
  /** The title's numbers in their order: dates, parts, issues. */
  readonly titleNumbers: readonly number[]
  readonly names: Uint32Array
  readonly numbers: Uint32Array
}

export type Printed = {
  readonly fingerprint: Fingerprint
  /** All lines of the page, for its site to learn. */
  readonly lines: readonly Line[]
}

/** `text` is a block a line; it may carry the lines of its site, which are left out. */
export function fingerprintOf(
  { title, text }: { readonly title: string; readonly text: string },
  site: SiteLines,
): Printed {
  const words = readWords(text)
  const lines = textLines(words)
  const heading = readWords(title.replaceAll('\n', ' '))
  const headingKey = textLines(heading)[0]?.hash
  const own = ownLines(lines, site, headingKey)
  const titleWords = [...new Set(heading.hashes.subarray(0, TITLE_WORDS_MAX))]
  const spoken = spokenOf(words, own)
  const fingerprint: Fingerprint = {
    length: lengthOf(own),
    textKey: keyOf(own),
    titleKey: headingKey ?? 0,
    sketch: sketchOf(words, own),
    vocabulary: wordFilter(spoken),
    titleWords,
    subjects: titleWords.filter((word) => spoken.includes(word)),
    titleNumbers: numbersOf(heading),
    ...mentionsOf(words, own),
  }
  return { fingerprint, lines }
}

function ownLines(
  lines: readonly Line[],
  site: SiteLines,
  headingKey: number | undefined,
): readonly Line[] {
  const own = lines.filter((line) => line.hash !== headingKey && !isOfSite(line, site))
  return lengthOf(own) < OWN_WORDS_MIN ? lines : own
}

/** The words of `lines`; no set of them, which would cost more than all the rest. */
function spokenOf({ hashes }: Words, lines: readonly Line[]): Int32Array {
  const spoken = new Int32Array(lengthOf(lines))
  let count = 0
  for (const { start, end } of lines) {
    spoken.set(hashes.subarray(start, end), count)
    count += end - start
  }
  return spoken
}

function lengthOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { start, end }) => sum + end - start, 0)
}

/** Equal for equal lines in any order; 53 bits of two hashes. */
function keyOf(lines: readonly Line[]): number {
  const hashes = Uint32Array.from(lines, ({ hash }) => hash).sort()
  let high = 0
  let low = 0
  for (const hash of hashes) {
    high = joined(high, hash)
    low = Math.imul(low ^ hash, 0x01000193)
  }
  return mixed(high) * 2 ** 21 + (mixed(low) >>> 11)
}

function numbersOf({ hashes, bits }: Words): number[] {
  return [...hashes.subarray(0, TITLE_WORDS_MAX)].filter(
    (_hash, at) => ((bits[at] ?? 0) & WORD_BITS.isNumber) !== 0,
  )
}
