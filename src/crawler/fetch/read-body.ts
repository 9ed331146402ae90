/** Reads a response body within a limit of bytes and time, whatever its headers promise. */

import { causeOf } from './cause.ts'
import { gunzipped, joined } from './gunzip.ts'

/**
 * `cut`: past the limit, packed data that broke off, or a consumer that had enough. `unreadable`:
 * packed data of which nothing could be unpacked.
 */
export type BodyEnd = 'complete' | 'cut' | 'too-large' | 'timeout' | 'broken' | 'unreadable'

export type BodyLimit = {
  /** Decompressed bytes that are read at most. */
  bytesMax: number
  /** Past `bytesMax`: keep what was read, or give up. */
  past: 'cut' | 'refuse'
  /** Ends the reading when it fires. */
  signal: AbortSignal
}

/** Takes a body as it comes. The chunks end, without an exception, wherever the body does. */
export type Consume = (chunks: AsyncIterable<Uint8Array>) => Promise<void>

/** Reads the whole body; `bytes` are what came until its end. */
export async function readBody(
  response: Response,
  limit: BodyLimit,
): Promise<{ end: BodyEnd; bytes: Uint8Array; length: number; why: string }> {
  const chunks: Uint8Array[] = []
  const read = await streamBody(response, limit, async (body) => {
    for await (const chunk of body) chunks.push(chunk)
  })
  return { ...read, bytes: joined(chunks) }
}

/**
 * Gives the body to `consume`, unpacked, and says how it ended, how many bytes were given, and why
 * it was broken where it was. They are counted as they come, for content-length may be missing, wrong, or of a compressed body.
 */
export async function streamBody(
  response: Response,
  limit: BodyLimit,
  consume: Consume,
): Promise<{ end: BodyEnd; length: number; why: string }> {
  if (response.body === null) {
    await consume(nothing())
    return { end: 'complete', length: 0, why: '' }
  }
  const declared = Number(response.headers.get('content-length') ?? 0)
  if (declared > limit.bytesMax && limit.past === 'refuse') {
    await discardBody(response)
    return { end: 'too-large', length: 0, why: '' }
  }
  const reader = response.body.getReader()
  const stop = () => void reader.cancel().catch(ignoreBroken)
  limit.signal.addEventListener('abort', stop)
  const progress: Progress = { length: 0, end: undefined, why: '', isTorn: false, isOver: false }
  try {
    await consume(limited(reader, limit, progress))
  } finally {
    limit.signal.removeEventListener('abort', stop)
    await reader.cancel().catch(ignoreBroken)
  }
  return { end: endOf(progress), length: progress.length, why: progress.why }
}

/** Lets go of a body that nobody will read: workerd keeps its connection open otherwise. */
export async function discardBody(response: Response): Promise<void> {
  await response.body?.cancel().catch(ignoreBroken)
}

type Progress = {
  length: number
  end: BodyEnd | undefined
  why: string
  isTorn: boolean
  isOver: boolean
}

type Reader = { read: () => Promise<{ done: boolean; value?: Uint8Array | undefined }> }

async function* limited(
  reader: Reader,
  limit: BodyLimit,
  progress: Progress,
): AsyncGenerator<Uint8Array> {
  const tear = () => {
    progress.isTorn = true
  }
  for await (const chunk of gunzipped(received(reader, limit, progress), tear)) {
    const room = limit.bytesMax - progress.length
    if (chunk.length > room) {
      progress.end = limit.past === 'cut' ? 'cut' : 'too-large'
      if (progress.end === 'too-large') return
    }
    const kept = chunk.subarray(0, room)
    progress.length += kept.length
    yield kept
    if (progress.end === 'cut') return
  }
  progress.isOver = true
}

/** What comes over the line. Packed data may be endless without a byte in them: they are limited, too. */
async function* received(
  reader: Reader,
  { bytesMax, signal }: BodyLimit,
  progress: Progress,
): AsyncGenerator<Uint8Array> {
  let length = 0
  while (length <= bytesMax) {
    const { value, why } = await nextChunk(reader)
    if (signal.aborted) progress.end ??= 'timeout'
    else if (why !== undefined) {
      progress.end ??= 'broken'
      progress.why = why
    }
    if (signal.aborted || value === undefined) return
    length += value.length
    yield value
  }
  progress.end ??= 'too-large'
}

async function nextChunk(
  reader: Reader,
): Promise<{ value?: Uint8Array | undefined; why?: string | undefined }> {
  try {
    return { value: (await reader.read()).value }
  } catch (error) {
    return { why: causeOf(error) }
  }
}

function endOf({ end, isTorn, isOver, length }: Progress): BodyEnd {
  if (end !== undefined) return end
  if (isTorn) return length === 0 ? 'unreadable' : 'cut'
  return isOver ? 'complete' : 'cut'
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** The outcome is decided already: a connection that breaks while it is let go changes nothing. */
function ignoreBroken(): void {}
