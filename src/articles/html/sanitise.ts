/** Rebuilds HTML from the allow-list, with our own serialiser: what is not known does not pass. */

import {
  type AllowedTag,
  allowedTag,
  EMBED_FIGURE,
  escapeHtml,
  imageTag,
  isForbidden,
  openingTag,
} from './allowed-html.ts'
import { closeFrame } from './clean-close.ts'
import {
  addBlock,
  addSpace,
  type Frame,
  frameFor,
  innerHtml,
  requestBreak,
  say,
} from './clean-frame.ts'
import { embedAddress } from './embed-address.ts'
import { type EmbedHtml, embedHtml } from './embed-html.ts'
import { quotedPost } from './embed-markup.ts'
import { endsImplied, impliedBefore, impliedTags } from './fitting-tags.ts'
import {
  attribute,
  collapse,
  type HtmlElement,
  type HtmlNode,
  isElement,
  textData,
  walk,
} from './html-tree.ts'
import { isLineNumber } from './line-numbers.ts'
import { mathHtml } from './math-text.ts'
import { linesOf, spaced, verbatim } from './white-space.ts'

/** Open tags at a time. Deeper ones are unwrapped, so that no browser has to nest without end. */
const DEPTH_MAX = 32

export type SanitiseOptions = {
  /** What relative addresses are relative to. */
  baseUrl: string
  /** Nodes that are left out with all that they hold. */
  drop?: ReadonlySet<HtmlNode>
}

/** Safe HTML, and the same content as text, a line for each line that a reader sees. */
export type CleanHtml = { html: string; text: string }

type State = {
  frames: [Frame, ...Frame[]]
  options: SanitiseOptions
}

/**
 * Serialises `nodes` as safe HTML: no script, style, handler, empty paragraph or foreign address.
 * What is embedded becomes a link or a plain player. Twice is the same as once.
 */
export function sanitise(nodes: readonly HtmlNode[], options: SanitiseOptions): CleanHtml {
  const words = wordsOf(nodes, options)
  if (words !== undefined) return { html: escapeHtml(words), text: words }
  const root = frameFor(undefined, { name: '', kind: 'block' }, { open: '' })
  const state: State = { frames: [root], options }
  for (const node of nodes) {
    walk(node, {
      enter: (inner) => enter(inner, state),
      leave: (element) => leave(element, state),
    })
  }
  return { html: innerHtml(root), text: linesOf(root.text.join('')) }
}

/** The words of what is nothing but words, as most paragraphs are. */
function wordsOf(nodes: readonly HtmlNode[], { drop }: SanitiseOptions): string | undefined {
  const [only] = nodes
  const data = only === undefined || nodes.length > 1 ? undefined : textData(only)
  return data === undefined || (only && drop?.has(only)) ? undefined : collapse(data)
}

function enter(node: HtmlNode, state: State): boolean {
  if (state.options.drop?.has(node) === true) return false
  const data = textData(node)
  if (data !== undefined) addText(data, state)
  if (!isElement(node)) return false
  const { name } = node
  if (name === 'q') addText('“', state)
  if (name === 'br') addBreak(state)
  else if (name === 'img' || name === 'amp-img') addImage(node, state)
  else if (name === 'math') addMath(node, state)
  else {
    const embed = embedHtml(node, state.options.baseUrl)
    if (embed !== undefined) addEmbed(embed, state)
    else if (!isForbidden(name) && !isLineNumber(node)) return openTag(node, state)
  }
  return false
}

function top({ frames }: State): Frame {
  return frames.at(-1) ?? frames[0]
}

/** The innermost frame, once it may hold words: parts of lists and tables get the cell they lack. */
function host(state: State): Frame {
  for (const tag of impliedTags(top(state).name)) {
    state.frames.push(frameFor(undefined, tag, { open: `<${tag.name}>` }))
  }
  return top(state)
}

function addText(data: string, state: State): void {
  if (top(state).isCode) {
    addCode(verbatim(data), top(state))
    return
  }
  const text = spaced(data)
  if (text === '') return
  if (text === ' ') {
    if (top(state).kind !== 'parts') addSpace(top(state))
    return
  }
  const frame = host(state)
  const shown = frame.spaced ? text.trimStart() : text
  say(frame, escapeHtml(shown), shown)
  frame.spaced = text.endsWith(' ')
}

function addCode(text: string, frame: Frame): void {
  if (text.trim() !== '') {
    say(frame, escapeHtml(text), text)
    return
  }
  frame.run.push(text)
  frame.text.push(text)
}

function addBreak(state: State): void {
  if (top(state).isCode) addText('\n', state)
  else requestBreak(state.frames, 'more')
}

function addImage(img: HtmlElement, state: State): void {
  const tag = imageTag(img, state.options.baseUrl)
  if (tag === undefined) return
  const frame = host(state)
  say(frame, tag, '')
  frame.spaced = false
}

function addMath(math: HtmlElement, state: State): void {
  const { html, text } = mathHtml(math, isOpen(state, 'code'))
  if (text === '') return
  const frame = host(state)
  say(frame, html, text)
  frame.spaced = false
}

/** As a figure where one may stand, else among the words. */
function addEmbed({ html, text }: EmbedHtml, state: State): void {
  if (isOpen(state, 'a')) return
  const frame = host(state)
  if (frame.name === 'figure') {
    frame.open = EMBED_FIGURE
    say(frame, html, text)
    return
  }
  if (impliedBefore('figure', frame) !== undefined) {
    const figure = `${EMBED_FIGURE}${html}</figure>`
    addBlock(frame, { html: figure, text, paragraph: undefined })
    frame.filled = true
    return
  }
  if (!frame.isCode) addSpace(frame)
  say(frame, html, text)
  frame.spaced = false
  if (!frame.isCode) addSpace(frame)
}

function openTag(element: HtmlElement, state: State): boolean {
  const tag = allowedTag(element.name)
  if (tag === undefined) return true
  if (tag.kind !== 'inline') requestBreak(state.frames, 'once')
  if (state.frames.length > DEPTH_MAX) return true
  if (tag.kind === 'inline' && isOpen(state, tag.name)) return true
  pushFrame(element, tag, state)
  return true
}

function pushFrame(element: HtmlElement, tag: AllowedTag, state: State): void {
  const { baseUrl } = state.options
  const open = openingTag(element, tag.name, baseUrl)
  if (open === undefined) return
  for (let last = top(state); endsImplied(tag.name, last); last = top(state)) {
    state.frames.pop()
    closeFrame(last, top(state), state.frames)
  }
  const implied = impliedBefore(tag.name, top(state))
  if (implied === undefined) return
  for (const missing of implied) {
    state.frames.push(frameFor(undefined, missing, { open: `<${missing.name}>` }))
  }
  const isCode = tag.name === 'pre' || top(state).isCode
  const frame = frameFor(element, tag, { open, isCode })
  if (tag.kind === 'inline') frame.spaced = top(state).spaced
  if (tag.name === 'blockquote') frame.post = quotedPost(element, baseUrl)
  if (tag.name === 'a') forgetPost(element, state)
  state.frames.push(frame)
}

/** A quotation that links to its post need not be given such a link. */
function forgetPost(link: HtmlElement, { frames, options }: State): void {
  const quote = frames.findLast(({ post }) => post !== undefined)
  if (quote === undefined) return
  const address = embedAddress(attribute(link, 'href') ?? '', options.baseUrl)?.address
  if (address === quote.post?.address) quote.post = undefined
}

function isOpen({ frames }: State, name: string): boolean {
  return frames.some((frame) => frame.name === name)
}

/** Closes the element's frame, and the cells inside it that nobody else closes. */
function leave(element: HtmlElement, state: State): void {
  const { frames, options } = state
  if (element.name === 'q' && options.drop?.has(element) !== true) addText('”', state)
  const own = frames.findLast((frame) => frame.element !== undefined)
  if (own?.element !== element) {
    const tag = allowedTag(element.name)
    if (tag !== undefined && tag.kind !== 'inline') requestBreak(frames, 'once')
    return
  }
  for (let frame = frames.pop(); frame !== undefined; frame = frames.pop()) {
    closeFrame(frame, top(state), frames)
    if (frame === own) break
  }
}
