/** White space in markup and in text, as a browser would show it. */

import { collapse, withoutInvisible } from './html-tree.ts'

/** A control character, which withoutInvisible takes out of every text. */
const CODE_LINE = '\u0000'

/** The text of one node: white space inside collapsed, at the ends kept as one space. */
export function spaced(data: string): string {
  const inner = collapse(data)
  if (inner.length === data.length) return inner
  if (inner === '') return /\s/.test(data) ? ' ' : ''
  const start = data.trimStart() === data ? '' : ' '
  const end = data.trimEnd() === data ? '' : ' '
  return start + inner + end
}

/** The text of one node of code: its lines as they are. */
export function verbatim(data: string): string {
  return withoutInvisible(data).replace(/\r\n?/g, '\n')
}

/** The lines of code as text, told from prose by a character that no text of ours holds. */
export function asCodeLines(text: string): string {
  return text
    .split('\n')
    .map((line) => `${CODE_LINE}${line}`)
    .join('\n')
}

/** One line each, none of them empty; code keeps its indents. */
export function linesOf(text: string): string {
  if (!text.includes('\n') && !text.startsWith(CODE_LINE)) return collapse(text)
  return text
    .split('\n')
    .map((line) =>
      line.startsWith(CODE_LINE) ? line.slice(CODE_LINE.length).trimEnd() : collapse(line),
    )
    .filter((line) => line !== '')
    .join('\n')
}
