/** Parses what feeds write as the XML that they meant; any text, without fail, in linear time. */

import { pageDecoder } from '../../articles/html/entities.ts'
import type { HtmlElement } from '../../articles/html/html-tree.ts'
import { beginXml, type XmlTree } from './xml-tree.ts'

const CDATA = '<![CDATA['
const CDATA_END = ']]>'
const COMMENT = '<!--'
const COMMENT_END = '-->'

/** Of one element; what follows is passed over. */
const ATTRIBUTES_MAX = 200

/** What feeds escape is full of these. */
const COMMON: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&gt;': '>',
  '&lt;': '<',
  '&nbsp;': '\u00a0',
  '&quot;': '"',
}

/** In UTF-16 code units behind a `>` in which the next tag shows that a quote was never closed. */
const LOOK_AHEAD = 200

/** Of numbers and names, those of HTML included: no DTD is read, so there is nothing to expand. */
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi

const START = /<([a-z_:\u0080-\uffff][^\s<>/="']{0,100})/iy
const END = /<\/\s{0,20}([^\s<>/]{0,100})[^<>]*>?/y
const ATTRIBUTE = /[\s/"']*([^\s=<>/"']+)(?:\s*(=)\s*)?/y
const BARE_VALUE = /[^\s<>]*/y
const TAG_END = /[^<>]*/y

/** What remains of a CDATA section's end that was broken. */
const BROKEN_END = /\]{1,3}\s{0,8}>?\s{0,80}$/
const BROKEN_END_LENGTH_MAX = 100

type Parsing = {
  readonly text: string
  readonly tree: XmlTree
  /** `indexOf` for positions that only grow: what is far away, or missing, is looked for once. */
  readonly find: (mark: string, from: number) => number
  readonly decode: (written: string) => string
}

/**
 * The tree below a nameless root. Names are in lower case; comments and instructions are left out;
 * CDATA is text; a `<` that begins no tag is text; what has no end ends with what is around it.
 */
export function parseXml(text: string): HtmlElement {
  const { text: decoded } = pageDecoder()
  const decode = (written: string) =>
    written.replace(ENTITY, (entity) => COMMON[entity] ?? decoded(entity))
  const parsing: Parsing = { text, tree: beginXml(), find: finder(text), decode }
  let from = 0
  while (from < text.length) {
    const tag = text.indexOf('<', from)
    const end = tag < 0 ? text.length : tag
    if (end > from) parsing.tree.addText(decode(text.slice(from, end)))
    from = tag < 0 ? end : takeMarkup(parsing, tag)
  }
  return parsing.tree.root
}

/** Where what follows the markup at `tag` begins. */
function takeMarkup(parsing: Parsing, tag: number): number {
  const { text, tree, find } = parsing
  const next = text[tag + 1]
  if (next === '!') return takeDeclaration(parsing, tag)
  if (next === '?') return behind(find('>', tag), tag + 2)
  if (next === '/') {
    const [whole = '</', name = ''] = matchAt(END, text, tag) ?? []
    tree.close(name.toLowerCase())
    return tag + whole.length
  }
  const name = matchAt(START, text, tag)?.[1]
  if (name !== undefined) return takeStart(parsing, tag + 1 + name.length, name.toLowerCase())
  tree.addText('<')
  return tag + 1
}

function takeDeclaration(parsing: Parsing, tag: number): number {
  const { text, find } = parsing
  if (text.startsWith(CDATA, tag)) return takeCdata(parsing, tag + CDATA.length)
  if (text.startsWith(COMMENT, tag)) {
    const end = find(COMMENT_END, tag + COMMENT.length)
    // A comment without end is none.
    return end < 0 ? tag + COMMENT.length : end + COMMENT_END.length
  }
  return behind(find('>', tag), tag + 2)
}

/** Ends where its element does if its own end is missing: others of its kind would be swallowed. */
function takeCdata({ text, tree, find }: Parsing, from: number): number {
  const end = find(CDATA_END, from)
  const data = text.slice(from, end < 0 ? text.length : end)
  const inner = data.indexOf(CDATA)
  if (end >= 0 && inner < 0) {
    tree.addText(data)
    return end + CDATA_END.length
  }
  const closing = data.indexOf(`</${tree.parent().name}`)
  if (closing >= 0 && (inner < 0 || closing < inner)) {
    const start = Math.max(0, closing - BROKEN_END_LENGTH_MAX)
    tree.addText(data.slice(0, start) + data.slice(start, closing).replace(BROKEN_END, ''))
    return from + closing
  }
  // A section inside another one ends both; the mark of its beginning is no text.
  tree.addText(data.replaceAll(CDATA, ''))
  return end < 0 ? text.length : end + CDATA_END.length
}

function takeStart(parsing: Parsing, from: number, name: string): number {
  const { text, tree } = parsing
  const attribs: Record<string, string> = {}
  let at = from
  let count = 0
  for (let found = matchAt(ATTRIBUTE, text, at); found !== null; ) {
    const [whole, written = '', equals] = found
    const key = written.toLowerCase()
    at += whole.length
    const value = equals === undefined ? { data: '', end: at } : takeValue(parsing, at)
    count += 1
    if (count <= ATTRIBUTES_MAX && !Object.hasOwn(attribs, key)) attribs[key] = value.data
    at = value.end
    found = matchAt(ATTRIBUTE, text, at)
  }
  const rest = matchAt(TAG_END, text, at)?.[0] ?? ''
  const end = at + rest.length
  tree.open(name, attribs, rest.trimEnd().endsWith('/'))
  return text[end] === '>' ? end + 1 : end
}

function takeValue({ text, find, decode }: Parsing, from: number): { data: string; end: number } {
  const quote = text[from]
  if (quote !== '"' && quote !== "'") {
    const bare = matchAt(BARE_VALUE, text, from)?.[0] ?? ''
    // The last slash of `<a b=c/>` belongs to the tag.
    const data = text[from + bare.length] === '>' ? bare.replace(/\/$/, '') : bare
    return { data: decode(data), end: from + data.length }
  }
  const close = find(quote, from + 1)
  const tagEnd = find('>', from + 1)
  const isOpen =
    close < 0 ||
    (tagEnd >= 0 && tagEnd < close && hasTag(text, tagEnd, Math.min(close, tagEnd + LOOK_AHEAD)))
  const end = isOpen ? (tagEnd < 0 ? text.length : tagEnd) : close
  return { data: decode(text.slice(from + 1, end)), end: isOpen ? end : end + 1 }
}

function hasTag(text: string, from: number, to: number): boolean {
  return /<[a-z/!]/i.test(text.slice(from, to))
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function behind(found: number, otherwise: number): number {
  return found < 0 ? otherwise : found + 1
}

function finder(text: string): Parsing['find'] {
  const found = new Map<string, number>()
  return (mark, from) => {
    const last = found.get(mark)
    if (last !== undefined && (last < 0 || last >= from)) return last
    const next = text.indexOf(mark, from)
    found.set(mark, next)
    return next
  }
}
