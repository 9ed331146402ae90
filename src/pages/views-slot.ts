/** The place of the view count in a cached page, and how the number gets into it. */

import type { Language } from './catalogue.ts'
import { formatNumber } from './formats.ts'

/** A comment: escaped text cannot contain one, and sanitised bodies do not. */
export const VIEWS_SLOT = '<!--views-->'

/** Returns the page with `views`, a whole number, wherever it shows the count. */
export function fillViews(html: string, views: number, language: Language): string {
  return html.replaceAll(VIEWS_SLOT, formatNumber(views, language))
}
