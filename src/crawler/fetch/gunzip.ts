/** Unpacks bodies that are gzip files themselves, as `sitemap.xml.gz` is: no runtime does it for us. */

/** RFC 1952 section 2.3.1: ID1 and ID2. */
const MAGIC = [0x1f, 0x8b]

/** Deflate unfolds to 1,032 times its size at most: 4 MiB may come of so much at once. */
const SLICE_BYTES = 4096

/**
 * Yields `chunks` unpacked where they begin as gzip does, else as they are. Never throws for what
 * they hold: `onCut` is told when packed data end too early or turn to nonsense; what came before
 * that counts.
 */
export async function* gunzipped(
  chunks: AsyncIterable<Uint8Array>,
  onCut: () => void,
): AsyncGenerator<Uint8Array> {
  const source = chunks[Symbol.asyncIterator]()
  let start = new Uint8Array()
  while (start.length < MAGIC.length) {
    const { done, value } = await source.next()
    if (done === true) break
    start = joined([start, value])
  }
  const whole = startingWith(start, source)
  const isPacked = MAGIC.every((octet, index) => start[index] === octet)
  yield* isPacked ? unpacked(whole, onCut) : whole
}

export function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0))
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.length
  }
  return bytes
}

async function* startingWith(
  start: Uint8Array,
  source: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield start
  yield* { [Symbol.asyncIterator]: () => source }
}

async function* unpacked(
  chunks: AsyncIterable<Uint8Array>,
  onCut: () => void,
): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new DecompressionStream('gzip')
  const reader = readable.getReader()
  void feed(writable, chunks)
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } catch {
    onCut()
  } finally {
    await reader.cancel().catch(ignoreBroken)
  }
}

/** Goes no faster than the unpacked bytes are read, so that little of a bomb unfolds. */
async function feed(
  writable: WritableStream<BufferSource>,
  chunks: AsyncIterable<Uint8Array>,
): Promise<void> {
  const writer = writable.getWriter()
  try {
    for await (const chunk of chunks) {
      for (let from = 0; from < chunk.length; from += SLICE_BYTES) {
        await writer.ready
        await writer.write(chunk.slice(from, from + SLICE_BYTES))
      }
    }
    await writer.close()
  } catch {
    // The reading side has failed of the same, and tells.
  }
}

/** What was read is whole: a stream that breaks while it is let go changes nothing. */
function ignoreBroken(): void {}
