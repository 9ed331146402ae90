/** Matches all selectors of a recipe in one walk over a page: linear in its elements, whatever they are. */

import { type HtmlElement, isElement, walk } from '../../articles/html/html-tree.ts'
import type { Compound, ElementTest, Selector, SelectorStep } from '../../articles/selector.ts'

/** Elements that one selector may name; a partner's field stands in few. */
const MATCHES_MAX = 1_000

/** One alternative of a selector. Bit n of a mask is its step n; bits in `after` tell what comes next. */
type Chain = {
  readonly selector: number
  readonly steps: readonly SelectorStep[]
  /** The bit of the step that is meant. */
  readonly last: number
  readonly after: Readonly<Record<SelectorStep['relation'], number>>
}

/** What is known of an open element, by chain: which steps it, and what stands around it, fulfils. */
type Frame = {
  readonly around: Int32Array
  readonly own: Int32Array
  readonly previous: Int32Array
  readonly earlier: Int32Array
  children: number
}

/** The elements below `root` that each selector names, in document order, up to a limit. */
export function matchSelectors(root: HtmlElement, selectors: readonly Selector[]): HtmlElement[][] {
  const chains = selectors.flatMap((selector, index) =>
    selector.map((steps) => chainOf(steps, index)),
  )
  const found = selectors.map((): HtmlElement[] => [])
  const frames: Frame[] = []
  let depth = -1
  walk(root, {
    enter(node) {
      if (!isElement(node)) return false
      const parent = frames[depth]
      depth += 1
      const frame = cleared(frames, depth, chains.length)
      if (parent !== undefined) enter(node, { chains, parent, frame, found })
      return true
    },
    leave() {
      depth -= 1
    },
  })
  return found
}

function chainOf(steps: readonly SelectorStep[], selector: number): Chain {
  const bits = (relation: SelectorStep['relation']) =>
    steps.reduce(
      (mask, step, index) =>
        index > 0 && step.relation === relation ? mask | (1 << (index - 1)) : mask,
      0,
    )
  const after = {
    ancestor: bits('ancestor'),
    parent: bits('parent'),
    previous: bits('previous'),
    earlier: bits('earlier'),
  }
  return { selector, steps, last: 1 << (steps.length - 1), after }
}

/** The frame of that depth, made once and used for each element that opens there. */
function cleared(frames: Frame[], depth: number, chains: number): Frame {
  const known = frames[depth]
  if (known === undefined) {
    const mask = () => new Int32Array(chains)
    const made = { around: mask(), own: mask(), previous: mask(), earlier: mask(), children: 0 }
    frames.push(made)
    return made
  }
  known.previous.fill(0)
  known.earlier.fill(0)
  known.children = 0
  return known
}

type Entering = {
  readonly chains: readonly Chain[]
  readonly parent: Frame
  readonly frame: Frame
  readonly found: HtmlElement[][]
}

function enter(element: HtmlElement, { chains, parent, frame, found }: Entering): void {
  parent.children += 1
  for (let index = 0; index < chains.length; index += 1) {
    const chain = chains[index]
    if (chain === undefined) continue
    const bits = fulfilled(element, { chain, parent, index })
    frame.own[index] = bits
    frame.around[index] = (parent.around[index] ?? 0) | bits
    parent.previous[index] = bits
    parent.earlier[index] = (parent.earlier[index] ?? 0) | bits
    if ((bits & chain.last) === 0) continue
    const matches = found[chain.selector]
    if (matches !== undefined && matches.length < MATCHES_MAX && matches.at(-1) !== element) {
      matches.push(element)
    }
  }
}

function fulfilled(
  element: HtmlElement,
  { chain, parent, index }: { chain: Chain; parent: Frame; index: number },
): number {
  const { after, steps } = chain
  const reached =
    ((parent.around[index] ?? 0) & after.ancestor) |
    ((parent.own[index] ?? 0) & after.parent) |
    ((parent.previous[index] ?? 0) & after.previous) |
    ((parent.earlier[index] ?? 0) & after.earlier)
  let open = (reached << 1) | 1
  let bits = 0
  for (let step = 0; open !== 0; step += 1, open >>>= 1) {
    if ((open & 1) === 0) continue
    const compound = steps[step]?.compound
    if (compound !== undefined && fits(element, compound, parent.children)) bits |= 1 << step
  }
  return bits
}

/** `place` counts from 1 among the elements of the parent. */
function fits(element: HtmlElement, compound: Compound, place: number): boolean {
  for (const test of compound) if (!passes(element, test, place)) return false
  return true
}

function passes(element: HtmlElement, test: ElementTest, place: number): boolean {
  switch (test.kind) {
    case 'tag':
      return element.name === test.name
    case 'attribute':
      return hasAttribute(element, test)
    case 'position':
      return test.at === 'last' ? isLast(element) : test.at === place
    case 'any':
      return test.of.some((compound) => fits(element, compound, place))
    case 'none':
      return !test.of.some((compound) => fits(element, compound, place))
    default:
      return test satisfies never
  }
}

function isLast(element: HtmlElement): boolean {
  let node = element.next
  while (node !== null && !isElement(node)) node = node.next
  return node === null
}

function hasAttribute(
  element: HtmlElement,
  test: Extract<ElementTest, { kind: 'attribute' }>,
): boolean {
  const written = element.attribs[test.name]
  // Every object has a "constructor", which is no text.
  if (typeof written !== 'string') return false
  const value = test.ignoresCase ? written.toLowerCase() : written
  switch (test.match) {
    case 'exists':
      return true
    case 'equals':
      return value === test.value
    case 'word':
      return hasWord(value, test.value)
    case 'hyphen':
      return value === test.value || value.startsWith(`${test.value}-`)
    case 'start':
      return test.value !== '' && value.startsWith(test.value)
    case 'end':
      return test.value !== '' && value.endsWith(test.value)
    case 'part':
      return test.value !== '' && value.includes(test.value)
    default:
      return test.match satisfies never
  }
}

/** Whether `word` stands in `list` between white space, without cutting the list. */
function hasWord(list: string, word: string): boolean {
  if (word === '') return false
  for (let at = list.indexOf(word); at !== -1; at = list.indexOf(word, at + word.length)) {
    if (isSpace(list[at - 1]) && isSpace(list[at + word.length])) return true
  }
  return false
}

function isSpace(character: string | undefined): boolean {
  return character === undefined || /\s/.test(character)
}
