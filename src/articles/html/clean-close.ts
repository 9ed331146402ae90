/** Writes a finished frame into the one around it, if it says anything. */

import { addBlock, addSpace, type Frame, innerHtml, requestBreak, say } from './clean-frame.ts'
import { embedLink } from './embed-html.ts'
import { asCodeLines } from './white-space.ts'

/** `frames` are those still open, `parent` the innermost. */
export function closeFrame(frame: Frame, parent: Frame, frames: readonly Frame[]): void {
  const isKept = frame.filled || frame.name === 'td' || frame.name === 'th'
  if (frame.kind === 'inline') closeInline(frame, parent)
  else if (isKept) closeBlock(frame, parent)
  else requestBreak(frames, 'once')
}

function closeInline(frame: Frame, parent: Frame): void {
  const text = frame.text.join('')
  if (!frame.filled) {
    if (text !== '') addSpace(parent)
    return
  }
  const [html, shown] = written(frame, text)
  say(parent, html, shown)
  parent.spaced = frame.spaced
  parent.breaks = frame.breaks
}

/** The brackets of a gloss are characters, so that plain text has them, too. */
function written(frame: Frame, text: string): [html: string, text: string] {
  const html = frame.run.join('')
  if (frame.name === 'rt') return [`<rp>（</rp><rt>${html}</rt><rp>）</rp>`, `（${text}）`]
  return [`${frame.open}${html}</${frame.name}>`, text]
}

function closeBlock(frame: Frame, parent: Frame): void {
  parent.filled ||= frame.filled
  if (frame.post !== undefined) addPostLink(frame, frame.post)
  const inner = innerHtml(frame)
  const said = frame.text.join('')
  const text = frame.name === 'pre' ? asCodeLines(said) : said
  const separator = frame.name === 'td' || frame.name === 'th' ? ' ' : '\n'
  addBlock(parent, { ...closedBlock(frame, inner), text }, separator)
}

/** A division of blocks is no paragraph, and the only paragraph of a cell needs no tags. */
function closedBlock(
  { name, kind, open, blocks, onlyParagraph }: Frame,
  inner: string,
): { html: string; paragraph: string | undefined } {
  if (name === 'div' && blocks.length > 0) return { html: inner, paragraph: onlyParagraph }
  if (name === 'div' || name === 'p') return { html: `<p>${inner}</p>`, paragraph: inner }
  const content = kind === 'cell' ? (onlyParagraph ?? inner) : inner
  return { html: `${open}${content}</${name}>`, paragraph: undefined }
}

/** Scripts would have shown the post itself. */
function addPostLink(frame: Frame, post: NonNullable<Frame['post']>): void {
  const { html, text } = embedLink({ ...post, poster: undefined }, undefined)
  addBlock(frame, { html: `<p>${html}</p>`, text, paragraph: undefined })
}
