/** Writes words, links, pictures and emphasis as Markdown, so that no word is taken for markup. */

import {
  type HtmlElement,
  type HtmlNode,
  isElement,
  textData,
} from '../src/articles/html/html-tree.ts'

/** Markdown's own signs; a tag that has none is written as HTML where its words need it. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['del', '~~'],
  ['em', '*'],
  ['strong', '**'],
])

const HTML_TAGS: ReadonlySet<string> = new Set(['kbd', 'mark', 'sub', 'sup'])

/** Characters that may begin or end markup anywhere in a line. */
const SPECIAL = /[\\`*_[\]<>&~|]/g

/** What makes a line a heading, quote, list, rule or code, where it begins one. */
const LINE_START = /^(\s*)(#{1,6}(?=\s|$)|[-+=](?=[\s\-+=]|$)|(\d{1,9})([.)])(?=\s|$))/

const PUNCTUATION_OR_SPACE = /^[\p{P}\p{S}\s]?$/u

/** The run as one paragraph; `\` ends each line that was broken on purpose. */
export function inlineMarkdown(nodes: readonly HtmlNode[]): string {
  const text = nodes.map((node) => written(node)).join('')
  const lines = text.split('\n').map((line) => line.replace(/^ +| +$/g, ''))
  return lines
    .map(startingPlainly)
    .join('\\\n')
    .replace(/^(?:\\\n)+|(?:\\\n)+$/g, '')
    .trim()
}

/** Words that are no markup, wherever in a line they stand. */
export function escapedWords(text: string): string {
  return text.replace(SPECIAL, '\\$&')
}

/** The words alone. */
export function plainText(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) => (isElement(node) ? plainText(node.children) : (textData(node) ?? '')))
    .join('')
}

function written(node: HtmlNode): string {
  const data = textData(node)
  if (data !== undefined) return beforeLink(escapedWords(data.replace(/\s+/g, ' ')), node.next)
  return isElement(node) ? writtenElement(node) : ''
}

function writtenElement(element: HtmlElement): string {
  const { name, attribs, children } = element
  switch (name) {
    case 'br':
      return '\n'
    case 'img':
      return `![${escapedWords(attribs['alt'] ?? '')}](${target(attribs['src'])})`
    case 'video':
    case 'audio':
      return `[▶](${target(attribs['src'])})`
    case 'code':
      return codeSpan(element)
    case 'a':
      return `[${children.map(written).join('')}](${target(attribs['href'])})`
    default:
      return emphasised(element, children.map(written).join(''))
  }
}

/** Spaces move out of the signs; where a sign would not be read as one, the tag itself stands. */
function emphasised({ name, prev, next }: HtmlElement, inner: string): string {
  const sign = SIGNS.get(name)
  if (HTML_TAGS.has(name)) return `<${name}>${inner}</${name}>`
  const words = inner.trim()
  if (sign === undefined || words === '') return inner
  const before = inner.slice(0, inner.indexOf(words))
  const after = inner.slice(before.length + words.length)
  const isRead =
    (before !== '' || opens(lastOf(prev), words)) &&
    (after !== '' || opens(firstOf(next), words.at(-1) ?? ''))
  const shown = isRead ? `${sign}${words}${sign}` : `<${name}>${words}</${name}>`
  return `${before}${shown}${after}`
}

/** CommonMark: a sign beside punctuation inside must have punctuation or a space outside. */
function opens(outside: string | undefined, words: string): boolean {
  if (outside === undefined) return false
  return PUNCTUATION_OR_SPACE.test(outside) || /^[\p{L}\p{N}]/u.test(words)
}

/** The character that stands right before; undefined where another tag stands there. */
function lastOf(node: HtmlNode | null): string | undefined {
  return node === null || isEdge(node) ? '' : textData(node)?.at(-1)
}

function firstOf(node: HtmlNode | null): string | undefined {
  return node === null || isEdge(node) ? '' : textData(node)?.at(0)
}

/** Whether the line begins or ends there. */
function isEdge(node: HtmlNode): boolean {
  return isElement(node) && node.name === 'br'
}

/** Side by side, two spans of code would be read as one: there, the tag itself stands. */
function codeSpan({ children, prev, next }: HtmlElement): string {
  const text = plainText(children).replace(/\s+/g, ' ')
  const isBesideCode = [prev, next].some((node) => node && isElement(node) && node.name === 'code')
  if (isBesideCode) return `<code>${escapedWords(text)}</code>`
  const runs = text.match(/`+/g) ?? []
  const fence = '`'.repeat(runs.reduce((most, run) => Math.max(most, run.length), 0) + 1)
  const gap = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return text.trim() === '' ? text : `${fence}${gap}${text}${gap}${fence}`
}

/** `!` before a link would make a picture of it. */
function beforeLink(text: string, next: HtmlNode | null): string {
  const isBefore = text.endsWith('!') && next !== null && isElement(next) && next.name === 'a'
  return isBefore ? `${text.slice(0, -1)}\\!` : text
}

/** An address that ends where its bracket does. */
function target(address = ''): string {
  return address.replaceAll('(', '%28').replaceAll(')', '%29')
}

function startingPlainly(line: string): string {
  return line.replace(
    LINE_START,
    (_whole, space: string, sign: string, figures?: string, closing?: string) =>
      figures === undefined ? `${space}\\${sign}` : `${space}${figures}\\${closing}`,
  )
}
