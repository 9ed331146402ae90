/** Knows the asides that belong to an article: what sums it up, explains a word, adds a fact. */

import { foldText } from '../../articles/fold.ts'
import type { Page, PageElement } from '../page/page-block.ts'
import { nameTokens } from './zone-tokens.ts'

/** Words of a class or id. Alphabetically sorted. */
const OWN_NAMES: ReadonlySet<string> = new Set([
  ...['admonition', 'callout', 'factbox', 'glossary', 'highlights', 'infobox', 'keypoints', 'note'],
  ...['summary', 'takeaway', 'takeaways', 'tip', 'tldr'],
])

/** Folded first lines. */
const OWN_HEADINGS: ReadonlySet<string> = new Set(
  [
    ...['điểm chính', 'những điểm chính', 'tóm tắt', 'tóm lại', 'ý chính', 'ghi chú', 'lưu ý'],
    ...['key takeaways', 'key points', 'highlights', 'summary', 'in brief', 'at a glance', 'tl dr'],
    ...['takeaways', 'the gist', 'quick facts', 'note', 'tip', 'das wichtigste', 'en bref'],
  ].map(foldText),
)

/** In UTF-16 code units. */
const HEADING_LENGTH_MAX = 40

/** Whether the page itself says that the aside is part of what it stands beside. */
export function isOwnAside({ blocks }: Page, { node, first, end }: PageElement): boolean {
  if (node.name !== 'aside') return false
  if (nameTokens(node).some((token) => OWN_NAMES.has(token))) return true
  const heading = first < end ? blocks[first]?.text : undefined
  if (heading === undefined || heading.length > HEADING_LENGTH_MAX) return false
  return OWN_HEADINGS.has(foldText(heading))
}
