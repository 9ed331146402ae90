/** Reads X-Robots-Tag: what a partner's server says about showing a page, and to whom. */

import { PRODUCT_TOKEN } from './user-agent.ts'

/** In UTF-16 code units; what follows is not read. */
const HEADER_LENGTH_MAX = 4096
const DIRECTIVES_MAX = 50

/** Directives that carry a value after a colon, as only the name of a crawler does otherwise. */
const VALUED = new Set([
  'max-image-preview',
  'max-snippet',
  'max-video-preview',
  'unavailable_after',
])

/**
 * The directives of an answer for everyone and for us, in lower case, each once: `noindex`,
 * `max-snippet:20`. There is no RFC: after Google's description, a name before a colon says whom the
 * directives that follow are for, up to the next name. (Headers joins several lines into one: that
 * the next line speaks to everyone again cannot be seen.)
 */
export function robotsTag(headers: Headers): string[] {
  const value = (headers.get('x-robots-tag') ?? '').slice(0, HEADER_LENGTH_MAX).toLowerCase()
  const found = new Set<string>()
  let concernsUs = true
  for (const part of datesKept(value.split(','))) {
    const colon = part.indexOf(':')
    const name = part.slice(0, Math.max(colon, 0)).trim()
    const isAgent = colon > 0 && !VALUED.has(name)
    if (isAgent) concernsUs = name === '*' || name === PRODUCT_TOKEN.toLowerCase()
    const directive = isAgent ? part.slice(colon + 1).trim() : part.trim()
    if (concernsUs && directive !== '') found.add(withoutSpace(directive))
  }
  return [...found].slice(0, DIRECTIVES_MAX)
}

/** `unavailable_after: Saturday, 30-Jun-07 …` has a comma of its own. */
function datesKept(parts: string[]): string[] {
  const kept: string[] = []
  for (const part of parts) {
    const last = kept.at(-1)
    if (last !== undefined && /unavailable_after\s{0,8}:\s{0,8}[a-z]{3,9}$/.test(last)) {
      kept[kept.length - 1] = `${last},${part}`
    } else kept.push(part)
  }
  return kept
}

/** `max-snippet: 20` is written either way. */
function withoutSpace(directive: string): string {
  const colon = directive.indexOf(':')
  if (colon < 0) return directive
  return `${directive.slice(0, colon).trim()}:${directive.slice(colon + 1).trim()}`
}
