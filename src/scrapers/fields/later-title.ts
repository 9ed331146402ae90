/** Compares the title of a page with that of the article it is a later page of. */

import { foldText } from '../../articles/fold.ts'

/** Whether a later page is headed as the article is, its own figure (`Trang 2`) aside. */
export function saysTitle(own: string, title: string): boolean {
  const [one, other] = [foldText(own), foldText(title)]
  return one !== '' && other !== '' && (one.includes(other) || other.includes(one))
}
