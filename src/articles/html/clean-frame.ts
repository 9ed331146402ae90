/** One open tag of the HTML that we write, with what it has gathered: runs of words, and finished blocks. */

import type { AllowedTag, TagKind } from './allowed-html.ts'
import type { EmbedAddress } from './embed-address.ts'
import type { HtmlElement } from './html-tree.ts'

/** Breaks in a row; more were meant as a margin. */
const BREAKS_MAX = 2

/** Tags in which words beside blocks become paragraphs of their own. */
const PARAGRAPHS_APART: ReadonlySet<string> = new Set(['', 'blockquote', 'div'])

export type Frame = {
  /** None for the root, and for a cell that the partner left out. */
  readonly element: HtmlElement | undefined
  readonly name: string
  readonly kind: TagKind
  open: string
  /** Its white space is shown: it is, or stands in, code. */
  readonly isCode: boolean
  /** The post that a quotation comes from, until a link to it is seen. */
  post: EmbedAddress | undefined
  /** Finished blocks, in order; before the run. */
  readonly blocks: string[]
  /** The one paragraph that `blocks` consist of, without its tags. */
  onlyParagraph: string | undefined
  /** Words, pictures and inline tags since the last block. */
  run: string[]
  readonly text: string[]
  /** The run holds words or a picture. */
  said: boolean
  /** Words or a picture, anywhere in it. */
  filled: boolean
  /** Breaks that are written before whatever follows in the run. */
  breaks: number
  /** Another space would not be seen. */
  spaced: boolean
}

/** An empty frame. `open` is its opening tag as it will be written. */
export function frameFor(
  element: HtmlElement | undefined,
  { name, kind }: AllowedTag,
  { open, isCode = false }: { open: string; isCode?: boolean },
): Frame {
  return {
    ...{ element, name, kind, open, isCode, post: undefined, onlyParagraph: undefined },
    ...{ blocks: [], run: [], text: [], said: false, filled: false, breaks: 0, spaced: true },
  }
}

/** Adds words, a picture or a finished inline tag to the run. */
export function say(frame: Frame, html: string, text: string): void {
  if (frame.breaks > 0) writeBreaks(frame, text)
  frame.run.push(html)
  frame.text.push(text)
  frame.said = true
  frame.filled = true
}

/** Adds the space between two words, where one would be seen. */
export function addSpace(frame: Frame): void {
  if (frame.spaced) return
  frame.run.push(' ')
  frame.text.push(' ')
  frame.spaced = true
}

/** Adds a finished block; `paragraph` is its content if it is nothing but one paragraph. */
export function addBlock(
  frame: Frame,
  { html, text, paragraph }: { html: string; text: string; paragraph: string | undefined },
  separator: '\n' | ' ' = '\n',
): void {
  endRun(frame)
  frame.onlyParagraph = frame.blocks.length === 0 ? paragraph : undefined
  frame.blocks.push(html)
  frame.text.push(separator, text, separator)
}

/** What the frame holds, without its own tags. */
export function innerHtml(frame: Frame): string {
  if (frame.blocks.length === 0) return trimmed(frame)
  endRun(frame)
  return frame.blocks.join('')
}

/** Asks for a line's end before what follows; nothing is written where nothing stands before it. */
export function requestBreak(frames: readonly Frame[], count: 'once' | 'more'): void {
  for (let at = frames.length - 1; at >= 0; at -= 1) {
    const frame = frames[at]
    if (frame === undefined) return
    frame.spaced = true
    if (frame.said) {
      const wanted = count === 'more' ? frame.breaks + 1 : 1
      frame.breaks = Math.max(frame.breaks, Math.min(wanted, BREAKS_MAX))
      return
    }
    if (!frame.isCode) frame.run = []
    if (frame.kind !== 'inline') return
  }
}

function writeBreaks(frame: Frame, next: string): void {
  const isBroken = frame.isCode && (frame.run.at(-1)?.endsWith('\n') || next.startsWith('\n'))
  if (!isBroken) {
    frame.run.push(frame.isCode ? '\n' : '<br>'.repeat(frame.breaks))
    frame.text.push('\n')
  }
  frame.breaks = 0
}

function endRun(frame: Frame): void {
  const run = trimmed(frame)
  if (frame.said) {
    frame.blocks.push(PARAGRAPHS_APART.has(frame.name) ? `<p>${run}</p>` : run)
    frame.onlyParagraph = undefined
  }
  frame.run = []
  frame.said = false
  frame.breaks = 0
  frame.spaced = true
}

/** White space at the ends of a block shows nothing; in code, the first line may be indented. */
function trimmed({ name, run }: Frame): string {
  const html = run.join('')
  return name === 'pre' ? html.replace(/^\n+/, '').trimEnd() : html.trim()
}
