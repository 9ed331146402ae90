/** Makes the part of an article's address that readers see, from its title. */

import { asciiFold } from '../fold.ts'

/** In characters: long enough to be understood in a result list, short enough to be shared. */
const SLUG_LENGTH_MAX = 80

/** In UTF-16 code units: nothing past it can reach the slug, so that a huge title costs nothing. */
const TITLE_READ_MAX = 1_000

/** What a title of emoji or of another script becomes. */
const NAMELESS = 'bai-viet'

/** Letters that have no decomposition. Source: Unicode's Latin-ASCII transliteration, cut to Latin-1. */
const SPELLED_OUT: Readonly<Record<string, string>> = {
  æ: 'ae',
  ð: 'd',
  ø: 'o',
  þ: 'th',
  ß: 'ss',
  ł: 'l',
  œ: 'oe',
  ı: 'i',
}

const UNDECOMPOSED = /[æðøþßłœı]/g

const NOT_IN_SLUG = /[^a-z0-9]+/

/**
 * Returns the title as `a-z`, `0-9` and single hyphens, at most 80 characters, cut between words
 * where there are any; `bai-viet` where nothing is left. Two titles may give one slug: uniqueness
 * is the storage's affair.
 */
export function slugify(title: string): string {
  const folded = asciiFold(title.slice(0, TITLE_READ_MAX).normalize('NFKD')).toLowerCase()
  const plain = folded.replace(UNDECOMPOSED, (letter) => SPELLED_OUT[letter] ?? '')
  const words = plain.split(NOT_IN_SLUG).filter((word) => word !== '')
  let slug = words[0]?.slice(0, SLUG_LENGTH_MAX) ?? NAMELESS
  for (const word of words.slice(1)) {
    if (slug.length + 1 + word.length > SLUG_LENGTH_MAX) break
    slug += `-${word}`
  }
  return slug
}
