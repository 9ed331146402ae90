/** Compares a robots.txt path pattern with an address, octet by octet, in linear time. */

const UNRESERVED = /[A-Za-z0-9._~-]/
const ESCAPE = /^%[0-9a-f]{2}$/i
/** Most patterns and paths: nothing in them has a second spelling. */
const PLAIN = /^[A-Za-z0-9._~/-]*$/

/**
 * What gives a path its structure: there, an encoded one means something else than a bare one. `=` and
 * `&` are of the query, but what follows a star may stand there: `/*utm_source=`.
 */
const PATH_STRUCTURE = new Set(['/', '?', '=', '&'])
/** After the question mark a slash is data (RFC 9309 section 2.2.2, second row of its table). */
const QUERY_STRUCTURE = new Set(['=', '&', '?'])

const encoder = new TextEncoder()

export type RobotsPattern = {
  /** Normalised text between the stars. */
  parts: string[]
  /** Ends in `$`: the last part must end the address. */
  anchored: boolean
  /** Of the pattern as a server would write it: what "most octets" counts. */
  octets: number
}

/** Path and query of `url` in the form in which patterns are compared, or undefined for no URL. */
export function comparablePath(url: string): string | undefined {
  if (!URL.canParse(url, 'http://robots.invalid/')) return undefined
  const { pathname, search, href } = new URL(url, 'http://robots.invalid/')
  // An empty query is one all the same: `search` hides it.
  const isEmptyQuery = search === '' && (href.split('#', 1)[0] ?? '').endsWith('?')
  return normalised(pathname + (isEmptyQuery ? '?' : search))
}

/** The pattern of an allow or disallow line, or undefined where it can match nothing. */
export function parsePattern(value: string): RobotsPattern | undefined {
  // RFC 9309 section 2.2: a path begins with "/"; its example in section 5.1 begins with "*".
  if (!value.startsWith('/') && !value.startsWith('*')) return undefined
  const anchored = value.endsWith('$')
  const parts = splitNormalised(anchored ? value.slice(0, -1) : value)
  return { parts, anchored, octets: octetLength(value) }
}

/** Greedy and without backtracking: the earliest place of a part leaves most room for the rest. */
export function patternMatches(pattern: RobotsPattern, path: string): boolean {
  const [first = '', ...rest] = pattern.parts
  if (!path.startsWith(first)) return false
  if (rest.length === 0) return !pattern.anchored || path.length === first.length
  const last = pattern.anchored ? rest.pop() : undefined
  let position = first.length
  for (const part of rest) {
    const found = path.indexOf(part, position)
    if (found < 0) return false
    position = found + part.length
  }
  return last === undefined || (path.length - last.length >= position && path.endsWith(last))
}

/** Normalises between stars, knowing for each part whether the query has begun before it. */
function splitNormalised(value: string): string[] {
  let inQuery = false
  return value.split('*').map((part) => {
    const text = normalised(part, inQuery)
    inQuery ||= part.includes('?')
    return text
  })
}

/**
 * One spelling for every octet: unreserved ones bare, structure bare, all others percent-encoded,
 * as RFC 9309 section 2.2.2 asks for both sides of the comparison.
 */
function normalised(text: string, startsInQuery = false): string {
  if (PLAIN.test(text) && !startsInQuery) return text
  let result = ''
  let inQuery = startsInQuery
  for (let index = 0; index < text.length; ) {
    const octet = text.slice(index, index + 3)
    if (text[index] === '%' && ESCAPE.test(octet)) {
      const character = String.fromCharCode(Number.parseInt(octet.slice(1), 16))
      result += UNRESERVED.test(character) ? character : octet.toUpperCase()
      index += 3
      continue
    }
    const character = String.fromCodePoint(text.codePointAt(index) ?? 0)
    const structure = inQuery ? QUERY_STRUCTURE : PATH_STRUCTURE
    const bare = structure.has(character) || UNRESERVED.test(character)
    result += bare ? character : percentEncoded(character)
    inQuery ||= character === '?'
    index += character.length
  }
  return result
}

function percentEncoded(character: string): string {
  return [...encoder.encode(character)]
    .map((octet) => `%${octet.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('')
}

/** Octets outside ASCII count in their encoded form, three characters each. */
function octetLength(value: string): number {
  let length = 0
  for (const octet of encoder.encode(value)) length += octet < 0x80 ? 1 : 3
  return length
}
