/** The line of a partner's row that says whether a hub tells us of its news. */

import type { Push } from '../articles/push.ts'
import { translate } from './catalogue.ts'
import type { PageContext } from './context.ts'

const TEXTS = {
  wanted: 'pushAsked',
  pending: 'pushAsked',
  active: 'pushActive',
  denied: 'pushDenied',
} as const

export function PushFacts({ push, context }: { push: Push | null; context: PageContext }) {
  if (push === null) return null
  const t = translate(context.language)
  const hub = URL.parse(push.hub)?.host ?? push.hub
  return (
    <p class="facts">
      {t(TEXTS[push.state], { hub })}
      {push.reason !== null && `: ${push.reason}`}
    </p>
  )
}
