/** Groups marked lines into the sequences they count, and says which sequences count headings. */

import type { Block } from '../block.ts'
import type { HeadingLine } from './heading-lines.ts'
import { type Marker, readNumberWord, successors } from './markers.ts'

/** A marked line whose marker is known to be there. */
type MarkedLine = HeadingLine & { readonly reading: NonNullable<HeadingLine['reading']> }

type Run = readonly MarkedLine[]

export type MarkerRuns = {
  /** Lines that another one of their sequence precedes or follows. */
  readonly withSibling: ReadonlySet<HeadingLine>
  /** Lines of sequences that count headings, not the points of a list. */
  readonly counting: ReadonlySet<HeadingLine>
}

const SENTENCE_END = /[.;,…]["”’')\]]?$/

/** Sorts the marked lines of an article into sequences of one family and one shape. */
export function markerRuns(lines: readonly HeadingLine[], blocks: readonly Block[]): MarkerRuns {
  const runs = runsOf(lines.filter(isMarkedLine))
  const long = runs.filter((run) => run.length > 1)
  const counting = long.filter((run) => countsHeadings(run, blocks))
  const counted = new Set(counting.map(([first]) => first && keyOf(first)))
  // A section may have a single lettered part, where others show that letters count headings.
  const single = runs.filter((run) => run.length === 1 && countsHeadings(run, blocks))
  const joined = single.filter(([first]) => first !== undefined && counted.has(keyOf(first)))
  return { withSibling: new Set(long.flat()), counting: new Set([...counting, ...joined].flat()) }
}

/**
 * Returns the lines with number words read as markers where several count from `Một` on. Only lines
 * that carry no other marker: what translation made of one has been put right before.
 */
export function readNumberWords(lines: readonly HeadingLine[]): HeadingLine[] {
  const worded = lines.flatMap((line) => {
    const reading = line.reading === undefined ? readNumberWord(line.text) : undefined
    return reading === undefined ? [] : [{ ...line, reading }]
  })
  const runs = runsOf(worded).filter((run) => run.length > 1)
  const counted = runs.filter(([first]) => first?.reading.marker.value === 1).flat()
  const byBlock = new Map(counted.map((line) => [line.block, line]))
  return lines.map((line) => byBlock.get(line.block) ?? line)
}

function runsOf(lines: readonly MarkedLine[]): Run[] {
  const runs: MarkedLine[][] = []
  const open = new Map<string, MarkedLine[]>()
  for (const line of lines) {
    const run = open.get(keyOf(line))
    if (run !== undefined && follows(run.at(-1)?.reading.marker, line.reading.marker)) {
      run.push(line)
    } else {
      const opened = [line]
      runs.push(opened)
      open.set(keyOf(line), opened)
    }
  }
  return runs
}

function follows(previous: Marker | undefined, next: Marker): boolean {
  if (previous === undefined || previous.parents.join() !== next.parents.join()) return false
  return successors(previous.family, previous.value).includes(next.value)
}

/** From the first on, most without a sentence's end, most with something else under them. */
function countsHeadings(run: Run, blocks: readonly Block[]): boolean {
  if (run[0]?.reading.marker.value !== 1) return false
  const members = new Set(run.map(({ block }) => block))
  const titled = run.filter(({ text }) => !SENTENCE_END.test(text))
  const followed = run.filter(
    ({ block }) => blocks[block + 1] !== undefined && !members.has(block + 1),
  )
  return titled.length * 2 > run.length && followed.length * 2 >= run.length
}

function keyOf({ shape, reading }: MarkedLine): string {
  return `${shape} ${reading.marker.family} ${reading.marker.closing}`
}

function isMarkedLine(line: HeadingLine): line is MarkedLine {
  return line.reading !== undefined
}
