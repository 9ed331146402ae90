/** The `hosts` table: whose turn it is to ask a host, across all isolates. */

// Named, for scripts import this file too and know no Worker globals.
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import * as z from 'zod/mini'
import { jsonColumn } from './json-column.ts'
import { KEPT_ROBOTS, type StoredRobots, storedRobotsSchema } from './robots.ts'

const turnSchema = z.object({
  heldBy: z.nullable(z.string()),
  freeAt: z.string(),
  robots: z.nullable(jsonColumn(storedRobotsSchema)),
})

export type HostTurn = {
  /** Whether it is ours. Otherwise another has it, or the host is to be left alone for longer. */
  isOurs: boolean
  /** Not asked before, ISO 8601 UTC; empty where nothing is known. */
  freeAt: string
  /** Its origin's robots.txt, where one is kept. */
  robots: StoredRobots | null
}

/** Whoever wanted a host that was taken is let in first by then: nobody waits for ever. */
const WANTED = `wanted_by IS NOT NULL AND wanted_by <> ?9 AND wanted_until > ?3`

const IS_FREE = `(held_by IS NULL OR held_by = ?2 OR held_until <= ?3)
  AND free_at <= ?5 AND NOT (${WANTED})`

/**
 * Takes the turn at a host by one conditional update, until `until`; whoever dies with it leaves it to
 * the next one then. Not taken where the host is to be left alone for longer than `soon`. Where it is
 * taken, it is wanted until `wantedUntil`: its holder will not get it again before us.
 */
export async function takeHost(
  db: D1Database,
  turn: {
    host: string
    /** Of this very turn: a holder that has lost it cannot give back what is another's. */
    holder: string
    /** Who comes again for it where it is taken. */
    wanter: string
    now: string
    until: string
    soon: string
    wantedUntil: string
    /** Whose robots.txt is read along, if it is not older than this. */
    robots: { origin: string; fetchedAfter: string }
  },
): Promise<HostTurn> {
  const row = await db
    .prepare(
      `INSERT INTO hosts (host, held_by, held_until) VALUES (?1, ?2, ?4)
       ON CONFLICT (host) DO UPDATE SET
         held_by = iif(${IS_FREE}, ?2, held_by), held_until = iif(${IS_FREE}, ?4, held_until),
         wanted_until = iif(${IS_FREE} OR ${WANTED}, wanted_until, ?6),
         wanted_by = iif(${IS_FREE}, NULL, iif(${WANTED}, wanted_by, ?9))
       RETURNING held_by AS heldBy, free_at AS freeAt, ${KEPT_ROBOTS('?7', '?8')} AS robots`,
    )
    .bind(
      turn.host,
      turn.holder,
      turn.now,
      turn.until,
      turn.soon,
      turn.wantedUntil,
      turn.robots.origin,
      turn.robots.fetchedAfter,
      turn.wanter,
    )
    .first()
  const { heldBy, freeAt, robots } = turnSchema.parse(row)
  return { isOurs: heldBy === turn.holder && freeAt <= turn.soon, freeAt, robots }
}

/** To be written with what prolongs the holder's own lease. */
export function holdHosts(
  db: D1Database,
  turn: { holder: string; hosts: string[]; until: string },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE hosts SET held_until = ?3
       WHERE host IN (SELECT value FROM json_each(?1)) AND held_by = ?2`,
    )
    .bind(JSON.stringify(turn.hosts), turn.holder, turn.until)
}

/** Gives hosts back, each with the instant before which nobody is to ask it. */
export function giveBackHosts(
  db: D1Database,
  holder: string,
  hosts: { host: string; freeAt: string }[],
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE hosts SET held_by = NULL, free_at = MAX(free_at, j.value ->> 'freeAt')
       FROM json_each(?1) j WHERE hosts.host = j.value ->> 'host' AND held_by = ?2`,
    )
    .bind(JSON.stringify(hosts), holder)
}

/** Takes the turns that end before `until` from their holders: see `releaseLeases`. */
export function releaseHosts(db: D1Database, until: string): D1PreparedStatement {
  return db
    .prepare('UPDATE hosts SET held_by = NULL WHERE held_by IS NOT NULL AND held_until < ?')
    .bind(until)
}

/** Forgets hosts that nobody holds and that have been free to ask since `before`. */
export function pruneHosts(db: D1Database, before: string): D1PreparedStatement {
  return db
    .prepare(
      'DELETE FROM hosts WHERE host IN (SELECT host FROM hosts WHERE free_at < ?1 AND held_until < ?1 LIMIT 500)',
    )
    .bind(before)
}
