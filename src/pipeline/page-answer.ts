/** What the answer to a page's visit teaches: where it has moved to, what to send the next time, and when. */

import { withoutVariantLabels } from '../articles/addresses/variant-host.ts'
import type { Partner } from '../articles/partner.ts'
import type { FetchAnswer, FetchUnchanged, Validators } from '../crawler/fetch/fetch-outcome.ts'
import type { Visit } from '../storage/record-visit.ts'
import type { PendingPage } from '../storage/run-pages.ts'
import { nextRevisitAt } from './schedule.ts'
import { instantAfter, laterOf } from './tools.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** What answered: a page, or that nothing has changed. */
export type Answered = Pick<FetchAnswer | FetchUnchanged, 'url' | 'permanentUrl'> &
  Partial<Validators> & {
    /** False where more should have come: its validators are not to be sent again. */
    isWhole: boolean
  }

/** Validators of the answer, and who gave them; undefined where it has none to tell. */
export function validatorsOf(page: PendingPage, answer: Answered | undefined): Visit['validators'] {
  if (answer?.etag === undefined || answer.lastModified === undefined) return undefined
  const { etag, lastModified, isWhole, url } = answer
  if (!isWhole) return { etag: null, lastModified: null, from: null }
  return { etag, lastModified, from: url === page.url ? null : url }
}

/**
 * Permanent redirects that stay within the site are counted; what leaves it is only followed. An
 * address that is asked where it has moved to stays there.
 */
export function movedOf(
  page: PendingPage,
  partner: Partner,
  answer: Answered | undefined,
): Visit['moved'] {
  if (answer === undefined) return undefined
  const { permanentUrl } = answer
  const { movedTo, movedTimes } = page
  if (permanentUrl === null) {
    return page.url === movedTo ? { to: movedTo, times: movedTimes } : { to: null, times: 0 }
  }
  const isOwn = [page.url, partner.url].some((url) => isSameSite(url, permanentUrl))
  if (!isOwn) return { to: null, times: 0 }
  return { to: permanentUrl, times: permanentUrl === movedTo ? movedTimes + 1 : 1 }
}

function isSameSite(one: string, other: string): boolean {
  const site = (url: string) => withoutVariantLabels(URL.parse(url)?.hostname ?? url)
  return site(one) === site(other)
}

/** Never more than one unconditional fetch of what has not changed in a day. */
export function nextRevisit(
  page: PendingPage,
  now: Date,
  answer: Answered | undefined,
): string | null {
  const at = nextRevisitAt(page.firstSeenAt, now)
  const isUnconditional = answer?.etag === null && answer.lastModified === null
  return at === null || !isUnconditional ? at : laterOf(at, instantAfter(now, DAY_MS))
}
