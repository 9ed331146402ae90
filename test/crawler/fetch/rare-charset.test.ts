/** Character sets of XML beyond the Encoding Standard, and the names that people give to those within. */

import { describe, expect, it } from 'vitest'
import { standardEncoding } from '../../../src/crawler/fetch/charset-label.ts'
import { decodeBody } from '../../../src/crawler/fetch/decode-body.ts'

const TEXT = '<?xml version="1.0"?><a>Xu hướng €</a>'

function utf32(text: string, isLittleEndian: boolean): Uint8Array {
  const letters = [...text]
  const view = new DataView(new ArrayBuffer(letters.length * 4))
  for (const [at, letter] of letters.entries()) {
    view.setUint32(at * 4, letter.codePointAt(0) ?? 0, isLittleEndian)
  }
  return new Uint8Array(view.buffer)
}

function declared(label: string, ...rest: number[]): Uint8Array {
  const start = new TextEncoder().encode(`<?xml version="1.0" encoding="${label}"?><a>`)
  return Uint8Array.from([...start, ...rest])
}

describe('decodeBody, XML 1.0 appendix F.1', () => {
  it.each([
    ['UTF-32, the largest byte first', utf32(TEXT, false)],
    ['UTF-32, the smallest byte first', utf32(TEXT, true)],
    ['UTF-32 with a mark', utf32(`\ufeff${TEXT}`, false)],
    ['UTF-32 with a mark, the smallest first', utf32(`\ufeff${TEXT}`, true)],
  ])('reads %s', (_case, bytes) => {
    expect(decodeBody(bytes, 'text/xml; charset=utf-8', 'xml')).toBe(TEXT)
  })

  it('reads EBCDIC, of the kind that it declares', () => {
    // `<?xml encoding="cp500"?><a>é!`, in which 4f is `!` and in cp037 would be `|`.
    const bytes = Uint8Array.from(
      '4c6fa794934085958396848995877e7f8397f5f0f07f6f6e4c816e514f'.match(/../g) ?? [],
      (byte) => Number.parseInt(byte, 16),
    )
    expect(decodeBody(bytes, null, 'xml')).toBe('<?xml encoding="cp500"?><a>é!')
  })

  it('replaces what is beyond Unicode', () => {
    const bytes = Uint8Array.of(0, 0, 0, 0x3c, 0xff, 0xff, 0xff, 0xff, 0, 0, 0xd8, 0, 1)
    expect(decodeBody(bytes, null, 'xml')).toBe('<\ufffd\ufffd')
  })
})

describe('decodeBody, what XML declares', () => {
  it.each([
    ['an old code page', 'cp437', [0x82], 'é'],
    ['its name at IBM', 'IBM-850', [0x9c], '£'],
    ['a Mac', 'mac-greek', [0x8e], 'é'],
    ['a printer', 'hp-roman8', [0xc5], 'é'],
    ['a name that the standard does not know', 'cp932', [0x93, 0xfa], '日'],
    ['a name that is nobody’s', 'klingon', [0xe9], 'é'],
  ])('reads %s', (_case, label, bytes, text) => {
    expect(decodeBody(declared(label, ...bytes), null, 'xml')).toContain(`<a>${text}`)
  })

  it('believes bytes that are UTF-8', () => {
    expect(decodeBody(declared('cp437', 0xc3, 0xa9), null, 'xml')).toContain('<a>é')
  })

  it('believes Content-Type first (RFC 7303 section 3.2)', () => {
    const bytes = declared('cp437', 0xe9)
    expect(decodeBody(bytes, 'text/xml; charset=windows-1252', 'xml')).toContain('<a>é')
  })

  it('finds a declaration behind junk', () => {
    const junk = new TextEncoder().encode('\n<b>Warning</b>: x in y\n')
    const bytes = Uint8Array.from([...junk, ...declared('windows-1251', 0xcf)])
    expect(decodeBody(bytes, null, 'xml')).toContain('<a>П')
  })
})

describe('standardEncoding', () => {
  it.each([
    ['of the standard', 'latin1', 'windows-1252'],
    ['with a hyphen', 'latin-2', 'iso-8859-2'],
    ['without hyphens', 'iso885915', 'iso-8859-15'],
    ['of Windows', 'win-1251', 'windows-1251'],
    ['of Microsoft', 'CP949', 'euc-kr'],
    ['with underscores', 'EUC_JP', 'euc-jp'],
  ])('knows a name %s', (_case, label, encoding) => {
    expect(standardEncoding(label)).toBe(encoding)
  })

  it('knows no other', () => {
    expect(standardEncoding('klingon')).toBeUndefined()
  })
})
