/** Reads the Link header: RFC 8288, by which a server names its feed, its hub or the true address. */

export type Link = {
  /** One relation type, in lower case; a link of several is several. */
  rel: string
  /** Absolute. */
  url: string
}

/** In UTF-16 code units; what follows is not read. */
const HEADER_LENGTH_MAX = 16 * 1024
const LINKS_MAX = 100

/**
 * The links of `headers`, relative ones resolved against `url`. What is malformed is left out, and
 * so are links whose `anchor` says that they are of another resource (section 3.2).
 */
export function linksOf(headers: Headers, url: string): Link[] {
  const value = (headers.get('link') ?? '').slice(0, HEADER_LENGTH_MAX)
  return splitOutside(value, ',')
    .flatMap((text) => linksIn(text, url))
    .slice(0, LINKS_MAX)
}

function linksIn(text: string, base: string): Link[] {
  const start = text.indexOf('<')
  const end = text.indexOf('>', start)
  if (start < 0 || end < 0 || text.slice(0, start).trim() !== '') return []
  const reference = text.slice(start + 1, end).trim()
  // One that was never closed has run into the next.
  const target = reference.includes('<') ? null : URL.parse(reference, base)
  const parameters = parametersOf(text.slice(end + 1))
  const anchor = parameters.get('anchor')
  const isOfAnother = anchor !== undefined && URL.parse(anchor, base)?.href !== base
  if (target === null || isOfAnother) return []
  const types = (parameters.get('rel') ?? '').toLowerCase().split(/\s+/)
  return types.filter((rel) => rel !== '').map((rel) => ({ rel, url: target.href }))
}

/** Of two parameters of one name the first counts (section 3.3). */
function parametersOf(text: string): Map<string, string> {
  const parameters = new Map<string, string>()
  for (const part of splitOutside(text, ';')) {
    const equals = part.indexOf('=')
    const name = part.slice(0, Math.max(equals, 0)).trim().toLowerCase()
    if (name !== '' && !parameters.has(name)) parameters.set(name, unquoted(part.slice(equals + 1)))
  }
  return parameters
}

function unquoted(text: string): string {
  const value = text.trim()
  if (!value.startsWith('"')) return value
  return value.slice(1, value.endsWith('"') ? -1 : undefined).replace(/\\(.)/g, '$1')
}

/** Splits at `separator` where it stands neither in quotes nor in an address. */
function splitOutside(text: string, separator: ',' | ';'): string[] {
  const parts: string[] = []
  let from = 0
  let closing = ''
  for (let index = 0; index < text.length; index++) {
    const character = text[index]
    if (closing === '"' && character === '\\') index++
    else if (closing !== '') closing = character === closing ? '' : closing
    else if (character === '"') closing = '"'
    else if (character === '<') closing = '>'
    else if (character === separator) {
      parts.push(text.slice(from, index))
      from = index + 1
    }
  }
  return [...parts, text.slice(from)]
}
