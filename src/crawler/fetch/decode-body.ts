/** Turns the bytes of a page or feed into text: the one place that knows about character sets. */

import { standardEncoding } from './charset-label.ts'
import { withoutDoubleEncoding } from './double-encoding.ts'
import { codePageText, markedRareText } from './rare-charset.ts'

/** `text` has no declaration inside. */
export type BodyKind = 'html' | 'xml' | 'text'

/** The standard looks at 1,024 bytes; real pages put comments and scripts before the declaration. */
const PRESCAN_BYTES = 4096

/** A quoted or bare label after `charset=` or `encoding=`, as in meta, Content-Type and XML. */
const META_CHARSET = /charset\s{0,8}=\s{0,8}["']?\s{0,8}([\w.:+-]{2,40})/i
const XML_ENCODING = /^\s{0,64}<\?xml[^>]{0,200}?encoding\s{0,8}=\s{0,8}["']([\w.:+-]{2,40})/
/** Feeds have warnings and comments before it. */
const LATE_XML_ENCODING = /<\?xml[^>]{0,200}?\sencoding\s{0,8}=\s{0,8}["']([\w.:+-]{2,40})/i

/** How markup begins: white space, or a tag. */
const BEGINNINGS: ReadonlySet<number | undefined> = new Set([0x09, 0x0a, 0x0d, 0x20, 0x3c])

/** Names no charset of text: the Encoding Standard takes another for it, and so do bytes. */
const NO_CHARSET = 'x-user-defined'

const VIETNAMESE = /\blang\s{0,8}=\s{0,8}["']?vi\b|windows-1258|\bcontent-language[^>]{0,80}\bvi\b/i

/**
 * Decodes `bytes` and composes the letters of markup (NFC). Plain text keeps them, for robots.txt is
 * compared octet by octet: what is no UTF-8 there stands percent-encoded. Order of trust, after the Encoding Standard: byte
 * order mark, Content-Type, the declaration inside, then UTF-8, then windows-1258 for Vietnamese
 * pages and windows-1252 for others. Bytes overrule labels where they leave no doubt: text that is
 * valid UTF-8 is never a single-byte charset, and text that mostly is not UTF-8 is never UTF-8.
 * What was encoded twice before it was sent is decoded twice.
 */
export function decodeBody(bytes: Uint8Array, contentType: string | null, kind: BodyKind): string {
  const text = decoded(bytes, contentType, kind)
  return kind === 'text' ? text : withoutDoubleEncoding(text).normalize('NFC')
}

function decoded(bytes: Uint8Array, contentType: string | null, kind: BodyKind): string {
  const rare = kind === 'xml' ? markedRareText(bytes) : undefined
  if (rare !== undefined) return rare
  const marked = markedEncoding(bytes)
  if (marked !== undefined) return new TextDecoder(marked).decode(bytes)
  if (kind === 'text') return withEncodedOctets(bytes)
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN_BYTES))
  const labels = [META_CHARSET.exec(contentType ?? '')?.[1], declaredInside(start, kind)]
  const encodings = labels.map(knownEncoding).filter((name) => name !== undefined)
  const isRare = kind === 'xml' && encodings.length === 0 && !isUtf8(bytes)
  const page = isRare ? labels.map((label) => codePageText(bytes, label)) : []
  return (
    page.find((text) => text !== undefined) ??
    decodeAs(bytes, encodings, VIETNAMESE.test(start) ? 'windows-1258' : 'windows-1252')
  )
}

/** The Encoding Standard's "BOM sniff", and UTF-16 without a mark as XML 1.0 appendix F tells it. */
function markedEncoding(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if ((first === 0xfe && second === 0xff) || (first === 0 && BEGINNINGS.has(second))) {
    return 'utf-16be'
  }
  if ((first === 0xff && second === 0xfe) || (BEGINNINGS.has(first) && second === 0)) {
    return 'utf-16le'
  }
  return undefined
}

function declaredInside(start: string, kind: BodyKind): string | undefined {
  const late = kind === 'html' ? META_CHARSET : LATE_XML_ENCODING
  const label = (XML_ENCODING.exec(start) ?? late.exec(start))?.[1]
  // What could be read as ASCII to find the label cannot be UTF-16: the standard takes UTF-8.
  return label !== undefined && /^utf-?16/i.test(label) ? 'utf-8' : label
}

/** RFC 9309 section 2.2.2: a path of `caf\xE9` matches the address `caf%E9`, whatever letter it was. */
function withEncodedOctets(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(bytes)
  if (!text.includes('\ufffd')) return text
  let result = ''
  for (let from = 0; from < bytes.length; ) {
    const run = runAt(bytes, from)
    const letters = new TextDecoder('utf-8').decode(run)
    result += letters.includes('\ufffd') ? encodedOctets(run) : letters
    from += run.length
  }
  return result
}

/** The octets from `from` on that are all ASCII, or all are not. */
function runAt(bytes: Uint8Array, from: number): Uint8Array {
  const isAscii = (bytes[from] ?? 0) < 0x80
  const length = bytes.subarray(from).findIndex((octet) => octet < 0x80 !== isAscii)
  return length < 0 ? bytes.subarray(from) : bytes.subarray(from, from + length)
}

function encodedOctets(octets: Uint8Array): string {
  return [...octets].map((octet) => `%${octet.toString(16).padStart(2, '0')}`).join('')
}

function knownEncoding(label: string | undefined): string | undefined {
  const encoding = label === undefined ? undefined : standardEncoding(label)
  return encoding === NO_CHARSET ? undefined : encoding
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function decodeAs(bytes: Uint8Array, encodings: string[], legacy: string): string {
  const utf8 = new TextDecoder('utf-8').decode(bytes)
  const evidence = utf8Evidence(utf8)
  const first = encodings[0] ?? 'utf-8'
  if (evidence === 'utf-8' && isSingleByte(first)) return utf8
  if (first !== 'utf-8') return new TextDecoder(first).decode(bytes)
  if (evidence !== 'other') return utf8
  const second = encodings.find((name) => name !== 'utf-8')
  return new TextDecoder(second ?? legacy).decode(bytes)
}

/** `ascii` proves nothing; a stray broken byte in UTF-8 text does not make it another charset. */
function utf8Evidence(utf8: string): 'ascii' | 'utf-8' | 'other' {
  let broken = 0
  let sound = 0
  for (let index = 0; index < utf8.length; index++) {
    const code = utf8.charCodeAt(index)
    if (code === 0xfffd) broken++
    else if (code > 0x7f) sound++
  }
  if (broken === 0) return sound === 0 ? 'ascii' : 'utf-8'
  return broken > sound ? 'other' : 'ascii'
}

function isSingleByte(encoding: string): boolean {
  return /^(?:windows-|iso-8859-|koi8|ibm866|macintosh|x-mac)/.test(encoding)
}
