/** The partners' servers as a `fetch`: takes its time on the clock, and writes down who asked what. */

import type { Clock } from './clock.ts'
import { answered, conditional, type Reply, responseOf } from './reply.ts'
import type { Asked } from './request-log.ts'
import type { Servers } from './servers.ts'

/** From the request to the last byte of its answer. */
const LATENCY_MS = { least: 60, spread: 400 }

const ARTICLE = /^\/(?:bai|tin|noi-bo|am-thuc\/mon)\//

const NO_ANSWER: Reply = { status: 0 }

/** `fetchFor` gives the fetch of one partner's visits. */
export type Origin = { fetchFor: (partner: string) => typeof fetch; log: Asked[] }

export function createOrigin(
  servers: Servers,
  { clock, random }: { clock: Clock; random: () => number },
): Origin {
  const log: Asked[] = []

  async function take(partner: string, url: URL, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers)
    const signal = init.signal ?? new AbortController().signal
    const startMs = clock.now()
    const write = (reply: Reply) => {
      log.push({
        startMs,
        endMs: clock.now(),
        url: url.href,
        kind: kindOf(url),
        partner,
        headers: Object.fromEntries(headers),
        answer: answered(reply),
      })
    }
    await clock.sleep(LATENCY_MS.least + Math.floor(LATENCY_MS.spread * random()))
    const reply = servers.replyTo(url, clock.now())
    if (reply === 'silence') return await silence(signal, () => write(NO_ANSWER))
    if (reply === undefined) {
      write(NO_ANSWER)
      throw new TypeError('Connection refused')
    }
    const said = conditional(reply, headers)
    write(said)
    return responseOf(said, clock.now())
  }

  async function silence(signal: AbortSignal, write: () => void): Promise<never> {
    try {
      return await clock.hang(signal)
    } finally {
      write()
    }
  }

  return {
    log,
    fetchFor:
      (partner) =>
      (input, init = {}) =>
        take(partner, new URL(String(input)), init),
  }
}

function kindOf({ pathname }: URL): Asked['kind'] {
  if (pathname === '/robots.txt') return 'robots'
  return ARTICLE.test(pathname) ? 'page' : 'source'
}
