/** Says in one sentence with figures why a way to a partner's articles was chosen. */

import { shown } from '../fetch/fetch-outcome.ts'
import { HOME_ORIGIN, type Measured, SHOWN_MIN, type Way } from './measure-ways.ts'

/** So many articles newer than its newest one, and a way has been abandoned or shows a part only. */
export const MISSED_MAX = 2
/** From this share on, the difference is one of an hour or two. */
const CLOSE_SHARE_MIN = 0.75

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS

type Circumstances = {
  /** By how many articles was measured, and what the best way lists of them. */
  count: number
  most: number
  /** How many articles the partner's page shows. */
  shown: number
  now: Date
}

/** `best` is used, `rest` are the others in their order. */
export function reasonFor(
  best: Measured,
  rest: readonly Measured[],
  circumstances: Circumstances,
): string {
  const why =
    best.kind === 'feed'
      ? reasonForFeed(best, rest, circumstances)
      : `the ${best.kind} is used, for ${reasonAgainstFeed(best, rest, circumstances)}`
  return `${figuresOf([best, ...rest], circumstances)}: ${why}.`
}

function figuresOf(measured: readonly Measured[], { count, now }: Circumstances): string {
  const told = measured.map(({ way, listed, newest }, index) => {
    const of = index === 0 ? ` lists ${listed} of the ${articles(count)}` : ` ${listed} of ${count}`
    const age = newest === undefined ? '' : ` (newest ${ago(now.getTime() - newest)})`
    return `${index === 0 ? 'The' : 'the'} ${nameOf(way)}${of}${age}`
  })
  return told.join(', ')
}

/** One partner may have several listings: each is named by its path. */
function nameOf({ reading, origin }: Way): string {
  const { kind, url } = reading.source
  if (kind !== 'listing') return kind
  return origin === HOME_ORIGIN ? 'home page' : `listing at ${shown(new URL(url).pathname)}`
}

function articles(count: number): string {
  return count === 1 ? 'only article' : `${count} newest articles`
}

function ago(ms: number): string {
  if (ms < HOUR_MS) return 'under an hour ago'
  if (ms < 2 * DAY_MS) return `${Math.floor(ms / HOUR_MS)} h ago`
  return `${Math.floor(ms / DAY_MS)} days ago`
}

function reasonForFeed(
  { listed, way }: Measured,
  rest: readonly Measured[],
  { most }: Circumstances,
): string {
  if (rest.length === 0) return `${way.origin}, and nothing else lists articles`
  const isClose = listed >= CLOSE_SHARE_MIN * most
  const why = isClose
    ? 'is nearly as complete and costs least'
    : 'costs least, and another checks it'
  const reason = listed >= most ? 'nothing lists more and it costs least' : `it ${why}`
  return `the feed is used, for ${reason}; ${way.origin}`
}

function reasonAgainstFeed(
  best: Measured,
  rest: readonly Measured[],
  { shown: shownCount }: Circumstances,
): string {
  const feed = rest.find(({ kind }) => kind === 'feed')
  if (feed === undefined) {
    if (best.kind === 'sitemap' || rest.some(({ kind }) => kind === 'sitemap'))
      return 'no feed serves'
    const further = rest.length === 0 ? '' : ', and it goes furthest back'
    return `no feed and no sitemap serves${further}`
  }
  if (feed.listed === 0 && shownCount >= SHOWN_MIN)
    return 'the feed has nothing that the home page shows'
  return feed.missed > MISSED_MAX
    ? `the feed lacks ${feed.missed} newer articles`
    : 'the feed shows a part only'
}
