/** Reads from an element's tag, role, class and id what part of a page it says it is. */

import type { RemovalReason } from '../../articles/article.ts'
import { copyOf, type HtmlElement } from '../../articles/html/html-tree.ts'
import { LAYOUT_WORDS, NEGATIONS, ZONE_ROLES, ZONE_TAGS, ZONE_WORDS } from './zone-words.ts'

const BY_WORD: ReadonlyMap<string, RemovalReason> = new Map(
  ZONE_WORDS.toReversed().flatMap(([reason, words]) =>
    words.map((word) => [word, reason] as const),
  ),
)

const PRIORITY = ZONE_WORDS.map(([reason]) => reason)

/** In UTF-16 code units of one attribute; a longer one is machinery. */
const ATTRIBUTE_LENGTH_MAX = 400

/** A longer id is a heading made into an anchor: `five-ways-to-leave-social-media`. */
const ID_WORDS_MAX = 5

/** Pages of one site share their names; beyond that many, all are read anew. */
const KNOWN_NAMES_MAX = 4_000

/** In UTF-16 code units of a class or id that is remembered. */
const KNOWN_NAME_LENGTH_MAX = 150

/** What the attributes read before say, and each name in them: sites share names, not attributes. */
const KNOWN_ATTRIBUTES = new Map<string, NamedZone | undefined>()
const KNOWN_NAMES = new Map<string, NamedZone | undefined>()

/**
 * A zone, and the word that said so: `role=banner`, `.sidebar`, `<nav>`. It is vague where the same
 * name speaks of layout (`sidebar-content`): it may name what stands beside the zone.
 */
export type NamedZone = {
  readonly reason: RemovalReason
  readonly by: string
  readonly vague: boolean
}

/** What the element's own role, class, id and tag say it is, if anything. */
export function zoneOf(element: HtmlElement): NamedZone | undefined {
  const role = element.attribs['role'] ?? ''
  const byRole = ZONE_ROLES.get(role)
  if (byRole !== undefined) return { reason: byRole, by: `role=${role}`, vague: false }
  const named = byNames(element)
  if (named !== undefined) return named
  const byTag = ZONE_TAGS.get(element.name)
  return byTag === undefined ? undefined : { reason: byTag, by: `<${element.name}>`, vague: false }
}

/** The words of class and id: split at white space, hyphens, underscores and humps. */
export function nameTokens(element: HtmlElement): string[] {
  return names(element).flatMap((name) => tokensOf(name))
}

function names(element: HtmlElement): string[] {
  const { class: classes = '' } = element.attribs
  const id = ownId(element)
  if (classes === '' && id === '') return []
  const all = `${classes.slice(0, ATTRIBUTE_LENGTH_MAX)} ${id.slice(0, ATTRIBUTE_LENGTH_MAX)}`
  return all.split(/\s+/).filter((name) => name !== '')
}

/** What a heading's id says is its text, which names no part of the page. */
function ownId({ name, attribs }: HtmlElement): string {
  const id = attribs['id'] ?? ''
  if (id === '') return ''
  if (name.length === 2 && /^h[1-6]$/.test(name)) return ''
  // So many letters, hyphens among them, never make more words.
  if (id.length <= 2 * ID_WORDS_MAX) return id
  const words = tokensOf(id.slice(0, ATTRIBUTE_LENGTH_MAX)).filter((word) => !/^\d*$/.test(word))
  return words.length > ID_WORDS_MAX ? '' : id
}

function tokensOf(name: string): string[] {
  const parted = /[A-Z]/.test(name) ? name.replace(/([a-z])([A-Z])/g, '$1-$2') : name
  return parted.toLowerCase().split(/[^a-z0-9]+/)
}

function byNames(element: HtmlElement): NamedZone | undefined {
  const { class: classes = '' } = element.attribs
  const id = ownId(element)
  const byClass = classes === '' ? undefined : known(classes.slice(0, ATTRIBUTE_LENGTH_MAX))
  const byId = id === '' ? undefined : known(id.slice(0, ATTRIBUTE_LENGTH_MAX))
  return byId !== undefined && precedes(byId.reason, byClass?.reason) ? byId : byClass
}

function known(attribute: string): NamedZone | undefined {
  return remembered(KNOWN_ATTRIBUTES, attribute, bestOf)
}

/** The first reason, of all names of one attribute, in the order of the list of words. */
function bestOf(attribute: string): NamedZone | undefined {
  let best: NamedZone | undefined
  for (const name of attribute.split(/\s+/)) {
    const named = remembered(KNOWN_NAMES, name, byName)
    if (named !== undefined && precedes(named.reason, best?.reason)) best = named
  }
  return best
}

function remembered(
  zones: Map<string, NamedZone | undefined>,
  text: string,
  read: (text: string) => NamedZone | undefined,
): NamedZone | undefined {
  const zone = zones.get(text)
  if (zone !== undefined || zones.has(text)) return zone
  if (text.length > KNOWN_NAME_LENGTH_MAX) return read(text)
  if (zones.size >= KNOWN_NAMES_MAX) zones.clear()
  const copy = copyOf(text)
  const found = read(copy)
  zones.set(copy, found)
  return found
}

function byName(name: string): NamedZone | undefined {
  const tokens = tokensOf(name)
  const [only] = tokens
  if (tokens.length === 1 && only !== undefined) return bySingle(only)
  if (tokens.some((token) => NEGATIONS.has(token))) return undefined
  let best: NamedZone | undefined
  for (const word of [...tokens, tokens.join('-'), tokens.join('')]) {
    const reason = BY_WORD.get(word)
    if (reason === undefined || !precedes(reason, best?.reason)) continue
    best = { reason, by: `.${word}`, vague: tokens.some((token) => LAYOUT_WORDS.has(token)) }
  }
  return best
}

/** Most names are one word. */
function bySingle(word: string): NamedZone | undefined {
  const reason = NEGATIONS.has(word) ? undefined : BY_WORD.get(word)
  return reason && { reason, by: `.${word}`, vague: LAYOUT_WORDS.has(word) }
}

function precedes(reason: RemovalReason, other: RemovalReason | undefined): boolean {
  return other === undefined || PRIORITY.indexOf(reason) < PRIORITY.indexOf(other)
}
