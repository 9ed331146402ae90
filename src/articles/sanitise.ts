/** Rebuilds HTML from the allow-list, with our own serialiser: what is not known does not pass. */

import {
  type AllowedTag,
  allowedTag,
  escapeHtml,
  imageTag,
  isForbidden,
  openingTag,
  type TagKind,
} from './allowed-html.ts'
import { type HtmlElement, type HtmlNode, isElement, textData, walk } from './html-tree.ts'
import { linesOf, spaced, withoutEndBreaks } from './white-space.ts'

/** Open tags at a time. Deeper ones are unwrapped, so that no browser has to nest without end. */
const DEPTH_MAX = 32

/** Blocks that may hold other blocks; the nameless one is the root. */
const HOLDS_BLOCKS: ReadonlySet<string> = new Set(['', 'div', 'blockquote', 'figure', 'figcaption'])

export type SanitiseOptions = {
  /** What relative addresses are relative to. */
  baseUrl: string
  /** Nodes that are left out with all that they hold. */
  drop?: ReadonlySet<HtmlNode>
}

/** Safe HTML, and the same content as text, a line for each line that a reader sees. */
export type CleanHtml = { html: string; text: string }

type Frame = {
  element: HtmlElement | undefined
  name: string
  kind: TagKind
  open: string
  html: string[]
  text: string[]
  /** Holds text or a picture: worth keeping. */
  filled: boolean
  holdsBlock: boolean
}

type State = { frames: Frame[]; options: SanitiseOptions; inPre: number; sawPre: boolean }

/** Serialises `nodes` as safe HTML: no script, style, handler, empty paragraph or foreign address. */
export function sanitise(nodes: readonly HtmlNode[], options: SanitiseOptions): CleanHtml {
  const root = frameFor(undefined, { name: '', kind: 'block' }, '')
  const state: State = { frames: [root], options, inPre: 0, sawPre: false }
  for (const node of nodes) {
    walk(node, {
      enter: (inner) => enter(inner, state),
      leave: (element) => leave(element, state),
    })
  }
  return {
    html: withoutEndBreaks(root.html.join('').trim()),
    text: linesOf(root.text.join(''), state.sawPre),
  }
}

function frameFor(element: HtmlElement | undefined, tag: AllowedTag, open: string): Frame {
  return { element, ...tag, open, html: [], text: [], filled: false, holdsBlock: false }
}

function enter(node: HtmlNode, state: State): boolean {
  if (state.options.drop?.has(node) === true) return false
  const data = textData(node)
  if (data !== undefined) addText(data, state)
  if (!isElement(node) || isForbidden(node.name)) return false
  if (node.name === 'img') addImage(node, state)
  if (node.name === 'br') addBreak(state)
  openFrame(node, state)
  return true
}

function top(state: State): Frame {
  return state.frames.at(-1) ?? frameFor(undefined, { name: '', kind: 'block' }, '')
}

function addText(data: string, state: State): void {
  const frame = top(state)
  const text = state.inPre > 0 ? data.replaceAll('\u0000', '') : spaced(data)
  if (text.trim() === '') {
    if (frame.kind !== 'parts') append(frame, text, text)
    return
  }
  append(frame, escapeHtml(text), text)
  frame.filled = true
}

function append(frame: Frame, html: string, text: string): void {
  frame.html.push(html)
  frame.text.push(text)
}

function addImage(img: HtmlElement, state: State): void {
  const tag = imageTag(img, state.options.baseUrl)
  if (tag === undefined) return
  const frame = top(state)
  append(frame, tag, '')
  frame.filled = true
}

/** A break before anything is said would be an empty line. */
function addBreak(state: State): void {
  const frame = top(state)
  if (frame.filled) append(frame, state.inPre > 0 ? '\n' : '<br>', '\n')
}

function openFrame(element: HtmlElement, state: State): void {
  const tag = allowedTag(element.name)
  if (tag === undefined || state.frames.length > DEPTH_MAX) return
  if (tag.kind === 'inline' && isOpen(state, tag.name)) return
  const open = openingTag(element, tag.name, state.options.baseUrl)
  if (open === undefined) return
  const fitting = fit(tag, top(state), state)
  if (fitting === undefined) startLine(state)
  const used = fitting ?? { name: '', kind: 'inline' }
  state.frames.push(frameFor(element, used, fitting === undefined ? '' : open))
  if (tag.name === 'pre') state.inPre += 1
  state.sawPre ||= tag.name === 'pre'
}

function isOpen(state: State, name: string): boolean {
  return state.frames.some((frame) => frame.name === name)
}

/** The tag if it may stand where it stands; undefined where a line break has to do. */
function fit(tag: AllowedTag, parent: Frame, state: State): AllowedTag | undefined {
  if (tag.kind === 'inline') return tag
  const phrasing = state.frames.some((frame) => holdsPhrasesOnly(frame))
  if (phrasing) return undefined
  if (tag.kind === 'cell' && parent.kind !== 'parts') return undefined
  if (tag.name === 'figcaption' && parent.name !== 'figure') return undefined
  return tag
}

function holdsPhrasesOnly(frame: Frame): boolean {
  if (frame.kind === 'inline') return true
  return frame.kind === 'block' && !HOLDS_BLOCKS.has(frame.name)
}

function startLine(state: State): void {
  const frame = top(state)
  if (frame.filled && frame.html.at(-1) !== '<br>') append(frame, '<br>', '\n')
}

function leave(element: HtmlElement, state: State): void {
  const frame = top(state)
  if (frame.element !== element) return
  state.frames.pop()
  if (frame.name === 'pre') state.inPre -= 1
  close(frame, top(state))
}

/** Writes a finished frame into its parent, if it says anything. */
function close(frame: Frame, parent: Frame): void {
  const html = frame.html.join('')
  const text = frame.text.join('')
  if (!frame.filled && frame.kind !== 'cell') {
    if (frame.kind === 'inline' && text !== '') append(parent, ' ', ' ')
    return
  }
  parent.filled ||= frame.filled
  if (frame.kind === 'inline') {
    append(parent, frame.open === '' ? html : `${frame.open}${html}</${frame.name}>`, text)
    if (frame.open === '') append(parent, '', '\n')
    return
  }
  const separator = frame.name === 'td' || frame.name === 'th' ? ' ' : '\n'
  append(parent, wrapped(frame, html, parent), `${separator}${text}${separator}`)
  parent.holdsBlock = true
}

/** A `<div>` that holds blocks is no paragraph: its blocks stand for themselves. */
function wrapped(frame: Frame, html: string, parent: Frame): string {
  if (frame.name === 'pre') return `<pre>${html}</pre>`
  const inner = withoutEndBreaks(html.trim())
  if (frame.name !== 'div') return `${frame.open}${inner}</${frame.name}>`
  return frame.holdsBlock || (parent.kind === 'cell' && parent.html.length === 0)
    ? inner
    : `<p>${inner}</p>`
}
