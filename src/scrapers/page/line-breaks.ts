/** Splits a run of inline markup at the line breaks that stand between paragraphs. */

import { type HtmlNode, isElement, textData, textOf } from '../../articles/html/html-tree.ts'
import { measureRun } from './inline-run.ts'

/** In UTF-16 code units. A line this long was written as a paragraph. */
const LONG_LINE_LENGTH_MIN = 80

/** Fewer equal neighbours may be meant. */
const STRIP_ELEMENTS_MIN = 4

/** Wrappers without a meaning of their own, looked through when they hold the whole run. */
const TRANSPARENT_TAGS: ReadonlySet<string> = new Set(['font', 'span', 'big', 'small'])

/** Wrappers looked through, one inside the other. */
const TRANSPARENT_DEPTH_MAX = 8

type Line = { nodes: HtmlNode[]; breaksBefore: number }

type Shape = { text: string; length: number; bold: boolean }

/**
 * The paragraphs of a run. Two breaks in a row always part two of them; a single one does where a
 * line is long, or where one is bold (a heading above its text, or above another heading).
 */
export function splitLines(run: HtmlNode[]): HtmlNode[][] {
  const [only] = run
  if (run.length === 1 && only !== undefined && !isElement(only)) return [run]
  const nodes = unwrap(run)
  const repeated = repeatedElements(nodes)
  if (repeated !== undefined) return repeated
  if (!nodes.some(isBreak)) return [run]
  const lines = linesOf(nodes).map((line) => ({ ...line, ...shapeOf(line.nodes) }))
  if (lines.filter((line) => line.length > 0).length < 2) return [run]
  if (isStripOf(lines)) return lines.map((line) => line.nodes)
  const paragraphs: HtmlNode[][] = []
  let before: Shape = { text: '', length: 0, bold: false }
  for (const line of lines) {
    const current = paragraphs.at(-1)
    if (current === undefined || parts(before, line, line.breaksBefore)) paragraphs.push(line.nodes)
    else current.push(...line.nodes)
    before = line
  }
  return paragraphs
}

/** A strip of elements that all say the same, however they are parted. */
function repeatedElements(nodes: HtmlNode[]): HtmlNode[][] | undefined {
  const said = nodes.filter((node) => !isBlank(node) && !isBreak(node))
  const [first] = said
  if (first === undefined || said.length < STRIP_ELEMENTS_MIN) return undefined
  const text = textOf([first])
  const isStrip = text !== '' && said.every((node) => isElement(node) && textOf([node]) === text)
  return isStrip ? said.map((node) => [node]) : undefined
}

/** The same, said in lines. */
function isStripOf(lines: readonly Shape[]): boolean {
  const said = lines.filter(({ text }) => text !== '')
  return said.length >= STRIP_ELEMENTS_MIN && said.every(({ text }) => text === said[0]?.text)
}

function unwrap(run: HtmlNode[]): HtmlNode[] {
  let nodes = run
  for (let depth = 0; depth < TRANSPARENT_DEPTH_MAX; depth += 1) {
    const said = nodes.filter((node) => !isBlank(node))
    const only = said[0]
    if (said.length !== 1 || only === undefined) break
    if (!isElement(only) || !TRANSPARENT_TAGS.has(only.name)) break
    nodes = only.children
  }
  return nodes
}

/** Comments, too, say nothing. */
export function isBlank(node: HtmlNode): boolean {
  if (isElement(node)) return false
  const data = textData(node)
  return data === undefined || !/\S/.test(data)
}

function isBreak(node: HtmlNode): boolean {
  return isElement(node) && node.name === 'br'
}

/** Each line begins with its breaks, so that nothing of the run is lost when lines are joined. */
function linesOf(nodes: readonly HtmlNode[]): Line[] {
  const lines: Line[] = []
  let line: Line = { nodes: [], breaksBefore: 0 }
  let said = false
  for (const node of nodes) {
    if (isBreak(node) && said) {
      lines.push(line)
      line = { nodes: [], breaksBefore: 0 }
      said = false
    }
    if (isBreak(node)) line.breaksBefore += 1
    else if (!isBlank(node)) said = true
    line.nodes.push(node)
  }
  return [...lines, line]
}

function shapeOf(nodes: readonly HtmlNode[]): Shape {
  const { text, bold } = measureRun(nodes)
  return { text, length: text.length, bold }
}

function parts(before: Shape, after: Shape, breaks: number): boolean {
  if (breaks > 1 || before.bold || after.bold) return true
  return before.length >= LONG_LINE_LENGTH_MIN || after.length >= LONG_LINE_LENGTH_MIN
}
