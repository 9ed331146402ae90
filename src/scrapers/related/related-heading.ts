/** Recognises the lines under which sites list other articles of theirs. */

import { foldedOpening, foldText } from '../../articles/fold.ts'
import { POPULAR_BEGINNINGS, RELATED_BEGINNINGS, RELATED_LINES } from './related-words.ts'

/** In UTF-16 code units. A longer line says something of its own. */
const HEADING_LENGTH_MAX = 60
const WHOLE_LENGTH_MAX = 30

const POPULAR: ReadonlySet<string> = new Set(POPULAR_BEGINNINGS.map(foldText))

const BEGINNINGS: ReadonlySet<string> = new Set([...RELATED_BEGINNINGS.map(foldText), ...POPULAR])

const WHOLE: ReadonlySet<string> = new Set(RELATED_LINES.map(foldText))

/** A line that begins with no such word heads neither; most lines are passed over so. */
const OPENINGS: ReadonlySet<string> = new Set([...BEGINNINGS].map((words) => firstOf(words)))

/** Whether the line heads a list of other articles. */
export function headsRelated(text: string): boolean {
  return beginsWith(text, BEGINNINGS)
}

/** The same of a line right above a link, which needs to say less. */
export function headsLink(text: string): boolean {
  return headsRelated(text) || (text.length <= WHOLE_LENGTH_MAX && WHOLE.has(foldText(text)))
}

/** `Xem thêm: …`: a line of its own that heads what follows the colon. */
export function introducesRelated(text: string): boolean {
  const colon = text.indexOf(':')
  return colon !== -1 && headsRelated(text.slice(0, colon))
}

/** Whether it heads the list of what is read most, or newest, on the whole site. */
export function headsPopular(text: string): boolean {
  return beginsWith(text, POPULAR)
}

function beginsWith(text: string, headings: ReadonlySet<string>): boolean {
  if (text.length > HEADING_LENGTH_MAX) return false
  const opening = foldedOpening(text)
  if (opening !== '' && !OPENINGS.has(firstOf(opening))) return false
  let said = ''
  for (const word of foldText(text).split(' ')) {
    said = said === '' ? word : `${said} ${word}`
    if (headings.has(said)) return true
  }
  return false
}

function firstOf(words: string): string {
  return words.split(' ', 1)[0] ?? ''
}
