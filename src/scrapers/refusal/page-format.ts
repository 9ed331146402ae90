/** Tells a text that is no HTML at all, whatever its server says, by how it begins and what it is made of. */

/** In UTF-16 code units: a file says what it is at its beginning. */
const START_LENGTH = 2_048

/** Comments and processing instructions that are passed over before the first element. */
const PROLOGUE_PARTS_MAX = 20

/** Share of the beginning that text in a known charset never reaches. */
const CONTROL_SHARE_MAX = 0.05
const REPLACED_SHARE_MAX = 0.1

/** First characters of files that servers send as pages; a decoder may have replaced the others. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF document'],
  ['%!PS', 'a PostScript document'],
  ['{\\rtf', 'an RTF document'],
  ['BEGIN:VCALENDAR', 'a calendar'],
  ['BEGIN:VCARD', 'a contact'],
]

/** Names that only mail has; a broken server may put headers of HTTP before its page. */
const MAIL_HEADER =
  /^(?:delivered-to|from|message-id|mime-version|received|return-path|subject|to):/i
const MAIL_HEADERS_MIN = 2

/** Elements that a document of another kind begins with, even without an XML declaration. */
const FEEDS: ReadonlyMap<string, string> = new Map([
  ...(['feed', 'rdf:rdf', 'rss'] as const).map((name) => [name, 'a feed'] as const),
  ...(['sitemapindex', 'urlset'] as const).map((name) => [name, 'a sitemap'] as const),
  ['opml', 'a list of feeds'],
])

/** What a page in XHTML, or a part of one, begins with. */
const PAGE_ELEMENTS: ReadonlySet<string> = new Set([
  ...['article', 'body', 'div', 'head', 'html', 'main', 'section'],
])

/** A control character that no text holds, and what stands for one that could not be decoded. */
const CONTROL = /[^\P{Cc}\s]/gu
const REPLACED = /\ufffd/g

const TAG_START = /<[a-z!?]/i
const JSON_START = /^[[{]\s{0,99}(?:["[\]{}]|-?\d|true|false|null)/
const ELEMENT_NAME = /^<([a-z][\w:-]{0,40})/i

/**
 * What the text is, as the end of “The address gives …”; undefined for what may be HTML. Looks at
 * the beginning only, so a long page costs no more than a short one.
 */
export function foreignFormat(text: string): string | undefined {
  const start = text.slice(0, START_LENGTH).replace(/^[\s\ufeff]+/, '')
  if (start === '') return undefined
  const signed = SIGNATURES.find(([signature]) => start.startsWith(signature))
  if (signed !== undefined) return signed[1]
  if (isBinary(start)) return 'data that is no text'
  if (start.startsWith('<')) return foreignDocument(text)
  if (JSON_START.test(start)) return 'JSON'
  if (isMail(start)) return 'an e-mail'
  return TAG_START.test(text) ? undefined : 'plain text'
}

function isBinary(start: string): boolean {
  const control = start.match(CONTROL)?.length ?? 0
  const replaced = start.match(REPLACED)?.length ?? 0
  const isMarkup = TAG_START.test(start)
  return (
    control > CONTROL_SHARE_MAX * start.length ||
    (!isMarkup && replaced > REPLACED_SHARE_MAX * start.length)
  )
}

function isMail(start: string): boolean {
  const headers = start.split('\n', 2 * PROLOGUE_PARTS_MAX).filter((line) => MAIL_HEADER.test(line))
  return headers.length >= MAIL_HEADERS_MIN && MAIL_HEADER.test(start)
}

/** A feed, or another document of XML: told by its first element. */
function foreignDocument(text: string): string | undefined {
  const { at, isXml } = pastPrologue(text)
  const name = ELEMENT_NAME.exec(text.slice(at, at + 50))?.[1]?.toLowerCase()
  if (name === undefined) return undefined
  return FEEDS.get(name) ?? (isXml && !PAGE_ELEMENTS.has(name) ? 'XML' : undefined)
}

/** Where the first element begins, and whether an XML declaration stands before it. */
function pastPrologue(text: string): { at: number; isXml: boolean } {
  let isXml = false
  let at = pastSpace(text, 0)
  for (let part = 0; part < PROLOGUE_PARTS_MAX; part += 1) {
    const end = prologueEnd(text, at)
    if (end === undefined) break
    isXml ||= text.startsWith('<?xml', at)
    at = pastSpace(text, end)
  }
  return { at, isXml }
}

function prologueEnd(text: string, at: number): number | undefined {
  const opening = [
    ['<!--', '-->'],
    ['<?', '>'],
    ['<!', '>'],
  ] as const
  const found = opening.find(([opens]) => text.startsWith(opens, at))
  if (found === undefined) return undefined
  const [opens, closes] = found
  const end = text.indexOf(closes, at + opens.length)
  return end === -1 ? text.length : end + closes.length
}

function pastSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && /[\s\ufeff]/.test(text.charAt(at))) at += 1
  return at
}
