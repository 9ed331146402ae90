/** Reads people's names out of what stands for an author: without labels, dates, roles, addresses. */

import { type DateOptions, findDate } from '../../articles/dates/dates.ts'
import { foldText } from '../../articles/fold.ts'
import { collapse } from '../../articles/html/html-tree.ts'
import {
  AUTHOR_LABELS,
  NO_NAMES,
  OFFICE_WORDS,
  ROLE_MODIFIERS,
  ROLE_WORDS,
} from './author-words.ts'

/** In UTF-16 code units: of one name, and of the text that holds names. */
const NAME_LENGTH_MAX = 60
const TEXT_LENGTH_MAX = 400

const NAMES_MAX = 10

const NAME_LENGTH_MIN = 2
const NAME_WORDS_MAX = 7

/** Folded. */
const OFFICES: ReadonlySet<string> = new Set([
  'center',
  'centre',
  'department',
  'institute',
  'office',
])

/** What stands before a date and is no name. Folded. */
const DATE_LABELS: ReadonlySet<string> = new Set([
  ...['published', 'published on', 'posted', 'posted on', 'updated', 'updated on', 'last updated'],
  ...['on', 'date', 'am', 'le', 'ngày', 'ngày đăng', 'đăng lúc', 'cập nhật', 'veröffentlicht am'],
])

/** Labels that stand one behind the other: `Bài viết bởi: tác giả …`. */
const LABELS_MAX = 3

const SEPARATOR = /\s?[,;&]\s|\s(?:and|und|và|et|y)\s/iu

/** Two first names, or a firm: `Maria & Katerina`. */
const COUPLE = /^\S{1,40} & \S{1,40}$/

/** What follows names in the same line: a mark, a role in brackets, a date, a count. */
const AFTER_NAME =
  /[|•·–—(/／[{<>→←]|\s-\s|\s~\s|\s:|\s(?:on|am|at|in|vào|lúc|updated|published|posted|reviewed|publiziert|veröffentlicht)(?:\s|$)|\s(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\s|,|$)|\s@|\s\d{1,5}\s(?:comments?|kommentare?|bình luận|views|min)|\d{1,4}[/.: -]\d/iu

const BEFORE_NAME = /^[\s|•·–—:,.\-/[({<>→←@#*]{1,20}/u

/** A handle in brackets behind a name is cut off with them. */
const NO_PERSON =
  /(?:^|[^(])@|https?:|www\.|\.(?:com|org|net)\/|[?*]$|^(?:photo|photos|photograph|photographs|photography|foto|image|illustration|ảnh)(?=[\s:])/iu

const MONTH_DAY =
  /^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}/i

const VOWEL = /[AEIOUY]/

/** Degrees and honours behind a name: `MD`, `E-RYT 200`, `Ph.D.`. */
const CREDENTIAL =
  /^(?:[A-Z]{1,3}\.){1,4}$|^(?:[A-Z][a-z]?[.-]?){0,3}[A-Z]{1,6}(?: \d{1,4})?[.®™]?$|^(?:jr|sr|ph\.?d|dr|m\.?d)\.?$/i

/** The label at the beginning of a line, with what parts it from the name; undefined without one. */
export function authorLabel(text: string): string | undefined {
  const start = BEFORE_NAME.exec(text)?.[0].length ?? 0
  const lower = text.slice(start, start + NAME_LENGTH_MAX).toLowerCase()
  const label = AUTHOR_LABELS.find((word) => {
    return lower.startsWith(word) && /^(?:$|[\s:.,|])/.test(lower.slice(word.length))
  })
  if (label === undefined) return undefined
  const rest = text.slice(start + label.length)
  const gap = /^[\s:.,|–—-]{0,20}/.exec(rest)?.[0] ?? ''
  return text.slice(0, start + label.length + gap.length)
}

/** The names that a text gives, in order, each once; none where it gives no name. */
export function authorNames(text: string, dates: DateOptions): string[] {
  if (text.length > TEXT_LENGTH_MAX || NO_PERSON.test(text)) return []
  const line = withoutLabels(withoutDate(collapse(text), dates)).replace(BEFORE_NAME, '')
  const end = line.search(AFTER_NAME)
  const names: string[] = []
  for (const part of partsOf(end === -1 ? line : line.slice(0, end))) addName(part, names)
  return names.slice(0, NAMES_MAX)
}

function addName(part: string, names: string[]): void {
  const last = names.at(-1)
  if (last !== undefined && CREDENTIAL.test(part)) {
    names.splice(-1, 1, `${last}, ${part}`)
    return
  }
  if (last !== undefined && !namesPerson(part, last.includes(' '))) return
  const name = nameOf(part)
  if (name !== undefined && !names.includes(name)) names.push(name)
}

function withoutLabels(line: string): string {
  let rest = line
  for (let count = 0; count < LABELS_MAX; count += 1) {
    const label = authorLabel(rest)
    if (label === undefined) break
    rest = rest.slice(label.length)
  }
  return rest
}

/** An office is one name, whatever its own name lists: `Center for Food Safety and Nutrition`. */
function partsOf(line: string): string[] {
  const isOffice = line.split(' ').some((word) => OFFICES.has(foldText(word)))
  return isOffice || COUPLE.test(line)
    ? [line.trim()]
    : line.split(SEPARATOR).map((part) => part.trim())
}

/** What follows the names and a date is a count or a category, unless it is labelled. */
function withoutDate(text: string, dates: DateOptions): string {
  const found = /\d/.test(text) ? findDate(text, dates) : null
  if (found === null) return text
  const before = text.slice(0, found.start).trim()
  const after = text.slice(found.end).replace(BEFORE_NAME, '')
  if (authorLabel(after) !== undefined || before.length < NAME_LENGTH_MIN) return after
  return isDateLabel(before) ? after : before
}

function isDateLabel(text: string): boolean {
  return DATE_LABELS.has(foldText(text)) || authorLabel(text) === text
}

/** What follows a comma may be a degree, an office or an agency; after a full name, one word is. */
function namesPerson(part: string, isFull: boolean): boolean {
  const words = part.split(' ')
  if (isFull && words.length < 2) return false
  if (authorLabel(part) === undefined && /^\p{Ll}/u.test(part)) return false
  return !foldText(part).split(' ').some(isOffice)
}

function isOffice(word: string): boolean {
  return OFFICE_WORDS.has(word) || ROLE_WORDS.has(word)
}

function nameOf(part: string): string | undefined {
  const bare = withoutLabel(part.trim())
  if (NO_NAMES.has(foldText(bare)) || authorLabel(bare) === bare) return undefined
  const name = withoutRole(bare).replace(/[\s,;:.\-–—|]{1,9}$/u, (end) => keptEnd(bare, end))
  if (name.length < NAME_LENGTH_MIN || name.length > NAME_LENGTH_MAX || !/\p{L}/u.test(name))
    return undefined
  if (NO_PERSON.test(name) || MONTH_DAY.test(name) || NO_NAMES.has(foldText(name))) return undefined
  return name.split(' ').length > NAME_WORDS_MAX ? undefined : inOrdinaryCase(name)
}

function withoutLabel(text: string): string {
  const label = authorLabel(text)
  return label === undefined || label.length >= text.length ? text : text.slice(label.length)
}

/** An initial, or `Jr.`, keeps its full stop. */
function keptEnd(name: string, end: string): string {
  return end === '.' && /(?:^|\s)\p{L}{1,2}\.$/u.test(name) ? end : ''
}

/** `Lê An CEO`, `Lê An Senior Staff Writer`: roles go, with what modifies them. */
function withoutRole(name: string): string {
  const words = name.split(' ')
  let end = words.length
  while (end > 0 && ROLE_WORDS.has(foldText(words[end - 1] ?? ''))) end -= 1
  if (end === words.length) return name
  while (end > 0 && ROLE_MODIFIERS.has(foldText(words[end - 1] ?? ''))) end -= 1
  return words.slice(0, end).join(' ')
}

/** `LÊ MINH AN` is shouted, `BBC NEWS` and `AFP` are not. */
function inOrdinaryCase(name: string): string {
  const words = name.split(' ')
  if (/\p{Ll}/u.test(name) || words.some((word) => isOffice(foldText(word)))) return name
  const isPerson =
    words.length > 1 &&
    (words.every((word) => word.length > 3 || /^\p{Lu}\.$/u.test(word)) ||
      (/[^ -~]/.test(name) && words.length > 2) ||
      words.every((word) => word.length > 2 && VOWEL.test(word)))
  if (!isPerson) return name
  return name.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase())
}
