/** Finds the name under which a Vietnamese article ends: `Theo Lê An`, `Minh Anh (tổng hợp)`, bold at the right. */

import type { DateOptions } from '../../articles/dates/dates.ts'
import { nameTokens } from '../body/zone-tokens.ts'
import type { PageBlock } from '../page/page-block.ts'
import { authorNames } from './author-names.ts'

/** In UTF-16 code units. */
const SIGNATURE_LENGTH_MAX = 60

const NAME_WORDS_MAX = 5

const COMPILED = /\s?\((?:tổng hợp|lược dịch|biên dịch|ghi|dịch|thực hiện|sưu tầm)\)$/iu

const LABEL = /^(?:theo|bài và ảnh|bài viết|bài)\s{0,2}:?\s{1,2}/iu

const PICTURES = /[\s–—.,;-]{1,4}ảnh\s{0,2}:.*$/iu

const RIGHT = /text-align\s{0,3}:\s{0,3}(?:right|end)/i

/** The name, or undefined; `lines` are the last ones of the body and those right below it. */
export function findSignature(lines: readonly PageBlock[], dates: DateOptions): string | undefined {
  for (const block of lines.toReversed()) {
    if (block.kind !== 'text' || block.text.length > SIGNATURE_LENGTH_MAX) continue
    const said = block.text.replace(PICTURES, '')
    const isSaid = COMPILED.test(said) || LABEL.test(said)
    if (!isSaid && !(isSetApart(block) && block.linkLength === 0)) continue
    const name = said.replace(COMPILED, '').replace(LABEL, '').trim()
    if (isName(name)) return authorNames(name, dates).join(', ') || undefined
  }
  return undefined
}

function isSetApart({ owner, bold }: PageBlock): boolean {
  const { attribs } = owner.node
  const isRight = attribs['align'] === 'right' || RIGHT.test(attribs['style'] ?? '')
  return isRight || (bold && nameTokens(owner.node).some((token) => token === 'right'))
}

/** Each word begins with a capital, as those of a sentence do not. */
function isName(text: string): boolean {
  const words = text.split(/[\s,]+/)
  return (
    words.length > 1 &&
    words.length <= NAME_WORDS_MAX &&
    words.every((word) => /^\p{Lu}[\p{L}\p{M}.'’-]{0,20}$/u.test(word))
  )
}
