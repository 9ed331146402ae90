/** What a partner's page asks of whoever shows it to others: its robots directives, read and obeyed. */

/** In UTF-16 code units of all that a page says; more is an attack. */
const TEXT_LENGTH_MAX = 2_000

/** Kept and passed on as they are. Alphabetically sorted. */
const PLAIN: ReadonlySet<string> = new Set([
  'noai',
  'noarchive',
  'nofollow',
  'noimageai',
  'noimageindex',
  'noindex',
  'nosnippet',
  'notranslate',
])

/** Other words for the same. */
const SYNONYMS: ReadonlyMap<string, readonly string[]> = new Map([
  ['none', ['noindex', 'nofollow']],
  ['nocache', ['noarchive']],
])

/** The strictest first. */
const IMAGE_PREVIEWS = ['none', 'standard', 'large']

/** A date that names none is read as UTC, so that every machine reads it alike. */
const ENDS_WITH_ZONE = /(?:Z|GMT|UTC?|[ECMP][SD]T|[+-]\d{2}:?\d{2})$/

/** For instants to be compared as text: after every instant that a page may name. */
const FOR_EVER = '9999'

/** `9999-01-01`: a later instant means for ever, and its year would have more digits. */
const INSTANT_MAX_MS = 253_370_764_800_000

/** What was read so far; of a figure that is said twice, the strictest. */
type Reading = {
  words: Set<string>
  /** In code points; Infinity where nobody asked. */
  snippet: number
  video: number
  image: number
  /** Milliseconds since 1970. */
  until: number
}

/**
 * Returns the directives that bind us and whoever reads our page, each once, sorted, in lower case;
 * an instant is ISO 8601 UTC: `['noai', 'max-snippet:50', 'unavailable_after:2026-12-01T00:00:00Z']`.
 * What allows what is allowed anyway (`all`, `max-snippet:-1`), and what nobody knows, is left out.
 *
 * @param written What stands in `<meta name=robots>`, one addressed to us, or `X-Robots-Tag` without
 *   the name of an agent; https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag
 */
export function keptDirectives(written: readonly string[]): string[] {
  const reading: Reading = {
    ...{
      words: new Set<string>(),
      snippet: Number.POSITIVE_INFINITY,
      image: IMAGE_PREVIEWS.length,
    },
    ...{ video: Number.POSITIVE_INFINITY, until: Number.POSITIVE_INFINITY },
  }
  const pieces = written.join(',').slice(0, TEXT_LENGTH_MAX).split(/[,;]/)
  for (const [index, piece] of pieces.entries()) {
    const colon = piece.indexOf(':')
    const words = (colon === -1 ? piece : piece.slice(0, colon)).toLowerCase().trim().split(/\s+/)
    const name = colon === -1 ? undefined : words.pop()
    for (const word of words) readWord(word, reading)
    if (name === undefined) continue
    const value = piece.slice(colon + 1).trim()
    // RFC 822 and RFC 850 dates have a comma of their own.
    readFigure(name, [value, `${value},${pieces[index + 1] ?? ''}`], reading)
  }
  return writeDirectives(reading)
}

/**
 * How much of the article may stand elsewhere than on its own page: in lists, descriptions, feeds.
 * In code points: 0 for nothing, Infinity where the page does not care.
 */
export function snippetLengthMax(robots: readonly string[]): number {
  if (robots.includes('nosnippet')) return 0
  return Number(figureOf(robots, 'max-snippet') ?? Number.POSITIVE_INFINITY)
}

/**
 * Until when machines may be led to our page of the article, as ISO 8601 UTC, to be compared as
 * text: empty for never, `9999` for as long as it is there.
 */
export function indexableUntil(robots: readonly string[]): string {
  return robots.includes('noindex') ? '' : (figureOf(robots, 'unavailable_after') ?? FOR_EVER)
}

function figureOf(robots: readonly string[], name: string): string | undefined {
  const directive = robots.find((written) => written.startsWith(`${name}:`))
  return directive?.slice(name.length + 1)
}

function readWord(word: string, { words }: Reading): void {
  if (PLAIN.has(word)) words.add(word)
  for (const same of SYNONYMS.get(word) ?? []) words.add(same)
}

function readFigure(name: string, values: readonly [string, string], reading: Reading): void {
  const [value] = values
  if (name === 'max-snippet') reading.snippet = Math.min(reading.snippet, lengthOf(value))
  else if (name === 'max-video-preview') reading.video = Math.min(reading.video, lengthOf(value))
  else if (name === 'max-image-preview') reading.image = Math.min(reading.image, imageOf(value))
  else if (name === 'unavailable_after') {
    const instants = values.map(instantOf).filter((instant) => instant < INSTANT_MAX_MS)
    reading.until = Math.min(reading.until, ...instants.slice(0, 1))
  }
}

/** `-1` is no limit; so is what is no number. */
function lengthOf(value: string): number {
  return /^\d{1,9}$/.test(value) ? Number(value) : Number.POSITIVE_INFINITY
}

function imageOf(value: string): number {
  const index = IMAGE_PREVIEWS.indexOf(value.toLowerCase())
  return index === -1 ? IMAGE_PREVIEWS.length : index
}

function instantOf(value: string): number {
  const text = value.trim().toUpperCase()
  if (ENDS_WITH_ZONE.test(text)) return Date.parse(text)
  return Date.parse(/^\d{4}-\d{2}-\d{2}T/.test(text) ? `${text}Z` : `${text} UTC`)
}

function writeDirectives({ words, snippet, video, image, until }: Reading): string[] {
  if (snippet === 0) words.add('nosnippet')
  const directives = [...words]
  const say = (name: string, value: string | number) => directives.push(`${name}:${value}`)
  if (snippet !== Number.POSITIVE_INFINITY && !words.has('nosnippet')) say('max-snippet', snippet)
  if (video !== Number.POSITIVE_INFINITY) say('max-video-preview', video)
  // The largest is what is given to everybody who asks for nothing.
  const preview = IMAGE_PREVIEWS[image]
  if (preview !== undefined && preview !== 'large') say('max-image-preview', preview)
  if (until !== Number.POSITIVE_INFINITY) {
    say('unavailable_after', `${new Date(until).toISOString().slice(0, 19)}Z`)
  }
  return directives.sort()
}
