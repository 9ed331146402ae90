/** Repairs text that was UTF-8, was read as windows-1252, and was written as UTF-8 again. */

/** Pieces of text that must be so, and their share among those that could be. */
const PIECES_MIN = 5
const SPOILT_SHARE_MIN = 0.9

/** How such pieces begin: the first byte of a character of ours, and any that may follow it. */
const SUSPECT = /[\u00c2-\u00c6\u00c8-\u00ca\u00e1-\u00e3][\u0080-\u00bf\u0152-\u0192\u02c6-\u2122]/

const PIECES = /\P{ASCII}+/gu

/** The byte of each character that windows-1252 has above ASCII. */
const BYTES: ReadonlyMap<string, number> = new Map(
  [
    ...new TextDecoder('windows-1252').decode(
      Uint8Array.from({ length: 128 }, (_, at) => at + 128),
    ),
  ].map((character, at) => [character, at + 128] as const),
)

/**
 * The text as it was meant, where nearly all of its pieces beyond ASCII are UTF-8 once they are
 * bytes again: by chance a piece hardly ever is. Any other text is returned as it is.
 */
export function withoutDoubleEncoding(text: string): string {
  if (!SUSPECT.test(text)) return text
  let pieces = 0
  let spoilt = 0
  const repaired = text.replace(PIECES, (piece) => {
    pieces += 1
    const meant = meantBy(piece)
    if (meant !== undefined) spoilt += 1
    return meant ?? piece
  })
  return spoilt >= PIECES_MIN && spoilt >= SPOILT_SHARE_MIN * pieces ? repaired : text
}

function meantBy(piece: string): string | undefined {
  const bytes = Uint8Array.from(piece, (character) => BYTES.get(character) ?? 0)
  // Most pieces of sound text end here, which is cheaper than a failure to decode them.
  if (bytes.length < 2 || bytes.includes(0) || !isContinued(bytes)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function isContinued([, second = 0]: Uint8Array): boolean {
  return second >= 0x80 && second < 0xc0
}
