/** Reads the CSS selectors of recipes: the part of CSS that one walk over a page can match, however large it is. */

import {
  AttributeAction,
  type AttributeSelector,
  type PseudoSelector,
  parse,
  SelectorType,
  type Selector as Token,
} from 'css-what'

/** Compounds in one selector, its alternatives together: a matcher keeps a bit for each. */
const STEPS_MAX = 30

const POSITION = /^[1-9]\d{0,3}$/

type AttributeMatch = 'exists' | 'equals' | 'word' | 'hyphen' | 'start' | 'end' | 'part'

/** What one element must be, without a look at any other but its siblings' number. */
export type ElementTest =
  | { readonly kind: 'tag'; readonly name: string }
  | {
      readonly kind: 'attribute'
      readonly name: string
      readonly match: AttributeMatch
      /** In lower case where case is ignored. */
      readonly value: string
      readonly ignoresCase: boolean
    }
  /** Counted from 1 among the elements of its parent; `last` for the last of them. */
  | { readonly kind: 'position'; readonly at: number | 'last' }
  | { readonly kind: 'any' | 'none'; readonly of: readonly Compound[] }

export type Compound = readonly ElementTest[]

/** Where the element of the step before stands: around, right around, right before, before. */
type Relation = 'ancestor' | 'parent' | 'previous' | 'earlier'

export type SelectorStep = { readonly compound: Compound; readonly relation: Relation }

/** The alternatives of a selector, each from the outermost step to the element that is meant. */
export type Selector = readonly (readonly SelectorStep[])[]

const RELATIONS: ReadonlyMap<string, Relation> = new Map<string, Relation>([
  [SelectorType.Descendant, 'ancestor'],
  [SelectorType.Child, 'parent'],
  [SelectorType.Adjacent, 'previous'],
  [SelectorType.Sibling, 'earlier'],
])

const MATCHES: ReadonlyMap<AttributeAction, AttributeMatch> = new Map<
  AttributeAction,
  AttributeMatch
>([
  [AttributeAction.Exists, 'exists'],
  [AttributeAction.Equals, 'equals'],
  [AttributeAction.Element, 'word'],
  [AttributeAction.Hyphen, 'hyphen'],
  [AttributeAction.Start, 'start'],
  [AttributeAction.End, 'end'],
  [AttributeAction.Any, 'part'],
])

/** The selector, or a phrase that says what is wrong with it. */
export function parseSelector(
  text: string,
): { readonly ok: true; readonly selector: Selector } | { readonly ok: false; message: string } {
  try {
    const alternatives = parse(text)
    if (alternatives.length === 0) return { ok: false, message: 'is an empty selector' }
    const selector = alternatives.map(stepsOf)
    const steps = selector.reduce((sum, { length }) => sum + length, 0)
    if (steps > STEPS_MAX) {
      return { ok: false, message: `has ${steps} steps, more than ${STEPS_MAX}` }
    }
    return { ok: true, selector }
  } catch (error) {
    // The parser throws whatever it dislikes; so do the readers below.
    const reason = error instanceof Error ? error.message : String(error)
    return { ok: false, message: `is no selector that can be used: ${reason}` }
  }
}

function stepsOf(tokens: readonly Token[]): SelectorStep[] {
  const steps: SelectorStep[] = []
  let compound: ElementTest[] = []
  let relation: Relation = 'ancestor'
  let isOpen = false
  for (const token of tokens) {
    const next = RELATIONS.get(token.type)
    if (next === undefined) {
      compound.push(...testsOf(token))
      isOpen = true
      continue
    }
    if (!isOpen) throw new Error('it begins with a combinator')
    steps.push({ compound, relation })
    compound = []
    relation = next
    isOpen = false
  }
  if (!isOpen) throw new Error('it ends with a combinator')
  return [...steps, { compound, relation }]
}

function testsOf(token: Token): ElementTest[] {
  if ('namespace' in token && token.namespace !== null) throw new Error('it names a namespace')
  switch (token.type) {
    case SelectorType.Universal:
      return []
    case SelectorType.Tag:
      return [{ kind: 'tag', name: token.name.toLowerCase() }]
    case SelectorType.Attribute:
      return [attributeTest(token)]
    case SelectorType.Pseudo:
      return [pseudoTest(token)]
    default:
      throw new Error(`${token.type} is not supported`)
  }
}

function attributeTest({ name, action, value, ignoreCase }: AttributeSelector): ElementTest {
  const match = MATCHES.get(action)
  if (match === undefined) throw new Error(`[${name}${action}=…] is not supported`)
  const ignoresCase = ignoreCase === true
  const compared = (ignoresCase ? value.toLowerCase() : value).normalize('NFC')
  return { kind: 'attribute', name: name.toLowerCase(), match, value: compared, ignoresCase }
}

/** `:has()` and what counts from the end would have to look ahead, again for every element. */
function pseudoTest({ name, data }: PseudoSelector): ElementTest {
  if (name === 'first-child') return { kind: 'position', at: 1 }
  if (name === 'last-child') return { kind: 'position', at: 'last' }
  if (name === 'nth-child' && typeof data === 'string' && POSITION.test(data.trim())) {
    return { kind: 'position', at: Number(data) }
  }
  if (name === 'nth-child') throw new Error(':nth-child() takes one number here')
  const kind = name === 'not' ? 'none' : name === 'is' || name === 'where' ? 'any' : undefined
  if (kind === undefined || data === null || typeof data === 'string') {
    throw new Error(`:${name} is not supported`)
  }
  return { kind, of: data.map((tokens) => compoundOf(name, tokens)) }
}

function compoundOf(name: string, tokens: readonly Token[]): Compound {
  const steps = stepsOf(tokens)
  if (steps.length > 1) throw new Error(`:${name}() takes no combinators here`)
  return steps.flatMap(({ compound }) => compound)
}
