/** Decides whether a heading starts with what translation left of the marker that is due there. */

import { letterOf, type Marker } from './markers.ts'
import { isLetterWord, wordsForLetter, wordsForNumber, wordsForNumeral } from './spoilt-words.ts'

/**
 * How firmly the siblings say which marker is due. `fixed`: as many headings as markers are missing
 * before a sibling; `firm`: several siblings in a row before it; `open`: less.
 */
export type Evidence = 'fixed' | 'firm' | 'open'

/** The marker that is due, closed as its siblings are. */
type Due = Pick<Marker, 'family' | 'value' | 'closing'>

/** In UTF-16 code units: no spoilt marker is longer. */
const PREFIX_LENGTH_MAX = 40

/** What may stand between the word and the heading, when the marker's punctuation survived. */
const PUNCTUATION = /^ ?[.):/] */

/** Commas and dashes also go on with a sentence: only before a capital or a figure, and a dash … */
const COMMA = /^ ?, +(?=[\p{Lu}\p{N}])/u

/** … only where the siblings have one. */
const DASH = /^ ?[-–—] +(?=[\p{Lu}\p{N}])/u

const DASH_CLOSING = /[-–—]/

const CAPITAL_OR_FIGURE = /^[\p{Lu}\p{N}"“‘']/u

/** `Hai. Ba.`: a heading made of one-word sentences counts, it is not counted. */
const ONE_WORD_SENTENCE = /^\p{L}+[.!,](?: |$)/u

/** Any words, where the sequence leaves no doubt: in lower case before a capital … */
const LOWER_CASE_PREFIX = /^(\p{Ll}{1,12}(?: \p{Ll}{1,12}){0,2}) +(?=\p{Lu})/u

/** … or with a marker's punctuation. */
const PUNCTUATED_PREFIX = /^(\p{L}{1,12}(?: \p{L}{1,12})?) ?[.)] *(?=\p{Lu})/u

/** Nothing is left of the marker but what closed it. */
const BARE_CLOSING = /^[.)] *(?=\p{Lu})/u

/** From one side only, `adidas Samba` is a name; `đó là Samba` is not. */
const BEYOND_ASCII = /[^a-z ]/

/**
 * Returns the heading behind the spoilt marker, or undefined where `text` (NFC) does not start with
 * one that could stand for `value` of `family`. "Một chiếc váy…" and "Nghĩa là gì?" do not.
 */
export function restBehindSpoilt(text: string, due: Due, evidence: Evidence): string | undefined {
  const rest =
    behindKnownWord(text, due) ??
    behindAnyWord(text, due, evidence) ??
    (evidence === 'fixed' ? behindClosing(text) : undefined)
  const isHeading = rest !== undefined && /[\p{L}\p{N}]/u.test(rest)
  return isHeading && !ONE_WORD_SENTENCE.test(rest) ? rest : undefined
}

/** Says, cheaply and before anything is due, whether `text` (NFC) could start with a spoilt marker. */
export function mayBeSpoilt(text: string): boolean {
  const head = text.slice(0, PREFIX_LENGTH_MAX)
  const mayBegin = [LOWER_CASE_PREFIX, PUNCTUATED_PREFIX, BARE_CLOSING]
  if (mayBegin.some((form) => form.test(head))) return true
  const words = head
    .replace(/^\(/, '')
    .toLowerCase()
    .split(/[ .):/,]+/)
  return [1, 2, 3].some((count) => isLetterWord(words.slice(0, count).join(' ')))
}

function behindKnownWord(text: string, { family, value, closing }: Due): string | undefined {
  const isDashed = DASH_CLOSING.test(closing)
  const marks = isDashed ? [PUNCTUATION, DASH] : [PUNCTUATION]
  switch (family) {
    case 'number':
      return firstRest(wordsForNumber(value), (word) => behindPunctuated(text, word, marks))
    case 'roman':
    case 'small-roman':
      return firstRest(wordsForNumeral(value), (word) => behindPunctuated(text, word, marks))
    case 'letter':
    case 'capital': {
      const { telling, common } = wordsForLetter(letterOf(value))
      const behindMark = (word: string) => behindPunctuated(text, word, [...marks, COMMA])
      const behindCommon = (word: string) =>
        behindMark(word) ?? (text.startsWith(word) ? behindBare(text, word) : undefined)
      return (
        firstRest(telling, (word) => behindMark(word) ?? behindBare(text, word)) ??
        firstRest(common, behindCommon)
      )
    }
    case 'decimal':
    case 'word':
    case 'capital-word':
      return undefined
    default:
      return family satisfies never
  }
}

function behindAnyWord(text: string, { family }: Due, evidence: Evidence): string | undefined {
  if (evidence === 'open' || (family !== 'letter' && family !== 'capital')) return undefined
  const head = text.slice(0, PREFIX_LENGTH_MAX)
  const lowerCase = LOWER_CASE_PREFIX.exec(head)
  const found = evidence === 'fixed' ? (lowerCase ?? PUNCTUATED_PREFIX.exec(head)) : lowerCase
  const prefix = found?.[1]?.toLowerCase() ?? ''
  if (found === null || isLetterWord(prefix)) return undefined
  return evidence === 'fixed' || BEYOND_ASCII.test(prefix) ? text.slice(found[0].length) : undefined
}

function behindClosing(text: string): string | undefined {
  const found = BARE_CLOSING.exec(text)
  return found === null ? undefined : text.slice(found[0].length)
}

function behindPunctuated(
  text: string,
  word: string,
  marks: readonly RegExp[],
): string | undefined {
  const start = text.startsWith('(') ? 1 : 0
  const end = start + word.length
  if (text.slice(start, end).toLowerCase() !== word) return undefined
  const behind = text.slice(end, end + PREFIX_LENGTH_MAX)
  return firstRest(marks, (mark) => {
    const found = mark.exec(behind)
    return found === null ? undefined : text.slice(end + found[0].length)
  })
}

function behindBare(text: string, word: string): string | undefined {
  if (!text.toLowerCase().startsWith(`${word} `)) return undefined
  const rest = text.slice(word.length + 1).trimStart()
  return CAPITAL_OR_FIGURE.test(rest) ? rest : undefined
}

function firstRest<T>(
  readings: readonly T[],
  restBehind: (reading: T) => string | undefined,
): string | undefined {
  for (const reading of readings) {
    const rest = restBehind(reading)
    if (rest !== undefined) return rest
  }
  return undefined
}
