/** Puts right the markers that machine translation spoilt, each by its place among its siblings. */

import { type HeadingLine, PLAIN_RANK } from './heading-lines.ts'
import { type Marker, type MarkerFamily, successors } from './markers.ts'
import { type Evidence, mayBeSpoilt, restBehindSpoilt } from './spoilt-marker.ts'

/** Letters first: they stand closest to the anchors that their number encloses. */
const FAMILIES: readonly MarkerFamily[] = ['letter', 'capital', 'small-roman', 'number', 'roman']

/** Above these of the same shape, a sequence of letters or small numerals does not reach. */
const ENCLOSING: ReadonlySet<MarkerFamily> = new Set(['number', 'decimal', 'roman'])

/** `z`; numbers beyond are no list that was ever spelled out. */
const VALUE_MAX = 26

/** A plain paragraph that ends so is prose, however it begins. */
const SENTENCE_END = /[.;,!…]["”’')\]]?$/

/** A line with its place in the whole list. */
type Placed = { readonly line: HeadingLine; readonly at: number }

/** Candidates for repair between two lines that carry their marker, or at an end of the sequence. */
type Gap = {
  readonly before: Marker | undefined
  readonly candidates: readonly Placed[]
  readonly after: Marker | undefined
  /** How many siblings in a row carry the right marker up to here. */
  readonly support: number
}

type Repair = { readonly at: number; readonly reading: NonNullable<HeadingLine['reading']> }

/**
 * Returns the lines with spoilt markers repaired: `Một. Uy tín` before `b. …` carries `a.` again.
 * A line is only touched where siblings of its own shape, inside the same numbered section, still
 * carry the markers that make one due, and it starts like what translation makes of that one.
 */
export function repairMarkers(lines: readonly HeadingLine[]): HeadingLine[] {
  return FAMILIES.reduce<HeadingLine[]>(
    (repaired, family) => {
      const repairs = stretchesOf(repaired, family).flatMap((stretch) =>
        gapsOf(stretch, family).flatMap(repairsIn),
      )
      if (repairs.length === 0) return repaired
      const readings = new Map(repairs.map(({ at, reading }) => [at, reading]))
      return repaired.map((line, at) => ({ ...line, reading: readings.get(at) ?? line.reading }))
    },
    [...lines],
  )
}

/** Runs of one shape that hold the family's markers and candidates, none crossing an enclosing heading. */
function stretchesOf(lines: readonly HeadingLine[], family: MarkerFamily): Placed[][] {
  const carriers = lines.filter(({ reading }) => reading?.marker.family === family)
  const shapes = new Set(carriers.map(({ shape }) => shape))
  return [...shapes].flatMap((shape) => {
    const rank = carriers.find((line) => line.shape === shape)?.rank ?? 0
    const stretches: Placed[][] = [[]]
    lines.forEach((line, at) => {
      if (encloses(line, rank, family)) stretches.push([])
      else if (line.shape === shape && belongs(line, family)) stretches.at(-1)?.push({ line, at })
    })
    return stretches
  })
}

function encloses(line: HeadingLine, rank: number, family: MarkerFamily): boolean {
  const marked = line.reading?.marker.family
  if (marked === family) return false
  if (line.rank < rank) return marked !== undefined || line.shape.startsWith('h')
  if (line.rank > rank || marked === undefined || !ENCLOSING.has(marked)) return false
  return (
    family === 'letter' || family === 'small-roman' || (family === 'number' && marked === 'roman')
  )
}

function belongs({ reading, rank, text }: HeadingLine, family: MarkerFamily): boolean {
  if (reading !== undefined) return reading.marker.family === family
  const isSentence = rank === PLAIN_RANK && SENTENCE_END.test(text)
  return !isSentence && mayBeSpoilt(text)
}

function gapsOf(stretch: readonly Placed[], family: MarkerFamily): Gap[] {
  const gaps: Gap[] = []
  let before: Marker | undefined
  let candidates: Placed[] = []
  let support = 0
  for (const placed of stretch) {
    const marker = placed.line.reading?.marker
    if (marker?.family === family) {
      gaps.push({ before, candidates, after: marker, support })
      support = before?.value === marker.value - 1 && candidates.length === 0 ? support + 1 : 1
      before = marker
      candidates = []
    } else {
      candidates.push(placed)
    }
  }
  gaps.push({ before, candidates, after: undefined, support })
  return gaps.filter((gap) => gap.candidates.length > 0 && (gap.before ?? gap.after) !== undefined)
}

function repairsIn({ before, candidates, after, support }: Gap): Repair[] {
  const [from, to] = [before?.value ?? 0, after?.value ?? 0]
  if (after !== undefined && (before === undefined || to > from)) {
    const due = between(from, to)
    // From the end: what stands closest to the sibling that carries its marker is surest.
    return align(candidates.toReversed(), due.reverse(), after)
  }
  // The end of one sequence and the start of the next, or the last of all.
  const opening = after && assign(candidates.toReversed(), between(0, to).reverse(), after, 'open')
  const taken = new Set(opening?.map(({ at }) => at))
  const rest = candidates.filter(({ at }) => !taken.has(at))
  if (before === undefined) return opening ?? []
  const due = between(from, from + rest.length + 2)
  return [...(opening ?? []), ...assign(rest, due, before, support > 1 ? 'firm' : 'open')]
}

/** As many candidates as markers are missing: each is the one due. Else only known words tell. */
function align(candidates: readonly Placed[], due: readonly number[], sibling: Marker): Repair[] {
  if (candidates.length !== due.length) return assign(candidates, due, sibling, 'open')
  return candidates.flatMap((candidate, step) =>
    assign([candidate], due.slice(step, step + 1), sibling, 'fixed'),
  )
}

/** Gives the values due, in order, to the candidates that look like what became of them. */
function assign(
  candidates: readonly Placed[],
  due: readonly number[],
  sibling: Marker,
  evidence: Evidence,
): Repair[] {
  const repairs: Repair[] = []
  let next = 0
  for (const { line, at } of candidates) {
    const mayBe = skippedToo(sibling.family, due.slice(next, next + 2))
    const reading = firstReading(line.text, mayBe, sibling, evidence)
    if (reading !== undefined) {
      repairs.push({ at, reading })
      next = due.indexOf(reading.marker.value) + 1
    }
    if (next >= due.length) break
  }
  return repairs
}

/** The next value due, and the one behind it where Vietnamese lists leave the letter between out. */
function skippedToo(family: MarkerFamily, [first, second]: readonly number[]): number[] {
  if (first === undefined || second === undefined) return first === undefined ? [] : [first]
  const isLeftOut = successors(family, first - 1).includes(first + 1)
  return isLeftOut ? [first, second] : [first]
}

function firstReading(
  text: string,
  values: readonly number[],
  sibling: Marker,
  evidence: Evidence,
): Repair['reading'] | undefined {
  for (const value of values.filter((due) => due <= VALUE_MAX)) {
    const marker = { ...sibling, value }
    const rest = restBehindSpoilt(text, marker, evidence)
    if (rest !== undefined) return { marker, rest }
  }
  return undefined
}

/** The whole values between two; `đ`, half a step after `d`, is not missed where it is not there. */
function between(from: number, to: number): number[] {
  const first = Math.floor(from) + 1
  const count = Math.min(Math.ceil(to) - first, VALUE_MAX)
  return Array.from({ length: Math.max(count, 0) }, (_, step) => first + step)
}
