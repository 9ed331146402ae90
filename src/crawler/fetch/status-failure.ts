/** Names the failure that the status of an answer stands for. */

import { type FetchFailure, failure, shown } from './fetch-outcome.ts'
import { retryAfterSeconds } from './retry-after.ts'

/** Statuses of an answer that is there, but is not what was asked for. */
const WITHOUT_CONTENT: ReadonlyMap<number, string> = new Map([
  [201, 'which is no answer to a request for a page'],
  [202, 'which promises an answer for later'],
  [204, 'without content'],
  [205, 'without content'],
  [206, 'a part of it, unasked'],
  [304, 'though it was not asked whether it had changed'],
])

/** `now`: see retry-after.ts. Other statuses, redirects that lead nowhere among them, are the server's error. */
export function statusFailure(
  response: Response,
  url: string,
  now: number | undefined,
): FetchFailure {
  const { status } = response
  const why = WITHOUT_CONTENT.get(status)
  const message = `${shown(url)} answered ${status}${why === undefined ? '' : `, ${why}`}.`
  const retryAfter = retryAfterSeconds(response.headers, now)
  if (status === 429 || status === 503) {
    return {
      ok: false,
      reason: 'busy',
      message,
      httpStatus: status,
      retryAfterSeconds: retryAfter,
      url,
    }
  }
  const named = { ...failure(reasonOf(status), message, status), url }
  return retryAfter === null ? named : { ...named, retryAfterSeconds: retryAfter }
}

function reasonOf(status: number): 'gone' | 'client-error' | 'server-error' {
  if (status === 404 || status === 410) return 'gone'
  return status >= 400 && status < 500 ? 'client-error' : 'server-error'
}
