/** Whether a partner's pages can still be read as articles, where they used to be. */

import type { Health } from '../../articles/health.ts'

/** So many pages that are no articles, one after the other or among the more of a run, are no chance. */
const UNREADABLE_MIN = 3

/** A partner of whose pages fewer are articles never was well. */
const READABLE_MIN = 0.5

/** How much one page weighs in the share that can be read. */
const WEIGHT = 0.05

/** Pages of a run that answered with a body: how many gave an article, and how many for the first time did not. */
export type PagesRead = { readable: number; unreadable: number }

/** Takes in the pages of a run. */
export function learnReadable(health: Health, read: PagesRead): Health {
  if (read.readable + read.unreadable === 0) return health
  const share = read.readable / (read.readable + read.unreadable)
  const weight = 1 - (1 - WEIGHT) ** (read.readable + read.unreadable)
  const before = health.readable ?? share
  const readable = Number((before + weight * (share - before)).toFixed(4))
  if (share > 0.5) return { ...health, readable, unreadable: 0 }
  // What the share was before the trouble is what the trouble is measured by.
  const unreadable = health.unreadable + read.unreadable
  return { ...health, readable: health.readable ?? readable, unreadable }
}

/** Whether so many pages in a row could not be read that the layout must have changed. */
export function isUnreadable(health: Health): boolean {
  return health.unreadable >= UNREADABLE_MIN && (health.readable ?? 0) >= READABLE_MIN
}
