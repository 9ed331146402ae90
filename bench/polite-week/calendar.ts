/** What the partners of the week write and when, and what happens to their server meanwhile. */

import { seeded } from './seeded.ts'
import type { Trouble, Written } from './upkeep.ts'

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** Monday, 23 November 2026, midnight in Vietnam. */
export const WEEK_START_MS = Date.UTC(2026, 10, 22, 17)
export const WEEK_END_MS = WEEK_START_MS + 7 * DAY_MS

/** After the week nothing is published any more: what is there is to be found within this. */
export const AFTERWARDS_MS = 12 * HOUR_MS

const SEED = 20_261_123
const ARTICLES_BEFORE = 18
const OFFICE_HOURS = { from: 8, length: 10 }
const WORKDAY_ARTICLES = 6
const WORKDAYS = 5

/** An article as its partner keeps it. */
export type Piece = Written & {
  number: number
  path: string
  /** Validators that its page gives; some servers give none. */
  validators: 'both' | 'weak' | 'none'
  /** Its page is gone with this status from `withdrawnMs` on. */
  withdrawnStatus: 404 | 410
}

/** What happens to the server, at Vietnamese times: Tuesday, Thursday, Friday, Saturday. */
export const EVENTS = {
  /** Asks for an hour in seconds, and later for two hours by a date. */
  busySeconds: WEEK_START_MS + DAY_MS + 9.5 * HOUR_MS,
  busyDate: WEEK_START_MS + DAY_MS + 14 * HOUR_MS,
  /** Refuses connections, then answers 503. */
  outage: WEEK_START_MS + 3 * DAY_MS,
  outageAnswers: WEEK_START_MS + 3.5 * DAY_MS,
  outageOver: WEEK_START_MS + 4 * DAY_MS,
  /** To another host and other paths. */
  move: WEEK_START_MS + 4 * DAY_MS + 6 * HOUR_MS,
  /** Other templates; the feed is gone. */
  redesign: WEEK_START_MS + 5 * DAY_MS + 20 * HOUR_MS,
} as const

export const TROUBLES: Trouble[] = [
  { partner: 'pho', fromMs: EVENTS.outage, untilMs: EVENTS.outageOver },
  { partner: 'am-thuc', fromMs: EVENTS.outage, untilMs: EVENTS.outageOver },
  { partner: 'im-lang', fromMs: WEEK_START_MS, untilMs: null },
]

/** The blog of an office: six articles on a workday, one or two at weekends. */
export function officePieces(): Piece[] {
  const random = seeded(SEED)
  const instants = [...instantsBefore(random), ...instantsOfWeek(random)]
  const pieces = instants.map((publishedMs, index) => piece('pho', index, publishedMs))
  return [...withCorrections(pieces), forbiddenPiece()]
}

/** Another blog on the same server: one article a day, and a feed without validators. */
export function neighbourPieces(): Piece[] {
  const random = seeded(SEED + 1)
  return Array.from({ length: 12 }, (_none, index) =>
    piece('am-thuc', 500 + index, WEEK_START_MS + (index - 5 + 0.4 + 0.1 * random()) * DAY_MS),
  )
}

function instantsBefore(random: () => number): number[] {
  return Array.from({ length: ARTICLES_BEFORE }, (_none, index) => {
    const daysAgo = 3 + Math.floor((ARTICLES_BEFORE - 1 - index) / WORKDAY_ARTICLES)
    return officeInstant(-daysAgo, (index % WORKDAY_ARTICLES) / WORKDAY_ARTICLES, random)
  })
}

function instantsOfWeek(random: () => number): number[] {
  return Array.from({ length: 7 }, (_none, day) => day).flatMap((day) => {
    const count = day < WORKDAYS ? WORKDAY_ARTICLES : 1 + Math.round(random())
    return Array.from({ length: count }, (_also, index) =>
      officeInstant(day, index / count, random),
    )
  })
}

function officeInstant(day: number, share: number, random: () => number): number {
  const hours = OFFICE_HOURS.from + OFFICE_HOURS.length * (share + random() / WORKDAY_ARTICLES)
  return Math.round((WEEK_START_MS + day * DAY_MS + hours * HOUR_MS) / 1_000) * 1_000
}

function piece(partner: string, number: number, publishedMs: number): Piece {
  return {
    partner,
    number,
    path: `bai-so-${number}`,
    title: `Chuyện phố phường số ${number}`,
    publishedMs,
    correctedMs: [],
    withdrawnMs: null,
    withdrawnStatus: 410,
    isForbidden: false,
    validators: number % 3 === 0 ? 'none' : number % 3 === 1 ? 'both' : 'weak',
  }
}

/** Of Monday and Tuesday: one corrected soon, one late, one twice, one withdrawn each way. */
function withCorrections(pieces: Piece[]): Piece[] {
  const soonMs = 95 * MINUTE_MS
  const lateMs = 20 * HOUR_MS
  const changes: Partial<Piece>[] = [
    { correctedMs: [30 * MINUTE_MS] },
    { correctedMs: [lateMs] },
    { correctedMs: [soonMs, lateMs] },
    { withdrawnMs: 10 * HOUR_MS, withdrawnStatus: 410 },
    { withdrawnMs: 10 * HOUR_MS, withdrawnStatus: 404 },
    { correctedMs: [30 * MINUTE_MS, lateMs] },
  ]
  return pieces.map((one, index) => {
    const change = changes[index - ARTICLES_BEFORE]
    if (change === undefined) return one
    const { withdrawnMs = null, correctedMs = [] } = change
    return {
      ...one,
      ...change,
      correctedMs: correctedMs.map((ms) => one.publishedMs + ms),
      withdrawnMs: withdrawnMs === null ? null : one.publishedMs + withdrawnMs,
    }
  })
}

/** The feed links once to a folder that robots.txt disallows. */
function forbiddenPiece(): Piece {
  const publishedMs = WEEK_START_MS + 9 * HOUR_MS
  return { ...piece('pho', 900, publishedMs), path: 'noi-bo', isForbidden: true }
}
