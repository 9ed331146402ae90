/** Chooses the article of a story that readers are shown; the others lead to it. */

/** Less than that of the fullest text is an excerpt. */
const FULL_TEXT_SHARE = 0.5

export type StoryMember = {
  readonly number: number
  /** Words of its own. */
  readonly length: number
  /** It holds another story's article, too: its length proves nothing. */
  readonly isPadded: boolean
}

/**
 * The earliest with the full text. A later copy that is as full, or fuller by what it added, takes
 * nobody's place.
 *
 * @throws {RangeError} if there is no member.
 */
export function canonicalArticle<Member extends StoryMember>(members: readonly Member[]): Member {
  const lengths = members.map(({ length, isPadded }) => (isPadded ? 0 : length))
  const fullest = lengths.reduce((longest, length) => Math.max(longest, length), 0)
  const [first, ...rest] = members.filter(({ length }) => length >= fullest * FULL_TEXT_SHARE)
  if (first === undefined) throw new RangeError('A story has at least one article.')
  return rest.reduce((chosen, next) => (next.number < chosen.number ? next : chosen), first)
}
