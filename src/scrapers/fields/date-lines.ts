/** Reads dates off the lines that show them to readers, and tells publication from change. */

import { type DateOptions, findDate, parseDate } from '../../articles/dates/dates.ts'
import { writtenIn } from '../../articles/dates/timezone.ts'
import { attribute, type HtmlElement, isElement, walk } from '../../articles/html/html-tree.ts'
import type { PageBlock } from '../page/page-block.ts'
import { spacedText } from '../page/spaced-text.ts'

/** In UTF-16 code units. */
const LINE_LENGTH_MAX = 200

/** Lines that are read together where a date is spread over several. */
const JOINED_BLOCKS = 3

const UTC_OFFSET = '+00:00'

/** What a date behind it says of the article: that it changed. */
const CHANGED =
  /updated|modified|edited|reviewed|revised|geändert|aktualisiert|bearbeitet|cập nhật|sửa đổi|mis à jour|modifié|actualizado|aggiornat|zaktualizowan/i

const PUBLISHED =
  /publish|posted|veröffentlicht|erschienen|ngày đăng|đăng(?: lúc| ngày| bởi|:)|xuất bản|publié|publicado|pubblicat|opublikowan|first/i

/** What machines read is often in UTC, whatever the clocks of the partner show its readers. */
export function readDate(value: string | null | undefined, dates: DateOptions): string | null {
  const date = value === null || value === undefined ? null : parseDate(value, dates)
  return date?.endsWith(UTC_OFFSET) ? writtenIn(dates.timezone, date) : date
}

/** Whether the line says that its only date is that of a change. */
export function saysChanged(text: string): boolean {
  return text.length <= LINE_LENGTH_MAX && CHANGED.test(text) && !PUBLISHED.test(text)
}

/** The machine-readable half of a `<time>`, or of what is marked as the date of publication. */
export function timeOf(block: PageBlock): string | undefined {
  let found: string | undefined
  const look = (element: HtmlElement) => {
    if (found !== undefined || !isTime(element)) return
    found = attribute(element, 'datetime') ?? attribute(element, 'content')
  }
  look(block.owner.node)
  for (const node of block.nodes) {
    walk(node, {
      enter(inner) {
        if (isElement(inner)) look(inner)
        return found === undefined
      },
    })
  }
  return found
}

function isTime({ name, attribs }: HtmlElement): boolean {
  const property = attribs['itemprop']
  if (property !== undefined && property !== '') return property === 'datePublished'
  const classes = attribs['class'] ?? ''
  return name === 'time' && (!CHANGED.test(classes) || PUBLISHED.test(classes))
}

/** A date with a time is better than one without, which neighbouring lines may complete. */
export function shownDate(nearby: readonly PageBlock[], dates: DateOptions): string | null {
  const lines = nearby.filter(({ text }) => text.length <= LINE_LENGTH_MAX && /\d/.test(text))
  const spaced = lines.map((line) => fromPublished(spacedText(line)))
  for (const [index, line] of lines.entries()) {
    const alone = findDate(spaced[index] ?? '', dates) ?? findDate(fromPublished(line.text), dates)
    if (alone === null) continue
    if (!alone.iso.includes('T00:00:00')) return alone.iso
    const joined = spaced.slice(Math.max(0, index - 1), index + JOINED_BLOCKS - 1).join(' ')
    return findDate(joined.slice(0, LINE_LENGTH_MAX), dates)?.iso ?? alone.iso
  }
  return null
}

/** `Updated 9 July 2024, published 8 July 2024`: from where it speaks of publication. */
function fromPublished(text: string): string {
  const changed = text.search(CHANGED)
  if (changed === -1) return text
  const published = text.search(PUBLISHED)
  return published > changed ? text.slice(published) : text
}

/** `Published 8 July 2024, updated 9 July 2024`: the date of the change, or null. */
export function changeBeside(nearby: readonly PageBlock[], dates: DateOptions): string | null {
  for (const block of nearby) {
    if (block.text.length > LINE_LENGTH_MAX || !/\d/.test(block.text)) continue
    const text = spacedText(block)
    const changed = text.search(CHANGED)
    const published = changed === -1 ? -1 : text.search(PUBLISHED)
    if (published === -1) continue
    const change = text.slice(changed, published > changed ? published : undefined)
    const found = findDate(change, dates)
    if (found !== null) return found.iso
  }
  return null
}
