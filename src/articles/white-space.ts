/** White space in markup and in text, as a browser would show it. */

import { collapse } from './html-tree.ts'

/** The text of one node: white space inside collapsed, at the ends kept as one space. */
export function spaced(data: string): string {
  const inner = collapse(data)
  if (inner === '') return data === '' ? '' : ' '
  return `${/^\s/.test(data) ? ' ' : ''}${inner}${/\s$/.test(data) ? ' ' : ''}`
}

/** HTML without the line breaks that end a block and show nothing. */
export function withoutEndBreaks(html: string): string {
  let end = html.length
  while (html.endsWith('<br>', end)) end -= '<br>'.length
  return html.slice(0, end).trimEnd()
}

/** One line each, none of them empty; `keepIndent` for code. */
export function linesOf(text: string, keepIndent: boolean): string {
  return text
    .split('\n')
    .map((line) => (keepIndent ? line.trimEnd() : collapse(line)))
    .filter((line) => line !== '')
    .join('\n')
}
