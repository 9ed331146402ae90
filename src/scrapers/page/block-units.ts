/** Says which lists, quotes, figures and tables are one block of the article with all they hold. */

import { isHeading, type Page, type PageElement } from './page-block.ts'
import { type Weights, weigh } from './prose.ts'

type UnitKind = 'list' | 'quote' | 'figure' | 'table'

const KINDS: ReadonlyMap<string, UnitKind> = new Map([
  ['blockquote', 'quote'],
  ['dl', 'list'],
  ['figure', 'figure'],
  ['ol', 'list'],
  ['table', 'table'],
  ['ul', 'list'],
])

/** Share of the body's text above which the element is the article's frame, not a part of it. */
const BODY_SHARE_MAX = 0.6

/** In UTF-16 code units: a table of longer cells lays the page out. */
const CELL_LENGTH_MAX = 250

/** In UTF-16 code units: a figure with more text is an article in disguise. */
const FIGURE_LENGTH_MAX = 800

/** More cells are looked at by nobody. */
const CELLS_MAX = 3_000

export type Unit = { readonly element: PageElement; readonly kind: UnitKind }

/** The outermost unit around each element of the body; `lengths` counts the text of blocks. */
export function findUnits(
  page: Page,
  body: PageElement,
  lengths: Weights,
): ReadonlyMap<PageElement, Unit> {
  const units = new Map<PageElement, Unit>()
  const headings = weigh(page, (block) => (isHeading(block) ? 1 : 0))
  for (const element of page.elements) {
    const { parent } = element
    if (parent === undefined || element === body) continue
    const outer = units.get(parent)
    const kind =
      outer === undefined ? ownKind(page, element, { body, lengths, headings }) : undefined
    if (outer !== undefined) units.set(element, outer)
    else if (kind !== undefined) units.set(element, { element, kind })
  }
  return units
}

function ownKind(
  page: Page,
  element: PageElement,
  { body, lengths, headings }: { body: PageElement; lengths: Weights; headings: Weights },
): UnitKind | undefined {
  const kind = KINDS.get(element.node.name)
  if (kind === undefined || element.first < body.first || element.end > body.end) return undefined
  const length = lengths.of(element)
  if (kind !== 'list' && length > BODY_SHARE_MAX * lengths.of(body)) return undefined
  if (headings.of(element) > 0) return undefined
  if (kind === 'figure' && length > FIGURE_LENGTH_MAX) return undefined
  if (kind === 'table' && !isDataTable(page, element, length)) return undefined
  return kind
}

/** Short cells, several to a row; tables that lay a page out have few, with much in them. */
function isDataTable(page: Page, table: PageElement, length: number): boolean {
  if (table.end - table.first > CELLS_MAX) return false
  const cells = page.blocks.slice(table.first, table.end)
  const rows = new Set(cells.map(({ owner }) => owner.parent)).size
  const owners = new Set(cells.map(({ owner }) => owner)).size
  return owners > rows && owners > 1 && length / owners <= CELL_LENGTH_MAX
}
