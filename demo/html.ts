/** HTML as a template tag: whatever is put into a template is escaped, unless it came from one. */

export interface Html {
  readonly html: string
}

type Piece = Html | string | number | readonly Html[]

/** What prints nothing. */
export const NOTHING: Html = { html: '' }

/** Builds HTML; strings and numbers are escaped for text and for quoted attributes alike. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  const rest = pieces.map((piece, index) => written(piece) + (strings[index + 1] ?? ''))
  return { html: (strings[0] ?? '') + rest.join('') }
}

/** A text in which `**words**` stand for bold ones. */
export function withBold(text: string): Html {
  const parts = text.split('**')
  return html`${parts.map((part, index) => (index % 2 === 0 ? html`${part}` : html`<strong>${part}</strong>`))}`
}

/** The first characters of a text up to a whole word, and `ending` where something was cut off. */
export function excerpt(
  text: string,
  { lengthMax, ending }: { lengthMax: number; ending: string },
) {
  if (text.length <= lengthMax) return text
  const cut = text.slice(0, lengthMax)
  return cut.slice(0, cut.lastIndexOf(' ')) + ending
}

function written(piece: Piece): string {
  if (typeof piece === 'string' || typeof piece === 'number') return escaped(String(piece))
  return 'html' in piece ? piece.html : piece.map((item) => item.html).join('')
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
