/** Writes our own safe HTML as Markdown (CommonMark, with tables and struck out words as GitHub has them). */

import { load } from 'cheerio/slim'
import { type HtmlElement, type HtmlNode, isElement } from '../src/articles/html/html-tree.ts'
import { inlineMarkdown, plainText } from './markdown-inline.ts'

const HEADING = /^h[2-6]$/

/** Tags that stand for themselves; what is between them is a paragraph. */
const BLOCKS: ReadonlySet<string> = new Set([
  ...['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'figure', 'figcaption', 'table'],
  ...['ul', 'ol', 'dl', 'dt', 'dd', 'caption', 'li', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th'],
])

/** In code and addresses, which are not escaped themselves. */
const BARE_PIPE = /(?<!\\)\|/g

const FENCE_LENGTH_MIN = 3

/** `html` must come from our allow-list: its tags are the only ones that are known. */
export function markdownOf(html: string): string {
  return blocksOf(load(html).root()[0]?.children ?? []).join('\n\n')
}

/** One string a block, without blank lines around it. */
function blocksOf(
  nodes: readonly HtmlNode[],
  write: (element: HtmlElement) => string[] = block,
): string[] {
  const blocks: string[] = []
  let run: HtmlNode[] = []
  const endRun = () => {
    const text = inlineMarkdown(run)
    if (text !== '') blocks.push(text)
    run = []
  }
  for (const node of nodes) {
    if (!isElement(node) || !BLOCKS.has(node.name)) {
      run.push(node)
      continue
    }
    endRun()
    blocks.push(...write(node).filter((text) => text !== ''))
  }
  endRun()
  return blocks
}

function block(element: HtmlElement): string[] {
  const { name, children } = element
  if (HEADING.test(name))
    return [`${'#'.repeat(Number(name[1]))} ${oneLine(inlineMarkdown(children))}`]
  switch (name) {
    case 'pre':
      return [fenced(plainText(children))]
    case 'blockquote':
      return [prefixed(blocksOf(children).join('\n\n'), '> ', '> ')]
    case 'ul':
    case 'ol':
      return [listMarkdown(element)]
    case 'table':
      return tableMarkdown(element)
    default:
      return blocksOf(children)
  }
}

function fenced(code: string): string {
  const runs = code.match(/`+/g) ?? []
  const longest = runs.reduce((most, run) => Math.max(most, run.length), FENCE_LENGTH_MIN - 1)
  const fence = '`'.repeat(longest + 1)
  return `${fence}\n${code}\n${fence}`
}

function listMarkdown(list: HtmlElement): string {
  let number = Number(list.attribs['start'] ?? '1')
  const items = list.children.filter(isElement).map((item) => {
    if (item.name !== 'li') return prefixed(block(item).join('\n\n'), '   ', '   ')
    number = Number(item.attribs['value'] ?? number)
    const marker = list.name === 'ol' ? `${number}. ` : '- '
    number += 1
    const blocks = blocksOf(item.children)
    const isTight = item.children.filter(isElement).every(({ name }) => name !== 'p')
    return prefixed(blocks.join(isTight ? '\n' : '\n\n'), marker, ' '.repeat(marker.length))
  })
  return items.join('\n')
}

/** Its caption, then rows of equal length, the first of them as its head. */
function tableMarkdown(table: HtmlElement): string[] {
  const captions: string[] = []
  const rows: string[][] = []
  for (const part of table.children.filter(isElement)) {
    if (part.name === 'caption') captions.push(wordsIn(part).join(' '))
    const own = part.name === 'tr' ? [part] : part.children.filter(isElement)
    rows.push(...own.filter(({ name }) => name === 'tr').map(cellsOf))
  }
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1)
  const lines = rows.map((row) => tableRow(row, width))
  lines.splice(1, 0, tableRow(Array(width).fill('---'), width))
  return rows.length === 0 ? captions : [...captions, lines.join('\n')]
}

function cellsOf(row: HtmlElement): string[] {
  return row.children.filter(isElement).flatMap((cell) => {
    const text = oneLine(wordsIn(cell).join(' ')).replace(BARE_PIPE, '\\|')
    const span = Number(cell.attribs['colspan'] ?? '1')
    return [text, ...Array<string>(span - 1).fill('')]
  })
}

/** A cell has one line: what it holds is no list and no quotation there. */
function wordsIn(element: HtmlElement): string[] {
  return blocksOf(element.children, wordsIn)
}

function tableRow(cells: readonly string[], width: number): string {
  const padded = Array.from({ length: width }, (_, at) => cells[at] ?? '')
  return `| ${padded.join(' | ')} |`
}

/** Every line behind a prefix: the first behind `first`, the others behind `rest`. */
function prefixed(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, at) => `${at === 0 ? first : rest}${line}`.trimEnd())
    .join('\n')
}

function oneLine(text: string): string {
  return text.replace(/\s*\\?\n\s*/g, ' ')
}
