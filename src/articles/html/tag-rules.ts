/** What single tags mean to the parser: which have no end, end others, or hold what is no markup. */

export type TagRule = {
  readonly name: string
  readonly isVoid: boolean
  /** The open elements that its start ends, as long as one of them is the innermost. */
  readonly ends: ReadonlySet<string> | undefined
  /** Whether `/>` ends an element inside of it; undefined where it changes nothing. */
  readonly isForeign: boolean | undefined
  readonly isItem: boolean
  /** Finds the end of what it holds, in which nothing is a tag. */
  readonly rawEnd: RegExp | undefined
}

const VOID: ReadonlySet<string> = new Set([
  ...['area', 'base', 'basefont', 'br', 'col', 'command', 'embed', 'frame', 'hr', 'img', 'input'],
  ...['isindex', 'keygen', 'link', 'meta', 'param', 'source', 'track', 'wbr'],
])

const FORM = ['button', 'datalist', 'input', 'optgroup', 'option', 'select', 'textarea']

/** Each tag with those whose end it spares the author. */
const ENDS: ReadonlyMap<string, readonly string[]> = new Map([
  ...['address', 'article', 'aside', 'blockquote', 'details', 'div', 'dl', 'fieldset'].map(
    endsLine,
  ),
  ...['figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(endsLine),
  ...['header', 'hr', 'main', 'nav', 'ol', 'p', 'pre', 'section', 'table', 'ul'].map(endsLine),
  ...['button', 'datalist', 'input', 'output', 'select', 'textarea'].map(endsForm),
  ['body', ['head', 'link', 'script']],
  ['dd', ['dd', 'dt']],
  ['dt', ['dd', 'dt']],
  ['li', ['li']],
  ['optgroup', ['optgroup', 'option']],
  ['option', ['option']],
  ['rp', ['rt', 'rp']],
  ['rt', ['rt', 'rp']],
  ['tbody', ['thead', 'tbody']],
  ['td', ['thead', 'th', 'td']],
  ['tfoot', ['thead', 'tbody']],
  ['th', ['th']],
  ['tr', ['tr', 'th', 'td']],
])

const ITEMS = ['dd', 'dt', 'li']
const FOREIGN = ['math', 'svg']
const INTEGRATION = [
  ...['annotation-xml', 'desc', 'foreignobject', 'mi', 'mn', 'mo', 'ms', 'mtext', 'title'],
]
const RAW = ['script', 'style', 'textarea', 'title', 'xmp']

const OTHERS = [
  ...['a', 'abbr', 'amp-img', 'b', 'big', 'center', 'cite', 'code', 'del', 'em', 'figcaption'],
  ...['font', 'g', 'head', 'html', 'i', 'iframe', 'label', 'noscript', 'path', 'picture', 'q', 's'],
  ...['small', 'span', 'strong', 'sub', 'summary', 'sup', 'template', 'thead', 'time', 'u', 'use'],
  ...['video'],
]

/** The tags that pages mostly consist of, so that their names are told apart but once. */
const RULES: ReadonlyMap<string, TagRule> = new Map(
  [...VOID, ...ENDS.keys(), ...FOREIGN, ...INTEGRATION, ...RAW, ...OTHERS].map((name) => [
    name,
    ruleOf(name),
  ]),
)

/** The rule of a tag, its name as written. */
export function tagRule(written: string): TagRule {
  const known = RULES.get(written)
  if (known !== undefined) return known
  const name = written.toLowerCase()
  return RULES.get(name) ?? { ...PLAIN, name }
}

const PLAIN = {
  isItem: false,
  isVoid: false,
  ends: undefined,
  isForeign: undefined,
  rawEnd: undefined,
} as const

function ruleOf(name: string): TagRule {
  const ends = ENDS.get(name)
  const isForeign = FOREIGN.includes(name) || (INTEGRATION.includes(name) ? false : undefined)
  return {
    ...{ name, isForeign, isVoid: VOID.has(name), isItem: ITEMS.includes(name) },
    ends: ends && new Set(ends),
    rawEnd: RAW.includes(name) ? new RegExp(`</${name}[>\\s]`, 'gi') : undefined,
  }
}

function endsLine(name: string): [string, readonly string[]] {
  return [name, ['p']]
}

function endsForm(name: string): [string, readonly string[]] {
  return [name, FORM]
}
