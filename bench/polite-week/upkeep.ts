/** Grades what became of it all: every article kept once, every correction a revision, every trouble told. */

import { type Rule, rule, shownAt } from './request-log.ts'

/** What the partner did. Instants are Unix milliseconds; titles are names: each is used once. */
export type Written = {
  partner: string
  title: string
  publishedMs: number
  /** When it was changed. */
  correctedMs: number[]
  withdrawnMs: number | null
  /** Its folder is disallowed: it must not be taken. */
  isForbidden: boolean
}

/** What was announced of it: the outbox, in order. */
type Told = {
  type: string
  partner: string
  /** Null where it is about the partner. */
  articleId: string | null
  title: string | null
  atMs: number
}

/** In which stretch a partner was, or was to be, in trouble. */
export type Trouble = { partner: string; fromMs: number; untilMs: number | null }

export type Outcome = {
  written: Written[]
  told: Told[]
  /** What stands in the end, by title, however often. */
  standing: { partner: string; title: string; state: string }[]
  /** When the partner's state changed, in order. */
  states: { partner: string; state: string; atMs: number }[]
}

export function gradeUpkeep(outcome: Outcome, troubles: Trouble[]): Rule[] {
  const { written, told, standing } = outcome
  const ofTitle = (title: string, type: string) =>
    told.filter((event) => event.title === title && event.type === type)
  const taken = written.filter(({ isForbidden }) => !isForbidden)
  return [
    rule('every article is stored once', taken, ({ title }) => {
      const kept = standing.filter((article) => article.title === title)
      const ids = new Set(ofTitle(title, 'article.published').map(({ articleId }) => articleId))
      if (kept.length === 1 && ids.size === 1) return undefined
      return `${title}: stored ${kept.length} times, published ${ids.size} times`
    }),
    rule('what was forbidden is not stored', written, ({ title, isForbidden }) =>
      isForbidden && standing.some((article) => article.title === title) ? title : undefined,
    ),
    rule('every correction is one revision, and nothing else is', taken, (piece) => {
      const { title, withdrawnMs } = piece
      const knownMs = ofTitle(title, 'article.published')[0]?.atMs ?? 0
      const endMs = withdrawnMs ?? Number.POSITIVE_INFINITY
      const corrections = piece.correctedMs.filter((ms) => ms > knownMs && ms < endMs).length
      const updates = ofTitle(title, 'article.updated').length
      const isRight = updates === corrections
      return isRight ? undefined : `${title}: ${corrections} corrections, ${updates} revisions`
    }),
    rule('what was withdrawn is gone, and nothing else', taken, ({ title, withdrawnMs }) => {
      const isGone = standing.some((one) => one.title === title && one.state === 'gone')
      return isGone === (withdrawnMs !== null)
        ? undefined
        : `${title}: ${isGone ? 'gone' : 'there'}`
    }),
    rule('trouble is told once, and its end once', troubles, (trouble) =>
      troubleUntold(outcome, trouble),
    ),
    rule('no trouble is told where there is none', told, ({ type, partner, atMs }) => {
      const isMeant = troubles.some((one) => one.partner === partner && one.fromMs <= atMs)
      return type.startsWith('partner.') && !isMeant ? `${partner}: ${type}` : undefined
    }),
  ]
}

function troubleUntold({ told, states }: Outcome, trouble: Trouble): string | undefined {
  const { partner, fromMs, untilMs } = trouble
  const events = told.filter((event) => event.partner === partner && event.articleId === null)
  const types = events.map(({ type }) => type).join(', ')
  const wanted = untilMs === null ? 'partner.failing' : 'partner.failing, partner.recovered'
  if (types !== wanted) return `${partner}: told "${types}", not "${wanted}"`
  const [failing, recovered] = events
  if (failing === undefined || failing.atMs < fromMs) return `${partner}: told before it failed`
  if (untilMs !== null && (failing.atMs > untilMs || (recovered?.atMs ?? 0) < untilMs)) {
    return `${partner}: failing at ${shownAt(failing.atMs)}, back at ${shownAt(recovered?.atMs ?? 0)}`
  }
  return pathComplaint(trouble, states)
}

/** Through `degraded`, and after a week through `paused`; one success leads back to `active`. */
function pathComplaint(
  { partner, untilMs }: Trouble,
  states: Outcome['states'],
): string | undefined {
  const path = states.filter((change) => change.partner === partner).map(({ state }) => state)
  const wanted = untilMs === null ? /^degraded(?: paused)?$/ : /^degraded active$/
  return wanted.test(path.join(' ')) ? undefined : `${partner}: went through "${path.join(' ')}"`
}

/**
 * Minutes from publication to our own, of each article from `fromMs` on, in ascending order. What came out
 * while its server was away counts from its return.
 */
export function delaysMinutes(
  { written, told }: Outcome,
  troubles: Trouble[],
  fromMs: number,
): number[] {
  return written
    .filter(({ publishedMs }) => publishedMs >= fromMs)
    .flatMap(({ partner, title, publishedMs }) => {
      const event = told.find((one) => one.title === title && one.type === 'article.published')
      if (event === undefined) return []
      const outage = troubles.find(
        (one) =>
          one.partner === partner && one.fromMs <= publishedMs && publishedMs < (one.untilMs ?? 0),
      )
      return [(event.atMs - (outage?.untilMs ?? publishedMs)) / 60_000]
    })
    .toSorted((a, b) => a - b)
}
