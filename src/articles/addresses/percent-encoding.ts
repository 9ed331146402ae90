/** Writes a part of a URL in one way: what may stand unencoded does, the rest in capital hexadecimals. */

/** RFC 3986, 2.3: these mean the same encoded or not. All others (`%2F`, `%26`) are data. */
const UNRESERVED = /[A-Za-z0-9._~-]/

const ENCODED_ASCII = /%[0-7][0-9a-f]/gi

/** Characters outside ASCII, as the URL parser leaves them, with the letter that a mark may join. */
const ENCODED_RUN = /[a-z]?(?:%[89a-f][0-9a-f])+/gi

const MALFORMED = '\ufffd'

/**
 * Returns the same address part with `%7e` as `~`, `%2f` as `%2F`, and letters outside ASCII
 * composed (NFC), as servers compare them. Bytes that are no UTF-8 keep their values.
 */
export function foldPercent(part: string): string {
  if (!part.includes('%')) return part
  return part.replace(ENCODED_ASCII, foldAscii).replace(ENCODED_RUN, foldRun)
}

function foldAscii(encoded: string): string {
  const character = String.fromCharCode(Number.parseInt(encoded.slice(1), 16))
  return UNRESERVED.test(character) ? character : encoded.toUpperCase()
}

function foldRun(run: string): string {
  const [letter = '', ...encoded] = run.split('%')
  const bytes = Uint8Array.from(encoded, (byte) => Number.parseInt(byte, 16))
  const text = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true }).decode(bytes)
  if (text.includes(MALFORMED)) return letter + run.slice(letter.length).toUpperCase()
  return encodeURIComponent((letter + text).normalize('NFC'))
}
