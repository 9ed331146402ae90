/** The words by which a page that is no article is known. */

/**
 * Words are folded before they are compared; `…` stands for up to a line of other words.
 * `titles` are the whole of a title; `hints` may be a part of one, and prove nothing alone; `texts`
 * speak to a visitor, as an article about such pages hardly does.
 */
export type OtherPageWords = {
  /** The end of “The page …”. */
  readonly says: string
  readonly titles: readonly string[]
  readonly hints: readonly string[]
  readonly texts: readonly string[]
  /** Before a colon, they make a title of whatever follows: `Search results: ferry`. */
  readonly labels?: readonly string[]
}
