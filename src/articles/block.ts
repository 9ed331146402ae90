/** What a block is: one paragraph-sized piece of a partner's page, between its markup and our sections. */

export type Block = {
  readonly kind:
    | 'heading'
    | 'paragraph'
    | 'list'
    | 'quote'
    | 'figure'
    | 'table'
    | 'code'
    | 'embed'
    | 'rule'
  /** Lower case: `h1` to `h6`, `p`, `ul`, … */
  readonly tag: string
  /** The whole text of the block is bold, as in a heading that was never marked up as one. */
  readonly bold: boolean
  readonly text: string
  /** Safe: built from the allow-list of sanitise.ts. */
  readonly html: string
}
