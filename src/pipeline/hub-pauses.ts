/** Spaces the requests to hubs: a hub is a host like any other, and often a partner's own. */

import { hostPort } from '../crawler/fetch/host-port.ts'
import type { HostTurns } from './host-turns.ts'
import type { PipelineTools } from './tools.ts'

/** Between two requests to the same host and port. */
const REQUEST_GAP_MS = 2_000

/** A longer pause is not slept through: its host is asked another time. */
const SLEEP_MS_MAX = 10_000

/** For one request and its redirects. */
export function hubPauses({ meet, freeAt }: HostTurns, tools: PipelineTools) {
  const asked = new Set<string>()

  function rest(forMs: number): void {
    for (const host of asked) {
      const gapMs = tools.allowPrivateHosts.has(host) ? 0 : REQUEST_GAP_MS
      freeAt.set(host, tools.now().getTime() + Math.max(gapMs, forMs))
    }
    asked.clear()
  }

  return {
    /** Takes the turn at the host of `url` and waits for it; otherwise says until when it is taken. */
    before: async (url: string): Promise<{ until: number } | undefined> => {
      rest(0)
      const meeting = await meet(url)
      if (!meeting.ok) return { until: meeting.until }
      const host = hostPort(new URL(url))
      const until = freeAt.get(host) ?? meeting.freeAt
      const waitMs = until - tools.now().getTime()
      if (waitMs > SLEEP_MS_MAX) return { until }
      if (waitMs > 0) await tools.sleep(waitMs)
      asked.add(host)
      return undefined
    },
    /** The last host has answered, and wishes to be left alone for so long. */
    after: (wishedSeconds: number): void => rest(wishedSeconds * 1000),
  }
}
