/** Character sets as pages really declare them, wrongly or not at all. */

import { describe, expect, it } from 'vitest'
import { decodeBody } from '../../../src/crawler/fetch/decode-body.ts'

/** "Việt" in windows-1258: ê, then a combining dot below. */
const VIET_1258 = [0x56, 0x69, 0xea, 0xf2, 0x74]
const CAFE_LATIN = [0x63, 0x61, 0x66, 0xe9]
const SJIS_NIHON = [0x93, 0xfa, 0x96, 0x7b]

function bytesOf(...parts: (string | number[])[]): Uint8Array {
  const encoder = new TextEncoder()
  return Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...encoder.encode(part)] : part)),
  )
}

describe('decodeBody', () => {
  it.each([
    ['UTF-8 as declared', bytesOf('Tức'), 'text/html; charset=utf-8', 'html', 'Tức'],
    ['UTF-8 undeclared', bytesOf('Tức'), null, 'html', 'Tức'],
    [
      'UTF-8 with a byte order mark',
      bytesOf([0xef, 0xbb, 0xbf], 'Tức'),
      'text/html; charset=iso-8859-1',
      'html',
      'Tức',
    ],
    [
      'UTF-16 little-endian by its mark',
      bytesOf([0xff, 0xfe, 0x54, 0, 0xe9, 0]),
      null,
      'html',
      'Té',
    ],
    ['UTF-16 big-endian by its mark', bytesOf([0xfe, 0xff, 0, 0x54, 0, 0xe9]), null, 'html', 'Té'],
    [
      'the header before the page',
      bytesOf('<meta charset=windows-1252>', VIET_1258),
      'text/html; charset=windows-1258',
      'html',
      '<meta charset=windows-1252>Việt',
    ],
    ['a quoted header', bytesOf(CAFE_LATIN), 'text/html; charset="iso-8859-1"', 'html', 'café'],
    [
      'meta charset',
      bytesOf('<meta charset="windows-1258">', VIET_1258),
      'text/html',
      'html',
      '<meta charset="windows-1258">Việt',
    ],
    [
      'meta http-equiv',
      bytesOf(
        '<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">',
        SJIS_NIHON,
      ),
      null,
      'html',
      '<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">日本',
    ],
    [
      'an XML declaration',
      bytesOf('<?xml version="1.0" encoding="windows-1258"?>', VIET_1258),
      null,
      'xml',
      '<?xml version="1.0" encoding="windows-1258"?>Việt',
    ],
    [
      'no meta in XML',
      bytesOf('<a>charset=windows-1258</a>', CAFE_LATIN),
      null,
      'xml',
      '<a>charset=windows-1258</a>café',
    ],
    ['undeclared Latin', bytesOf(CAFE_LATIN), null, 'html', 'café'],
    [
      'undeclared, but Vietnamese',
      bytesOf('<html lang="vi">', VIET_1258),
      null,
      'html',
      '<html lang="vi">Việt',
    ],
    ['UTF-8 that says Latin', bytesOf('Tức'), 'text/html; charset=iso-8859-1', 'html', 'Tức'],
    ['Latin that says UTF-8', bytesOf(CAFE_LATIN), 'text/html; charset=utf-8', 'html', 'café'],
    [
      'windows-1258 that says UTF-8',
      bytesOf('<html lang=vi>', VIET_1258),
      'text/html; charset=utf-8',
      'html',
      '<html lang=vi>Việt',
    ],
    [
      'the page where the header errs',
      bytesOf('<meta charset=windows-1258>', VIET_1258),
      'text/html; charset=utf-8',
      'html',
      '<meta charset=windows-1258>Việt',
    ],
    [
      'one broken byte in UTF-8',
      bytesOf('Tức nước vỡ bờ', [0xff]),
      null,
      'html',
      'Tức nước vỡ bờ\ufffd',
    ],
    ['an unknown label', bytesOf('Tức'), 'text/html; charset=klingon', 'html', 'Tức'],
    [
      'a label that cannot be true',
      bytesOf('<meta charset="utf-16">Tức'),
      null,
      'html',
      '<meta charset="utf-16">Tức',
    ],
    ['decomposed letters', bytesOf('Tu\u031b\u0301c'), null, 'html', 'Tức'],
    [
      'decomposed letters of a robots.txt',
      bytesOf('/Tu\u031b\u0301c'),
      null,
      'text',
      '/Tu\u031b\u0301c',
    ],
    ['UTF-16 without a mark', bytesOf([0x3c, 0, 0xe9, 0]), null, 'xml', '<é'],
    ['big-endian UTF-16 without a mark', bytesOf([0, 0x3c, 0, 0xe9]), null, 'xml', '<é'],
    ['UTF-16 without a mark, below a blank line', bytesOf([0x0a, 0, 0xe9, 0]), null, 'html', '\né'],
    [
      'a label that names no charset',
      bytesOf('<meta charset=x-user-defined>', CAFE_LATIN),
      null,
      'html',
      '<meta charset=x-user-defined>café',
    ],
    ['nothing', bytesOf(), null, 'html', ''],
  ] as const)('reads %s', (_case, bytes, contentType, kind, expected) => {
    expect(decodeBody(bytes, contentType, kind)).toBe(expected)
  })
})
