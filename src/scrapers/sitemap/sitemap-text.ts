/** Decodes a sitemap as it comes: the character set is told by its first bytes. */

/** Where a byte order mark and an XML declaration stand. */
const SNIFFED_BYTES = 256

const XML_ENCODING = /^\s{0,64}<\?xml[^>]{0,200}?encoding\s{0,8}=\s{0,8}["']([\w.:+-]{2,40})/

/** Yields `chunks` as text, without byte order mark. Never throws for what the bytes are. */
export async function* sitemapText(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  let head = new Uint8Array()
  for await (const chunk of chunks) {
    if (decoder !== undefined) {
      yield decoder.decode(chunk, { stream: true })
      continue
    }
    head = joined(head, chunk)
    if (head.length < SNIFFED_BYTES) continue
    decoder = new TextDecoder(encodingOf(head))
    yield decoder.decode(head, { stream: true })
  }
  // Without input it gives what is left of a broken character.
  yield decoder === undefined ? new TextDecoder(encodingOf(head)).decode(head) : decoder.decode()
}

/** XML 1.0 appendix F; without a mark or a declaration it is UTF-8. */
function encodingOf(head: Uint8Array): string {
  const [first, second] = head
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  const start = new TextDecoder('latin1').decode(head.subarray(0, SNIFFED_BYTES))
  const label = XML_ENCODING.exec(start)?.[1] ?? 'utf-8'
  // What could be read as ASCII cannot be UTF-16.
  return /^utf-?16/i.test(label) ? 'utf-8' : knownEncoding(label)
}

function knownEncoding(label: string): string {
  try {
    return new TextDecoder(label).encoding
  } catch {
    return 'utf-8'
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}
