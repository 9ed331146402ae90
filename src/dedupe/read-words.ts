/** Reads a text into the hashes of its words, a line at a time: hoà, hòa, HOÀ and NFD are one word. */

import { CHARACTER_BITS, characterEntry } from './character-table.ts'
import { mixed } from './mix.ts'

/** In UTF-16 code units; what stands beyond is not compared. */
const TEXT_LENGTH_MAX = 2_000_000

const NEWLINE = 0x0a
const COMMA = 0x2c
const FULL_STOP = 0x2e
const SEED = 0x811c9dc5
const PRIME = 0x01000193

/** A number of two figures says something about its article; a year does not. */
const STRONG_FIGURES_MIN = 2
const YEAR_MIN = 1900
const YEAR_MAX = 2099

const { letter, tone, toneShift, isWord, isCapital, isFigure, isUnseen, isAlone, isSentenceEnd } =
  CHARACTER_BITS

const GOES_ON = isWord | isUnseen

/** What is known of a word besides its letters; the first of a sentence is a capital for everybody. */
export const WORD_BITS = { isCapital: 1, isNumber: 2, isStrong: 4, isFirst: 8 } as const

/** The words of a text in its order, and for each line the index behind its last word. */
export type Words = {
  readonly hashes: Int32Array
  readonly bits: Uint8Array
  readonly lineEnds: readonly number[]
}

type Reading = {
  readonly text: string
  readonly hashes: Int32Array
  readonly bits: Uint8Array
  count: number
}

const ROOM_LENGTH = 65_536
const ROOM = { hashes: new Int32Array(ROOM_LENGTH), bits: new Uint8Array(ROOM_LENGTH) }

/** Linear in the length of `text`, whatever it holds. */
export function readWords(text: string): Words {
  const seen = text.slice(0, TEXT_LENGTH_MAX).normalize('NFKC')
  const reading = { text: seen, ...roomFor(seen.length), count: 0 }
  const lineEnds: number[] = []
  let first: number = WORD_BITS.isFirst
  for (let at = 0; at < seen.length; ) {
    const unit = seen.charCodeAt(at)
    const entry = characterEntry(unit)
    const end = (entry & isWord) === 0 ? at : readNumberOrWord(reading, at, first)
    if (end > at) first = 0
    else if (unit === NEWLINE) lineEnds.push(reading.count)
    if ((entry & isSentenceEnd) !== 0) first = WORD_BITS.isFirst
    at = Math.max(end, at + 1)
  }
  lineEnds.push(reading.count)
  const { hashes, bits, count } = reading
  return { hashes: hashes.slice(0, count), bits: bits.slice(0, count), lineEnds }
}

/** Most texts are read into the same room, of which what they need is copied. */
function roomFor(length: number): Pick<Reading, 'hashes' | 'bits'> {
  if (length <= ROOM_LENGTH) return ROOM
  return { hashes: new Int32Array(length), bits: new Uint8Array(length) }
}

/** Stores what begins at `start` and gives the index behind it. */
function readNumberOrWord(reading: Reading, start: number, first: number): number {
  const entry = characterEntry(reading.text.charCodeAt(start))
  if ((entry & isAlone) !== 0) return store(reading, mixed(entry & letter), first, start + 1)
  const end = (entry & isFigure) === 0 ? start : readNumber(reading, start, first)
  return end === start ? readWord(reading, start, first) : end
}

function readWord(reading: Reading, start: number, first: number): number {
  const { text } = reading
  let hash = SEED
  let tones = 0
  let at = start
  for (; at < text.length; at += 1) {
    const entry = characterEntry(text.charCodeAt(at))
    if ((entry & GOES_ON) === 0 || (entry & isAlone) !== 0) break
    if ((entry & isUnseen) !== 0) continue
    if ((entry & letter) !== 0) hash = Math.imul(hash ^ (entry & letter), PRIME)
    if ((entry & tone) !== 0) tones = (tones << 3) | ((entry & tone) >>> toneShift)
  }
  const isName = (characterEntry(text.charCodeAt(start)) & isCapital) !== 0
  const bits = isName ? first | WORD_BITS.isCapital : first
  return store(reading, mixed(hash ^ tones), bits, at)
}

/** Gives `start` where what begins with a figure is a word: 4G, 3rd. 15.000 and 15,000 are one number. */
function readNumber(reading: Reading, start: number, first: number): number {
  const { text } = reading
  let hash = SEED
  let figures = 0
  let value = 0
  let at = start
  for (; at < text.length; at += 1) {
    const entry = characterEntry(text.charCodeAt(at))
    if ((entry & isFigure) === 0) {
      if (isWithin(text, at)) continue
      if ((entry & isWord) !== 0) return start
      break
    }
    hash = Math.imul(hash ^ (entry & letter), PRIME)
    value = value * 10 + (entry & letter) - 0x30
    figures += 1
  }
  const isYear = figures === at - start && value >= YEAR_MIN && value <= YEAR_MAX
  const isStrong = figures >= STRONG_FIGURES_MIN && !isYear
  const bits = WORD_BITS.isNumber | (isStrong ? WORD_BITS.isStrong : 0)
  return store(reading, mixed(hash), bits | first, at)
}

/** A full stop or comma between two figures. */
function isWithin(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit !== COMMA && unit !== FULL_STOP) return false
  return (characterEntry(text.charCodeAt(at + 1)) & isFigure) !== 0
}

function store(reading: Reading, hash: number, bits: number, end: number): number {
  reading.hashes[reading.count] = hash
  reading.bits[reading.count] = bits
  reading.count += 1
  return end
}
