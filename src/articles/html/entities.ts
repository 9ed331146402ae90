/** Decodes the entities of HTML; what a name means is asked of the full parser, once for each. */

import { load } from 'cheerio/slim'

/** A number, or a name and the sign behind it: in an attribute `&copy=1` is a part of an address. */
const REFERENCE = /&(?:#(?:[xX]([\da-fA-F]+)|(\d+));?|[a-zA-Z][\da-zA-Z]*[;=]?)/g

/** Different names that are remembered; pages use a few dozen, and HTML has 2,231. */
const KNOWN_MAX = 3_000

/** In UTF-16 code units; HTML's names are shorter. */
const NAME_LENGTH_MAX = 40

/** Names of one page that are asked for, each in some microseconds; further ones stay as written. */
const ASKED_MAX = 3_000

/** From here on, and among the printable ones below, a number means the character of that number. */
const PLAIN_FROM = 0xa0
const PRINTABLE_FROM = 0x20
const PRINTABLE_END = 0x7f

const HIGHEST = 0x10ffff
const REPLACEMENT = '\ufffd'

type Ask = (reference: string) => string | undefined

/** Decodes what stands in one page. */
export type Decoder = {
  readonly text: (written: string) => string
  /** Fewer names without a semicolon mean anything there. */
  readonly attribute: (written: string) => string
}

const IN_TEXT = new Map<string, string>()
const IN_ATTRIBUTE = new Map<string, string>()

const askText: Ask = (reference) => load(`${reference}<b>`).root().contents().first().text()
const askAttribute: Ask = (reference) => load(`<b c="${reference}">`)('b').attr('c')

export function pageDecoder(): Decoder {
  const budget = { asked: 0 }
  return {
    text: (written) => decode(written, { known: IN_TEXT, ask: askText, budget }),
    attribute: (written) => decode(written, { known: IN_ATTRIBUTE, ask: askAttribute, budget }),
  }
}

type Decoding = { known: Map<string, string>; ask: Ask; budget: { asked: number } }

function decode(written: string, decoding: Decoding): string {
  if (!written.includes('&')) return written
  return written.replace(REFERENCE, (reference, hex?: string, decimal?: string) => {
    const digits = hex ?? decimal
    if (digits === undefined) return named(reference, decoding)
    return numbered(Number.parseInt(digits, hex === undefined ? 10 : 16), decoding)
  })
}

function numbered(code: number, decoding: Decoding): string {
  if (code >= PLAIN_FROM || (code >= PRINTABLE_FROM && code < PRINTABLE_END)) {
    // Half of a pair is no character.
    return code > HIGHEST ? REPLACEMENT : String.fromCodePoint(code).toWellFormed()
  }
  return named(`&#${code};`, decoding)
}

function named(reference: string, { known, ask, budget }: Decoding): string {
  const before = known.get(reference)
  if (before !== undefined) return before
  if (budget.asked >= ASKED_MAX || reference.length > NAME_LENGTH_MAX) return reference
  budget.asked += 1
  const meant = ask(reference) ?? reference
  if (known.size >= KNOWN_MAX) known.clear()
  known.set(reference, meant)
  return meant
}
