/** How commands visit a partner's site on their own: the crawler's way out, robots.txt and pauses included. */

import { setTimeout as sleep } from 'node:timers/promises'
import { guardedFetch } from '../src/crawler/fetch/guarded-fetch.ts'
import { hostPort } from '../src/crawler/fetch/host-port.ts'
import { userAgent } from '../src/crawler/fetch/user-agent.ts'
import { type FetchPage, politeFetcher } from '../src/crawler/politeness/polite.ts'
import { type Robots, robotsFromStatus } from '../src/crawler/politeness/robots.ts'
import { siteUrlIn } from './environment.ts'
import type { CliIo } from './io.ts'

/** Between requests to one host. */
const GAP_MS = 2000

/**
 * A polite fetch for the site of `url`. `askedBefore` says when it was last asked on the same errand,
 * in milliseconds since the epoch; `onRobots` is told the rules of each origin.
 */
export function guestFetch(
  url: string,
  io: CliIo,
  {
    askedBefore,
    onRobots,
  }: { askedBefore?: number; onRobots?: (robots: Robots, origin: string) => void } = {},
): FetchPage {
  const { ALLOW_PRIVATE_HOSTS: hosts = '' } = io.env
  const siteUrl = siteUrlIn(io.env)
  const listed = hosts.split(',').map((host) => host.trim().toLowerCase())
  const options = {
    fetch: io.fetch,
    // Whoever types a private address at their own machine means it; what it leads to stays guarded.
    allowPrivateHosts: new Set([...listed, hostPort(new URL(url))].filter((host) => host !== '')),
    ownHost: new URL(siteUrl).host,
    userAgent: userAgent(siteUrl),
  }
  return politeFetcher({
    guarded: (address, request) => guardedFetch(address, { ...options, ...request }),
    async robotsFor(origin, ask) {
      const { status, body } = await ask()
      const robots = robotsFromStatus(status, body)
      onRobots?.(robots, origin)
      return robots
    },
    gapMs: GAP_MS,
    askedBefore,
    allowPrivateHosts: options.allowPrivateHosts,
    sleep: async (milliseconds) => {
      await sleep(milliseconds)
    },
    now: () => Date.now(),
  })
}
