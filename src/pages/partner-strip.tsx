/** The strip of partners: a name each, once, that leads to its articles. */

import { translate } from './catalogue.ts'
import type { PageContext, PartnerLink } from './context.ts'

type StripOptions = { partners: PartnerLink[]; context: PageContext }

export function PartnerStrip({ partners, context }: StripOptions) {
  const once = [...new Map(partners.map((partner) => [partner.id, partner])).values()]
  if (once.length === 0) return null
  return (
    <section class="band" aria-labelledby="partners">
      <h2 id="partners">{translate(context.language)('partners')}</h2>
      <ul class="strip">
        {once.map(({ id, name }) => (
          <li>
            <a href={`/partners/${encodeURIComponent(id)}`}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
