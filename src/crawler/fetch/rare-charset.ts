/** Decodes XML in character sets that XML allows and the Encoding Standard does not know. */

import { plainLabel } from './charset-label.ts'
import { CODE_PAGES, EBCDIC_PAGES } from './code-pages.ts'

/** XML 1.0 appendix F.1: how four bytes a character begin, with a mark and without. */
const FOUR_BYTES: readonly (readonly [readonly number[], 'big' | 'little'])[] = [
  [[0x00, 0x00, 0xfe, 0xff], 'big'],
  [[0x00, 0x00, 0x00, 0x3c], 'big'],
  [[0xff, 0xfe, 0x00, 0x00], 'little'],
  [[0x3c, 0x00, 0x00, 0x00], 'little'],
]
/** `<?xm` in EBCDIC, whichever of its kinds. */
const EBCDIC_START = [0x4c, 0x6f, 0xa7, 0x94]

const DECLARATION_BYTES = 256
const DECLARED = /^<\?xml[^>]{0,200}?encoding\s{0,8}=\s{0,8}["']([\w.:+-]{2,40})/

const SPACE = 0x20
const EBCDIC_LETTERS_START = 0x40
const EBCDIC_BREAKS = new Set([0x0d, 0x15, 0x25])
const CODE_POINT_MAX = 0x10ffff
const REPLACEMENT = 0xfffd

/** The text of `bytes` where their first characters say that they are UTF-32 or EBCDIC. */
export function markedRareText(bytes: Uint8Array): string | undefined {
  const four = FOUR_BYTES.find(([start]) => begins(bytes, start))
  if (four !== undefined) return fromUtf32(bytes, four[1] === 'little')
  if (!begins(bytes, EBCDIC_START)) return undefined
  // The letters of a declaration are the same in all of them.
  const start = fromEbcdic(bytes.subarray(0, DECLARATION_BYTES), 'cp037')
  return fromEbcdic(bytes, plainLabel(DECLARED.exec(start)?.[1] ?? ''))
}

/** The text of `bytes` in the code page of that name; undefined where it is none that we have. */
export function codePageText(bytes: Uint8Array, label: string | undefined): string | undefined {
  const page = label === undefined ? undefined : CODE_PAGES.get(plainLabel(label))
  if (page === undefined) return undefined
  return joined(bytes, (byte) => (byte < 0x80 ? byte : page.charCodeAt(byte - 0x80)))
}

function fromEbcdic(bytes: Uint8Array, name: string): string {
  const page = EBCDIC_PAGES.get(name) ?? EBCDIC_PAGES.get('cp037') ?? ''
  return joined(bytes, (byte) => {
    if (byte >= EBCDIC_LETTERS_START) return page.charCodeAt(byte - EBCDIC_LETTERS_START)
    return EBCDIC_BREAKS.has(byte) ? 0x0a : SPACE
  })
}

function fromUtf32(bytes: Uint8Array, isLittleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength & ~3)
  const letters: string[] = []
  for (let at = 0; at < view.byteLength; at += 4) {
    const code = view.getUint32(at, isLittleEndian)
    letters.push(String.fromCodePoint(code > CODE_POINT_MAX ? REPLACEMENT : code))
  }
  return letters
    .join('')
    .replace(/^\ufeff/, '')
    .toWellFormed()
}

function joined(bytes: Uint8Array, codeOf: (byte: number) => number): string {
  return new TextDecoder('utf-16le').decode(Uint16Array.from(bytes, codeOf))
}

function begins(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}
