/** Text for an operator's terminal: tables, facts, and partners' words made harmless. */

/** Control characters steer terminals, and direction overrides make words lie. */
const STEERING = /\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu

const GAP = '  '

const segmenter = new Intl.Segmenter()

/** The text on one line, without anything that steers a terminal. */
export function oneLine(text: string): string {
  return text.replace(STEERING, ' ').replace(/\s+/g, ' ').trim()
}

/** The text with its lines, without anything else that steers a terminal. */
export function manyLines(text: string): string {
  return text.split('\n').map(oneLine).join('\n')
}

/** The beginning of a text that takes more than `width` characters, as readers count them. */
export function cut(text: string, width: number): string {
  const characters = charactersOf(oneLine(text))
  if (characters.length <= width) return characters.join('')
  return `${characters.slice(0, width - 1).join('')}…`
}

/**
 * Writes a table page by page: the first call brings the titles; columns only ever grow wider, so
 * that no page has to wait for the next.
 */
export function tableWriter(titles: string[]): (rows: string[][]) => string {
  const widths = titles.map(() => 0)
  let heading: string[][] = [titles]
  return (rows) => {
    const lines = [...heading, ...rows].map((row) => row.map(oneLine))
    heading = []
    for (const line of lines) {
      line.forEach((cell, column) => {
        widths[column] = Math.max(widths[column] ?? 0, charactersOf(cell).length)
      })
    }
    return lines.map((line) => `${aligned(line, widths)}\n`).join('')
  }
}

/** Lines of a name and a value each; what has no value is left out. */
export function facts(values: Record<string, string | number | null>): string {
  const known = Object.entries(values).filter(([, value]) => value !== null && value !== '')
  const width = Math.max(0, ...known.map(([name]) => name.length))
  return known
    .map(([name, value]) => `${name.padEnd(width)}${GAP}${oneLine(String(value))}\n`)
    .join('')
}

function aligned(cells: string[], widths: number[]): string {
  return cells
    .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - charactersOf(cell).length))
    .join(GAP)
    .trimEnd()
}

/** A letter and its marks are one character, however they are encoded. */
function charactersOf(text: string): string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment)
}
