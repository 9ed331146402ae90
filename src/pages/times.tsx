/** Instants as `<time>`: the machine's form beside the reader's. */

import type { PageContext } from './context.ts'
import { formatInstant, formatPublication } from './formats.ts'

/** A publication date (ISO 8601 with the partner's offset), shown in that offset. */
export function PublicationTime({ iso, context }: { iso: string; context: PageContext }) {
  return <time datetime={iso}>{formatPublication(iso, context.language, context.timezone)}</time>
}

/** One of our own instants (ISO 8601 UTC), shown in the site's zone. */
export function InstantTime({ iso, context }: { iso: string; context: PageContext }) {
  return <time datetime={iso}>{formatInstant(iso, context.language, context.timezone)}</time>
}
