/** The two style sheets, each inlined whole: one for readers, one for the operators' desk. */

import { ARTICLE_STYLE } from './style-article.ts'
import { BASE_STYLE } from './style-base.ts'
import { DESK_STYLE } from './style-desk.ts'
import { LIST_STYLE } from './style-lists.ts'

/** The text between `<style>` and `</style>`, to the byte: a policy may name it by its hash. */
export const READER_STYLE = compact(BASE_STYLE + LIST_STYLE + ARTICLE_STYLE)
export const DESK_PAGE_STYLE = compact(BASE_STYLE + DESK_STYLE)

/** Drops line breaks and indentation; our style sheets have none that matter. */
function compact(css: string): string {
  return css.replace(/\s*\n\s*/g, '')
}
