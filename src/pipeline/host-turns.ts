/** Takes turns at hosts with all other isolates: nobody is asked by two of us at once. */

import { hostPort } from '../crawler/fetch/host-port.ts'
import type { Meeting } from '../crawler/politeness/host-pauses.ts'
import { giveBackHosts, holdHosts, takeHost } from '../storage/hosts.ts'
import { ROBOTS_KEPT_MS, type StoredRobots } from '../storage/robots.ts'
import { instantAfter, type PipelineTools } from './tools.ts'

/** A host that is to be left alone for longer is not held meanwhile. */
const HELD_WHILE_RESTING_MS = 10_000

/** A host that another asks is asked for again after this. */
const POLL_MS = 5_000

/** Whoever asked for it has it first, if they come again within this. */
const WANTED_MS = 3 * POLL_MS

/** Times that a second host is asked for, while the first one waits for us. */
const SECOND_HOST_POLLS = 3

export type HostTurns = {
  /** Takes the turn at the host of a URL, unless it is ours already. */
  meet: (url: string) => Promise<Meeting>
  /** When each `host:port` may be asked again, Unix milliseconds; whoever asks keeps it up to date. */
  freeAt: Map<string, number>
  /** What was kept of an origin's robots.txt when its host was met. */
  robotsOf: (origin: string) => StoredRobots | null | undefined
  /** To be written with what prolongs the holder's own lease. */
  prolong: (until: string) => D1PreparedStatement[]
  /** To be written at the end. */
  giveBack: () => D1PreparedStatement[]
}

/** Turns of one holder, whose lease ends at `until()`; `name` is whom others keep a place for. */
export function hostTurns(
  holder: { id: string; name: string; until: () => string },
  tools: PipelineTools,
): HostTurns {
  const freeAt = new Map<string, number>()
  const robots = new Map<string, StoredRobots | null>()
  const held = new Set<string>()

  async function take(host: string, origin: string): Promise<Meeting> {
    const now = tools.now()
    const turn = await takeHost(tools.db, {
      host,
      holder: holder.id,
      wanter: holder.name,
      now: now.toISOString(),
      until: holder.until(),
      soon: instantAfter(now, HELD_WHILE_RESTING_MS),
      wantedUntil: instantAfter(now, WANTED_MS),
      robots: { origin, fetchedAfter: instantAfter(now, -ROBOTS_KEPT_MS) },
    })
    const free = turn.freeAt === '' ? 0 : Date.parse(turn.freeAt)
    if (turn.isOurs) {
      held.add(host)
      robots.set(origin, turn.robots)
      freeAt.set(host, free)
      return { ok: true, freeAt: free }
    }
    return free > now.getTime() + HELD_WHILE_RESTING_MS
      ? { ok: false, until: free, message: `${host} is to be left alone until ${turn.freeAt}.` }
      : { ok: false, until: now.getTime() + POLL_MS, message: `${host} is being asked already.` }
  }

  async function meet(url: string): Promise<Meeting> {
    const address = new URL(url)
    const host = hostPort(address)
    if (held.has(host)) return { ok: true, freeAt: freeAt.get(host) ?? 0 }
    let meeting = await take(host, address.origin)
    // Whoever holds a host already does not wait for another one for long: its holder may want ours.
    for (let polls = 0; held.size > 0 && polls < SECOND_HOST_POLLS; polls += 1) {
      if (meeting.ok || meeting.until > tools.now().getTime() + POLL_MS) return meeting
      await tools.sleep(POLL_MS)
      meeting = await take(host, address.origin)
    }
    return meeting
  }

  function giveBack(): D1PreparedStatement[] {
    if (held.size === 0) return []
    const now = tools.now().getTime()
    const hosts = [...held].map((host) => ({
      host,
      freeAt: new Date(Math.max(now, freeAt.get(host) ?? 0)).toISOString(),
    }))
    return [giveBackHosts(tools.db, holder.id, hosts)]
  }

  return {
    meet,
    freeAt,
    robotsOf: (origin) => robots.get(origin),
    prolong: (until) =>
      held.size === 0 ? [] : [holdHosts(tools.db, { holder: holder.id, hosts: [...held], until })],
    giveBack,
  }
}
