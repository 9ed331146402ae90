/** Says why a request failed, in the words of whichever runtime it failed in. */

/** In UTF-16 code units. */
const CAUSE_LENGTH_MAX = 200

/** Without a full stop. `fetch failed` says nothing; the cause behind it names the broken step. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error'
  const { cause } = error
  const said = cause instanceof Error && cause.message !== '' ? cause.message : error.message
  return said.slice(0, CAUSE_LENGTH_MAX).replace(/[.\s]{1,8}$/, '')
}
