/** A Worker that does nothing but fetch through the guard, so that a test can watch it in workerd. */

import { type FetchOptions, guardedFetch } from '../../src/crawler/fetch/guarded-fetch.ts'

/** What of the options can be sent as JSON. */
export type GuardedRequest = { url: string } & Pick<FetchOptions, 'accept'> & {
    host: string
    timeoutMs: number
    etag?: string
    lastModified?: string
    /** Take the body as it comes, and count it. */
    streams?: boolean
  }

/** Takes a guarded request, gives its outcome, both as JSON. */
export async function answer(request: Request): Promise<Response> {
  const asked: GuardedRequest = await request.json()
  const { url, host, timeoutMs, streams, ...rest } = asked
  const consume = async (chunks: AsyncIterable<Uint8Array>) => {
    for await (const chunk of chunks) if (chunk.length === 0) break
  }
  const outcome = await guardedFetch(url, {
    ...rest,
    ...(streams === true ? { consume } : {}),
    fetch,
    allowPrivateHosts: new Set([host]),
    ownHost: 'trendwire.example',
    userAgent: 'Trendwire/0.1',
    limits: { timeoutMs },
  })
  return Response.json(outcome)
}
