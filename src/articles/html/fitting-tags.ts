/** Knows which tag may stand in which, as browsers read it, and which tag was left out between two. */

import { type AllowedTag, allowedTag } from './allowed-html.ts'
import type { Frame } from './clean-frame.ts'

const LISTS: readonly string[] = ['ul', 'ol']
const ROW_GROUPS: readonly string[] = ['table', 'thead', 'tbody', 'tfoot']

/** The only parents of a part. */
const PARENTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['caption', ['table']],
  ['dd', ['dl']],
  ['dt', ['dl']],
  ['figcaption', ['figure']],
  ['li', LISTS],
  ['rt', ['ruby']],
  ['tbody', ['table']],
  ['td', ['tr']],
  ['tfoot', ['table']],
  ['th', ['tr']],
  ['thead', ['table']],
  ['tr', ROW_GROUPS],
])

const LIST_ITEM: AllowedTag = { name: 'li', kind: 'cell' }
const DEFINITION: AllowedTag = { name: 'dd', kind: 'cell' }
const CELL: AllowedTag = { name: 'td', kind: 'cell' }
const ROW: AllowedTag = { name: 'tr', kind: 'parts' }

/** Blocks that may hold other blocks; the nameless one is the root. */
const HOLDS_BLOCKS: ReadonlySet<string> = new Set(['', 'div', 'blockquote', 'figure', 'figcaption'])

/** What has to be opened in `parent` before words may stand there. */
export function impliedTags(parent: string): readonly AllowedTag[] {
  if (LISTS.includes(parent)) return [LIST_ITEM]
  if (parent === 'dl') return [DEFINITION]
  if (parent === 'tr') return [CELL]
  return ROW_GROUPS.includes(parent) ? [ROW, CELL] : []
}

/** What has to be opened in `parent` before `name` may stand there; undefined where it may not. */
export function impliedBefore(name: string, parent: Frame): readonly AllowedTag[] | undefined {
  const parents = PARENTS.get(name)
  if (parents !== undefined) {
    if (parents.includes(parent.name)) return []
    const isBareCell = (name === 'td' || name === 'th') && ROW_GROUPS.includes(parent.name)
    return isBareCell ? [ROW] : undefined
  }
  if (allowedTag(name)?.kind === 'inline') return impliedTags(parent.name)
  if (holdsPhrasesOnly(parent)) return undefined
  return LISTS.includes(name) && LISTS.includes(parent.name) ? [] : impliedTags(parent.name)
}

/** Whether `name` ends a frame that was opened for what stood beside it. */
export function endsImplied(name: string, implied: Frame): boolean {
  if (!PARENTS.has(name) || implied.element !== undefined || implied.name === '') return false
  return implied.name !== 'tr' || (name !== 'td' && name !== 'th')
}

function holdsPhrasesOnly({ kind, name }: Frame): boolean {
  return kind === 'inline' || (kind === 'block' && !HOLDS_BLOCKS.has(name))
}
