/** Parses a page into the tree that we walk, in one pass from tag to tag; of any text, without fail. */

import { type Decoder, pageDecoder } from './entities.ts'
import type { HtmlElement } from './html-tree.ts'
import { afterSpace, endsName, GREATER, isLetter, isSpace, SLASH } from './markup-characters.ts'
import { type TagRule, tagRule } from './tag-rules.ts'
import {
  addComment,
  addText,
  type Building,
  beginTree,
  closeElement,
  openElement,
} from './tree-builder.ts'

const EXCLAMATION = 0x21
const QUOTE = 0x22
const APOSTROPHE = 0x27
const EQUALS = 0x3d
const QUESTION = 0x3f

const CDATA = '[CDATA['

type Parsing = { readonly building: Building; readonly decoder: Decoder }

/**
 * The tree below one element named `rootName`, whatever the page holds; linear in the page. What is
 * ended and implied is what htmlparser2 makes of it, in a third of its time.
 */
export function parseHtml(html: string, rootName: string): HtmlElement {
  return parsePage(html, rootName).root
}

/** The same, and whether items of lists may stand in one another: to look for them takes a walk. */
export function parsePage(
  html: string,
  rootName: string,
): { readonly root: HtmlElement; readonly nestsItems: boolean } {
  const building = beginTree(rootName)
  const root = building.parent
  const decoder = pageDecoder()
  const parsing = { building, decoder }
  let from = 0
  let tag = html.indexOf('<')
  while (tag !== -1) {
    if (!opensMarkup(html, tag)) {
      tag = html.indexOf('<', tag + 1)
      continue
    }
    if (tag > from) addText(decoder.text(html.slice(from, tag)), building)
    from = takeMarkup(html, tag, parsing)
    tag = html.indexOf('<', from)
  }
  if (from < html.length) addText(decoder.text(html.slice(from)), building)
  return { root, nestsItems: building.nestsItems }
}

function opensMarkup(html: string, tag: number): boolean {
  const code = html.charCodeAt(tag + 1)
  if (isLetter(code) || code === EXCLAMATION || code === QUESTION) return true
  if (code !== SLASH) return false
  const name = afterSpace(html, tag + 2)
  return name < html.length && html.charCodeAt(name) !== GREATER
}

/** Where the text behind goes on. */
function takeMarkup(html: string, tag: number, parsing: Parsing): number {
  const { building } = parsing
  const code = html.charCodeAt(tag + 1)
  if (code === SLASH) return takeEnd(html, afterSpace(html, tag + 2), building)
  if (code === EXCLAMATION) return takeDeclaration(html, tag, building)
  if (code === QUESTION)
    return takeComment(html, { from: tag + 2, end: '>', opening: '?' }, building)
  return takeStart(html, tag + 1, parsing)
}

function takeEnd(html: string, name: number, building: Building): number {
  if (!isLetter(html.charCodeAt(name))) {
    return takeComment(html, { from: name, end: '>', opening: '' }, building)
  }
  const end = wordEnd(html, name + 1)
  if (end < html.length) closeElement(html.slice(name, end), building)
  const close = html.indexOf('>', end)
  return close === -1 ? html.length : close + 1
}

function takeDeclaration(html: string, tag: number, building: Building): number {
  if (html.startsWith('--', tag + 2)) {
    const end = html.indexOf('-->', tag + 2)
    if (end === -1 && tag + 4 >= html.length) return html.length
    addComment(
      end === -1 ? html.slice(tag + 4) : html.slice(tag + 4, Math.max(end, tag + 4)),
      building,
    )
    return end === -1 ? html.length : end + 3
  }
  if (html.startsWith(CDATA, tag + 2)) {
    return takeComment(html, { from: tag + 2, end: ']]>', opening: '' }, building)
  }
  return takeComment(html, { from: tag + 2, end: '>', opening: '!' }, building)
}

function takeComment(
  html: string,
  { from, end, opening }: { from: number; end: string; opening: string },
  building: Building,
): number {
  const found = html.indexOf(end, from)
  addComment(opening + html.slice(from, found === -1 ? html.length : found), building)
  return found === -1 ? html.length : found + end.length
}

function takeStart(html: string, name: number, parsing: Parsing): number {
  let at = name + 1
  while (at < html.length && !endsName(html.charCodeAt(at))) at += 1
  const rule = tagRule(html.slice(name, at))
  const { building, decoder } = parsing
  const attribs: Record<string, string> = {}
  let isClosed = false
  for (;;) {
    at = afterSpace(html, at)
    if (at >= html.length) return html.length
    const code = html.charCodeAt(at)
    if (code === GREATER) break
    isClosed = code === SLASH
    at = isClosed ? at + 1 : takeAttribute(html, at, { attribs, decoder })
  }
  openElement(rule, attribs, isClosed, building)
  return isClosed ? at + 1 : takeRaw(html, at + 1, rule, parsing)
}

/** Where the attribute that begins at `name` ends; the first of a name counts. */
function takeAttribute(
  html: string,
  name: number,
  { attribs, decoder }: { attribs: Record<string, string>; decoder: Decoder },
): number {
  let at = name + 1
  for (let code = html.charCodeAt(at); at < html.length; code = html.charCodeAt(at)) {
    if (code === EQUALS || endsName(code)) break
    at += 1
  }
  const key = html.slice(name, at).toLowerCase()
  const equals = afterSpace(html, at)
  if (html.charCodeAt(equals) !== EQUALS) {
    if (!Object.hasOwn(attribs, key)) attribs[key] = ''
    return equals
  }
  const start = afterSpace(html, equals + 1)
  const quote = html.charCodeAt(start)
  const isQuoted = quote === QUOTE || quote === APOSTROPHE
  const from = isQuoted ? start + 1 : start
  const end = isQuoted ? html.indexOf(quote === QUOTE ? '"' : "'", from) : wordEnd(html, from)
  if (end === -1) return html.length
  if (!Object.hasOwn(attribs, key)) attribs[key] = decoder.attribute(html.slice(from, end))
  return isQuoted ? end + 1 : end
}

/** Of an end tag's name, or a value without quotes. */
function wordEnd(html: string, from: number): number {
  let at = from
  while (at < html.length && html.charCodeAt(at) !== GREATER && !isSpace(html.charCodeAt(at)))
    at += 1
  return at
}

/** What scripts and the like hold is text, and ends with their own end tag only. */
function takeRaw(
  html: string,
  from: number,
  { name, rawEnd }: TagRule,
  { building, decoder }: Parsing,
): number {
  if (rawEnd === undefined) return from
  rawEnd.lastIndex = from
  const end = rawEnd.exec(html)?.index ?? html.length
  const text = html.slice(from, end)
  if (text !== '') addText(name === 'title' ? decoder.text(text) : text, building)
  return end
}
