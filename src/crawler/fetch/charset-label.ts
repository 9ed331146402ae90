/** Knows the names of character sets that the Encoding Standard calls otherwise. */

const ALIASES: ReadonlyMap<string, string> = new Map([
  ['big5hkscs', 'big5'],
  ['cp932', 'shift_jis'],
  ['cp936', 'gbk'],
  ['cp949', 'euc-kr'],
  ['cp950', 'big5'],
  ['eucjp', 'euc-jp'],
  ['euckr', 'euc-kr'],
  ['maccyrillic', 'x-mac-cyrillic'],
  ['macroman', 'macintosh'],
  ['ms936', 'gbk'],
  ['ms949', 'euc-kr'],
  ['ms950', 'big5'],
  ['shiftjis', 'shift_jis'],
  ['tis620', 'windows-874'],
  ['usascii', 'windows-1252'],
])

/** The encoding that the standard means by `label` or one of its common misspellings; undefined for none. */
export function standardEncoding(label: string): string | undefined {
  const plain = plainLabel(label)
  const known = ALIASES.get(plain)
  const latin = /^(?:latin|iso8859)(\d{1,2})$/.exec(plain)?.[1]
  const windows = /^(?:windows|win|cp|ms)(125\d|874)$/.exec(plain)?.[1]
  return (
    decoderName(label) ??
    decoderName(known) ??
    decoderName(latin === undefined ? undefined : `iso-8859-${latin}`) ??
    decoderName(windows === undefined ? undefined : `windows-${windows}`)
  )
}

/** In lower case, without what separates its parts: `CP-437`, `ibm437` and `x-cp437` are `cp437`. */
export function plainLabel(label: string): string {
  const plain = label
    .toLowerCase()
    .replace(/[^a-z\d]/g, '')
    .replace(/^(?:x|cs)(?=cp|ibm|mac|pc)/, '')
  return plain.replace(/^(?:ibm|pc|cspc|oem|dos)(?=\d)/, 'cp')
}

function decoderName(label: string | undefined): string | undefined {
  if (label === undefined) return undefined
  try {
    return new TextDecoder(label).encoding
  } catch {
    return undefined
  }
}
