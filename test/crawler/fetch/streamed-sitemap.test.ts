/** Bodies that are taken as they come: packed or not, whole, cut off, or made to burst. */

import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type FetchOptions, guardedFetch } from '../../../src/crawler/fetch/guarded-fetch.ts'

const XML = Array.from({ length: 20_000 }, (_, n) => `<loc>/${(n * 7919) % 10_007}</loc>`).join('')
const PACKED = gzipSync(XML)

/** Fetches a sitemap whose body comes in `chunks`; counts and joins what the consumer was given. */
async function take(chunks: Uint8Array[], options: Partial<FetchOptions> = {}) {
  const given = { text: '', bytes: 0 }
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = chunks.shift()
      if (chunk === undefined) controller.close()
      else controller.enqueue(chunk)
    },
  })
  const headers = { 'content-type': 'application/x-gzip' }
  const outcome = await guardedFetch('https://blog.example/sitemap.xml.gz', {
    fetch: async () => new Response(body, { headers }),
    accept: 'sitemap',
    allowPrivateHosts: new Set(),
    ownHost: 'trendwire.example',
    userAgent: 'test',
    consume: async (stream) => {
      const decoder = new TextDecoder()
      for await (const chunk of stream) {
        given.bytes += chunk.length
        if (given.bytes <= XML.length) given.text += decoder.decode(chunk, { stream: true })
      }
    },
    ...options,
  })
  return { outcome, given }
}

describe('guardedFetch with a consumer', () => {
  it.each([
    ['a plain sitemap', [new TextEncoder().encode(XML)]],
    ['a packed one', [PACKED]],
    [
      'a packed one, octet by octet at first',
      [...PACKED.subarray(0, 20)].map((n) => Uint8Array.of(n)).concat(PACKED.subarray(20)),
    ],
  ])('gives %s', async (_case, chunks) => {
    const { outcome, given } = await take(chunks)
    expect(outcome).toMatchObject({ ok: true, body: '', bytes: XML.length, isCut: false })
    expect(given.text).toBe(XML)
  })

  it('keeps what came before packed data broke off, and says so', async () => {
    const { outcome, given } = await take([PACKED.subarray(0, PACKED.length / 2)])
    expect(outcome).toMatchObject({ ok: true, isCut: true, bytes: given.bytes })
    expect(given.bytes).toBeGreaterThan(XML.length / 4)
    expect(XML.startsWith(given.text)).toBe(true)
  })

  it('names what only begins as gzip does', async () => {
    const { outcome } = await take([Uint8Array.of(0x1f, 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)])
    expect(outcome).toMatchObject({ ok: false, reason: 'wrong-type' })
  })

  it('stops a bomb at the limit of what it unfolds to', async () => {
    const limits = { sitemapBytesMax: 2 * 1024 * 1024 }
    const { outcome, given } = await take([gzipSync(Buffer.alloc(8 * 1024 * 1024))], { limits })
    expect(outcome).toMatchObject({
      ok: false,
      reason: 'too-large',
      message: 'https://blog.example/sitemap.xml.gz is larger than 2 MiB.',
    })
    expect(given.bytes).toBeLessThanOrEqual(limits.sitemapBytesMax)
  })

  it('stops packed data that never unfold to anything', async () => {
    // RFC 1952 section 2.3: the flag says that a name follows, which never ends.
    const start = Uint8Array.of(0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 3)
    const name = new Uint8Array(64 * 1024).fill(97)
    const chunks = [start, ...Array.from({ length: 64 }, () => name)]
    const { outcome } = await take(chunks, { limits: { sitemapBytesMax: 1024 * 1024 } })
    expect(outcome).toMatchObject({ ok: false, reason: 'too-large' })
    expect(chunks.length).toBeGreaterThan(30)
  })

  it('lets a consumer stop, and reads no further', async () => {
    const chunks = Array.from({ length: 100 }, () => new TextEncoder().encode('<loc>/</loc>'))
    const { outcome } = await take(chunks, {
      consume: async (stream) => {
        for await (const chunk of stream) if (chunk.length > 0) break
      },
    })
    expect(outcome).toMatchObject({ ok: true, isCut: true })
    expect(chunks.length).toBeGreaterThan(90)
  })

  it('passes on what a consumer throws: that is a bug of ours', async () => {
    const consume = async () => {
      throw new Error('bug')
    }
    await expect(take([PACKED], { consume })).rejects.toThrow('bug')
  })
})
