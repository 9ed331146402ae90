/** Whether a request for an article's page is a view, and if not, why: the definition in docs/views.md. */

import { isbot } from 'isbot'

export type ViewDecision = 'counted' | 'bot' | 'prefetch' | 'head' | 'subresource'

/** What `Sec-Fetch-Dest` says when a person opens a page; the page's own beacon says `empty`. */
const PAGE_DESTINATION = 'document'
const BEACON_DESTINATION = 'empty'

/**
 * Decides from the method and the headers alone. `counted` means that the counter object has to
 * see it: whether the same visitor was here within the window is the object's to say.
 *
 * Sources: Fetch Metadata (`Sec-Fetch-Dest`), the Speculation Rules and Prefetch drafts
 * (`Sec-Purpose`), and the older `Purpose` and `X-Moz`.
 */
export function viewDecision(method: string, headers: Headers): ViewDecision {
  if (method === 'HEAD') return 'head'
  if (isPrefetch(headers)) return 'prefetch'
  const agent = headers.get('user-agent')?.trim() ?? ''
  if (agent === '' || isbot(agent)) return 'bot'
  const destination = headers.get('sec-fetch-dest')
  const expected = method === 'POST' ? BEACON_DESTINATION : PAGE_DESTINATION
  return destination === null || destination === expected ? 'counted' : 'subresource'
}

function isPrefetch(headers: Headers): boolean {
  const purposes = [headers.get('sec-purpose'), headers.get('purpose'), headers.get('x-moz')]
  return purposes.some((purpose) => /prefetch|prerender|preview/i.test(purpose ?? ''))
}
