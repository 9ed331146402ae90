/** Validators for conditional requests (RFC 9110, sections 8.8 and 13): who has which version of a page. */

import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { Page } from './page.ts'

/** Addresses whose last version is remembered; the oldest is forgotten first. */
const REMEMBERED_MAX = 2_000

export interface Validators {
  /** Strong: a hash of the bytes. */
  readonly etag: string
  readonly modified: Date
}

/**
 * Gives each version of a page its validators.
 *
 * A page that changed without its article being touched (a card under it did) is as new as the
 * moment in which that was noticed, so that a client that asks by date is not told the old one.
 */
export function versionKeeper(now: () => Date): (address: string, page: Page) => Validators {
  const known = new Map<string, Validators>()
  return (address, page) => {
    const etag = `"${createHash('sha256').update(page.body).digest('hex').slice(0, 32)}"`
    const before = known.get(address)
    if (before?.etag === etag) return before
    const validators = { etag, modified: before === undefined ? page.modified : now() }
    known.set(address, validators)
    const [oldest] = known.keys()
    if (known.size > REMEMBERED_MAX && oldest !== undefined) known.delete(oldest)
    return validators
  }
}

/** True if the client has this very version: answer 304. The date counts only without a tag. */
export function clientHasIt(headers: IncomingHttpHeaders, { etag, modified }: Validators): boolean {
  const tags = headers['if-none-match']
  if (tags !== undefined) {
    return tags.split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()))
  }
  const since = Date.parse(headers['if-modified-since'] ?? '')
  return Number.isFinite(since) && wholeSecond(modified) <= since
}

/** HTTP dates know no fractions. */
function wholeSecond(time: Date): number {
  return Math.floor(time.getTime() / 1_000) * 1_000
}
