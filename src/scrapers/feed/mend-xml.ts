/** Makes of what feeds write the XML that they meant, before it is parsed. */

import { htmlText } from '../page/html-text.ts'

const CDATA = '<![CDATA['
const CDATA_END = ']]>'
const COMMENT = '<!--'
const COMMENT_END = '-->'

/** Distinct names looked up in one feed; HTML has about two thousand, and a feed uses ten. */
const ENTITIES_MAX = 500

/** A sign for "less than" that begins no tag, and an entity by name. */
const STRAY = /<(?![a-z_:/!?\u0080-\uffff])|&([a-z][a-z0-9]{1,31});/gi

/** What XML itself knows. */
const XML_ENTITIES: ReadonlySet<string> = new Set(['amp', 'apos', 'gt', 'lt', 'quot'])

/** The name of the element that a CDATA section begins, and what remains of its broken end. */
const OPENED_BEFORE = /<([\w:.-]{1,64})[^<>]{0,400}>\s*$/
const BROKEN_END = /\]{1,3}\s{0,8}>?\s*$/

/** How much before a CDATA section is looked at for its element. */
const LOOK_BACK = 500

/**
 * Returns `text` with stray `<` escaped, the named entities of HTML as characters (no DTD is read,
 * so nothing else is), comments left out, and CDATA sections ended where their element ends if
 * their own end is missing. Linear.
 */
export function mendXml(text: string): string {
  const entities = new Map<string, string>()
  const find = finder(text)
  const mended: string[] = []
  let from = 0
  for (let at = text.indexOf('<!'); at >= 0; at = text.indexOf('<!', at)) {
    const isCdata = text.startsWith(CDATA, at)
    if (!isCdata && !text.startsWith(COMMENT, at)) {
      at += 2
      continue
    }
    mended.push(mendedMarkup(text.slice(from, at), entities))
    const section = isCdata ? cdataSection(text, at, find) : comment(at, find)
    if (isCdata) mended.push(CDATA, section.data, CDATA_END)
    from = section.next
    at = from
  }
  mended.push(mendedMarkup(text.slice(from), entities))
  return mended.join('')
}

/** `indexOf` for positions that only grow: what is far away, or missing, is not looked for again. */
function finder(text: string): (mark: string, from: number) => number {
  const found = new Map<string, number>()
  return (mark, from) => {
    const last = found.get(mark)
    if (last !== undefined && (last < 0 || last >= from)) return last
    const next = text.indexOf(mark, from)
    found.set(mark, next)
    return next
  }
}

function mendedMarkup(markup: string, entities: Map<string, string>): string {
  return markup.replace(STRAY, (stray: string, name?: string) => {
    if (name === undefined) return '&lt;'
    return XML_ENTITIES.has(name) ? stray : characterOf(stray, entities)
  })
}

/** As a numeric reference, which the parser reads; what HTML does not know stays as it is. */
function characterOf(entity: string, entities: Map<string, string>): string {
  const known = entities.get(entity)
  if (known !== undefined || entities.size >= ENTITIES_MAX) return known ?? entity
  // Between letters, for white space at the ends would go.
  const text = htmlText(`x${entity}x`).slice(1, -1)
  const references = [...text].map((letter) => `&#${letter.codePointAt(0)};`)
  const character = text === entity ? entity : references.join('')
  entities.set(entity, character)
  return character
}

type Section = { readonly data: string; readonly next: number }

type Finder = ReturnType<typeof finder>

function comment(start: number, find: Finder): Section {
  const end = find(COMMENT_END, start + COMMENT.length)
  // A comment without end is none.
  return { data: '', next: end < 0 ? start + COMMENT.length : end + COMMENT_END.length }
}

function cdataSection(text: string, start: number, find: Finder): Section {
  const inside = start + CDATA.length
  const end = find(CDATA_END, inside)
  const data = text.slice(inside, end < 0 ? text.length : end)
  const inner = data.indexOf(CDATA)
  if (end >= 0 && inner < 0) return { data, next: end + CDATA_END.length }
  const name = OPENED_BEFORE.exec(text.slice(Math.max(0, start - LOOK_BACK), start))?.[1]
  const closing = name === undefined ? -1 : data.indexOf(`</${name}`)
  if (closing >= 0 && (inner < 0 || closing < inner)) {
    return { data: data.slice(0, closing).replace(BROKEN_END, ''), next: inside + closing }
  }
  // One section inside another ends with the first end; the mark of its beginning is no text.
  const next = end < 0 ? text.length : end + CDATA_END.length
  return { data: data.replaceAll(CDATA, ''), next }
}
