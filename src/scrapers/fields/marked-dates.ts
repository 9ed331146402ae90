/** Finds the date that a page marks as such away from its title, where there is no doubt about it. */

import { type DateOptions, findDate } from '../../articles/dates/dates.ts'
import { type HtmlElement, isElement } from '../../articles/html/html-tree.ts'
import type { Verdict } from '../body/verdicts.ts'
import { nameTokens } from '../body/zone-tokens.ts'
import type { Page, PageBlock } from '../page/page-block.ts'
import { spacedText } from '../page/spaced-text.ts'
import { readDate, saysChanged, timeOf } from './date-lines.ts'

/** In UTF-16 code units: of a line that shows a date, and of one that tells of a change. */
const LINE_LENGTH_MAX = 80
const CHANGE_LENGTH_MAX = 160

/** A cheap test before class and id are cut into words. */
const MAY_NAME = /date|time|publi|posted/i

const DATE_WORDS: ReadonlySet<string> = new Set([
  ...['date', 'dateline', 'datetime', 'pubdate', 'publishdate', 'postdate', 'published'],
  ...['timestamp'],
  ...['time', 'posted', 'created'],
])

const LABEL =
  /^(?:published|posted|date|ngày đăng|xuất bản|veröffentlicht|publié|publicado)(?: on| am)?:?$/i

/** Where the dates of others stand. */
const OTHERS: ReadonlySet<Verdict | undefined> = new Set<Verdict | undefined>([
  ...(['related', 'comment', 'unseen', 'ad', 'kept'] as const),
])

/** Where today's date stands, too, unless it is labelled. */
const ELSEWHERE: ReadonlySet<Verdict | undefined> = new Set<Verdict | undefined>([
  ...OTHERS,
  ...(['navigation', 'widget', 'notice'] as const),
])

type Place = { readonly verdicts: readonly Verdict[]; readonly dates: DateOptions }

/** The date that all such marks of the page agree on; a labelled one comes first. */
export function markedDate(page: Page, { verdicts, dates }: Place): string | null {
  const shown = [...page.blocks.entries()].filter(([index, block]) => {
    return !OTHERS.has(verdicts[index]) && couldShowDate(block)
  })
  const labelled = shown.filter(([index]) => LABEL.test(page.blocks[index - 1]?.text ?? ''))
  const marks = shown.filter(([index]) => !ELSEWHERE.has(verdicts[index]))
  for (const [, block] of labelled) {
    const iso = dateOf(block, dates)
    if (iso !== undefined) return iso
  }
  const found = marks.flatMap(([, block]) => (isMarked(block) ? (dateOf(block, dates) ?? []) : []))
  const days = new Set(found.map((iso) => iso.slice(0, 'YYYY-MM-DD'.length)))
  return days.size === 1 ? (found[0] ?? null) : null
}

function dateOf(block: PageBlock, dates: DateOptions): string | undefined {
  return readDate(timeOf(block), dates) ?? findDate(spacedText(block), dates)?.iso
}

/** The date of the line, anywhere on the page, that says when the article was changed. */
export function changedDate(page: Page, { verdicts, dates }: Place): string | null {
  for (const [index, block] of page.blocks.entries()) {
    const { kind, text } = block
    if (kind !== 'text' || text.length > CHANGE_LENGTH_MAX || !/\d/.test(text)) continue
    if (verdicts[index] === 'related' || verdicts[index] === 'comment') continue
    if (verdicts[index] === 'kept' || !saysChanged(text)) continue
    const found = findDate(spacedText(block), dates)
    if (found !== null) return found.iso
  }
  return null
}

function couldShowDate({ kind, text, href }: PageBlock): boolean {
  return kind === 'text' && text.length <= LINE_LENGTH_MAX && href === undefined && /\d/.test(text)
}

function isMarked({ nodes, owner }: PageBlock): boolean {
  const elements = [
    owner.node,
    ...nodes.filter(isElement),
    ...(owner.parent ? [owner.parent.node] : []),
  ]
  return elements.some(namesDate)
}

function namesDate(element: HtmlElement): boolean {
  if (element.name === 'time') return true
  const { class: classes = '', id = '' } = element.attribs
  if (!MAY_NAME.test(classes) && !MAY_NAME.test(id)) return false
  const tokens = nameTokens(element)
  if (tokens.includes('updated') || tokens.includes('modified')) return false
  return tokens.some((token) => DATE_WORDS.has(token))
}
