/** Reads a response body within a limit of bytes and time, whatever its headers promise. */

export type BodyRead =
  | { end: 'complete' | 'cut'; bytes: Uint8Array }
  | { end: 'too-large' | 'timeout' | 'broken' }

export type BodyLimit = {
  /** Decompressed bytes that are read at most. */
  bytesMax: number
  /** Past `bytesMax`: keep what was read, or give up. */
  past: 'cut' | 'refuse'
  /** Ends the reading when it fires. */
  signal: AbortSignal
}

/** Bytes are counted as they come, for content-length may be missing, wrong, or of a compressed body. */
export async function readBody(response: Response, limit: BodyLimit): Promise<BodyRead> {
  if (response.body === null) return { end: 'complete', bytes: new Uint8Array() }
  const declared = Number(response.headers.get('content-length') ?? 0)
  if (declared > limit.bytesMax && limit.past === 'refuse') {
    await discardBody(response)
    return { end: 'too-large' }
  }
  const reader = response.body.getReader()
  const stop = () => void reader.cancel().catch(ignoreBroken)
  limit.signal.addEventListener('abort', stop)
  try {
    return await collect(reader, limit)
  } catch {
    return { end: limit.signal.aborted ? 'timeout' : 'broken' }
  } finally {
    limit.signal.removeEventListener('abort', stop)
  }
}

/** Lets go of a body that nobody will read: workerd keeps its connection open otherwise. */
export async function discardBody(response: Response): Promise<void> {
  await response.body?.cancel().catch(ignoreBroken)
}

type Reader = {
  read: () => Promise<{ done: boolean; value?: Uint8Array | undefined }>
  cancel: () => Promise<void>
}

async function collect(reader: Reader, limit: BodyLimit): Promise<BodyRead> {
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { value } = await reader.read()
    if (limit.signal.aborted) return { end: 'timeout' }
    if (value === undefined) return { end: 'complete', bytes: joined(chunks, length) }
    chunks.push(value)
    length += value.length
    if (length <= limit.bytesMax) continue
    await reader.cancel().catch(ignoreBroken)
    if (limit.past === 'refuse') return { end: 'too-large' }
    return { end: 'cut', bytes: joined(chunks, length).subarray(0, limit.bytesMax) }
  }
}

function joined(chunks: Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.length
  }
  return bytes
}

/** The outcome is decided already: a connection that breaks while it is let go changes nothing. */
function ignoreBroken(): void {}
