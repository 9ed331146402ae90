/** Applies a recipe to a page that is cut into blocks: what it selects, and what it no longer finds. */

import type { DateOptions } from '../../articles/dates/dates.ts'
import type { RecipeUse } from '../../articles/recipe.ts'
import type { FoundLead } from '../body/lead.ts'
import type { Verdict } from '../body/verdicts.ts'
import type { Fields } from '../fields/page-fields.ts'
import type { Title } from '../fields/title.ts'
import type { Page, PageElement } from '../page/page-block.ts'
import type { BegunRecipe } from './begin-recipe.ts'
import type { FieldMatch, RecipeField } from './recipe-matches.ts'
import { blocksShowing, joined, type Places, placesOn } from './recipe-places.ts'
import type { RecipeRemoval } from './recipe-removals.ts'
import {
  readImage,
  readInstant,
  readNames,
  readText,
  readTopics,
  readViews,
} from './recipe-values.ts'

/** In UTF-16 code units, as articles allow. */
const TITLE_LENGTH_MAX = 300
const LEAD_LENGTH_MAX = 3_000

/** In UTF-16 code units, of a line that says nothing but a field. */
const FIELD_LINE_LENGTH_MAX = 200

/** What is settled by a recipe, all of it missing where there is none. */
export type AppliedRecipe = {
  readonly body: PageElement | undefined
  readonly title: Title | undefined
  readonly lead: FoundLead | undefined
  readonly fields: Partial<Fields>
  /** Of the blocks that show a field, or stand between the parts of the body. */
  readonly verdicts: ReadonlyMap<number, Verdict>
  readonly removed: readonly RecipeRemoval[]
  readonly use: RecipeUse | null
}

const NO_RECIPE: AppliedRecipe = {
  ...{ body: undefined, title: undefined, lead: undefined, fields: {}, verdicts: new Map() },
  ...{ removed: [], use: null },
}

/** Reads the recipe's fields off the page. A field that is not found is left to the generic rules. */
export function applyRecipe(
  page: Page,
  begun: BegunRecipe | undefined,
  { dates, baseUrl }: { dates: DateOptions; baseUrl: string },
): AppliedRecipe {
  if (begun === undefined) return NO_RECIPE
  const places = placesOn(page)
  const match = (field: RecipeField) => begun.fields.get(field)
  const body = bodyOf(page, match('body'), places)
  const title = titleOf(page, match('title'), places)
  const lead = leadOf(match('lead'), places)
  const fields = fieldsOf(begun.fields, { dates, baseUrl })
  const found = new Set<string>(Object.keys(fields))
  if (body !== undefined) found.add('body')
  if (title !== undefined) found.add('title')
  if (lead !== undefined) found.add('lead')
  const verdicts = new Map<number, Verdict>()
  for (const index of body?.gaps ?? []) verdicts.set(index, 'boilerplate')
  for (const index of fieldLines(page, begun.fields, { fields, places })) {
    verdicts.set(index, 'metadata')
  }
  for (const index of lead?.blocks ?? []) verdicts.set(index, 'lead')
  return {
    body: body?.element,
    title,
    lead: lead?.found,
    fields,
    verdicts,
    removed: begun.removed,
    use: useOf(begun, found),
  }
}

function useOf({ fields, use }: BegunRecipe, found: ReadonlySet<string>): RecipeUse {
  const labels = (isFound: boolean) =>
    [...fields].flatMap(([name, { label }]) => (found.has(name) === isFound ? [label] : []))
  return {
    used: [...labels(true), ...use.used],
    missed: [...labels(false), ...use.missed],
  }
}

/** What matches and shows text, all of it where several do. */
function bodyOf(page: Page, match: FieldMatch | undefined, places: Places) {
  const parts = (match?.elements ?? []).flatMap((element) => {
    const place = places.of(element)
    const blocks = place === undefined ? [] : page.blocks.slice(place.first, place.end)
    return place !== undefined && blocks.some(({ text }) => text !== '') ? [place.element] : []
  })
  return joined(parts)
}

function titleOf(page: Page, match: FieldMatch | undefined, places: Places): Title | undefined {
  const read = match === undefined ? undefined : readText(match, TITLE_LENGTH_MAX)
  if (read === undefined) return undefined
  const shown = blocksShowing([read.element], places)
  const index = shown.find((at) => page.blocks[at]?.text !== '')
  return { text: read.text, origin: 'recipe', index, isBadged: false }
}

function leadOf(match: FieldMatch | undefined, places: Places) {
  const read = match === undefined ? undefined : readText(match, LEAD_LENGTH_MAX)
  if (match === undefined || read === undefined) return undefined
  const isShown = match.rule.attribute === undefined
  const blocks = isShown ? blocksShowing([read.element], places) : []
  const [index] = blocks
  const found: FoundLead = { index, text: read.text, teaser: undefined, standing: [] }
  return { found, blocks }
}

/** Fields that are read here alone; title, lead and body decide what else is on the page. */
function fieldsOf(
  matches: ReadonlyMap<RecipeField, FieldMatch>,
  { dates, baseUrl }: { dates: DateOptions; baseUrl: string },
): Partial<Fields> {
  const read = <Value>(field: RecipeField, reader: (match: FieldMatch) => Value | undefined) => {
    const match = matches.get(field)
    const value = match === undefined ? undefined : reader(match)
    return value === undefined ? undefined : { value, origin: 'recipe' }
  }
  const instant = (match: FieldMatch) => readInstant(match, dates)
  const byline = read('byline', (match) => readNames(match, dates))
  const publishedAt = read('publishedAt', instant)
  const modifiedAt = read('modifiedAt', instant)
  const partnerViews = read('partnerViews', readViews)
  const topics = read('topics', readTopics)
  const image = read('image', (match) => readImage(match, baseUrl))
  return {
    ...(byline && { byline }),
    ...(publishedAt && { publishedAt }),
    ...(modifiedAt && { modifiedAt }),
    ...(partnerViews && { partnerViews }),
    ...(topics && { topics }),
    ...(image && { image }),
  }
}

/** Short lines that show a field: read, they are no part of the text. */
function fieldLines(
  page: Page,
  matches: ReadonlyMap<RecipeField, FieldMatch>,
  { fields, places }: { fields: Partial<Fields>; places: Places },
): number[] {
  return [...matches].flatMap(([name, { elements, rule }]) => {
    if (!(name in fields) || name === 'image' || rule.attribute !== undefined) return []
    return blocksShowing(elements, places).filter((index) => {
      const block = page.blocks[index]
      return block?.kind === 'text' && block.text.length <= FIELD_LINE_LENGTH_MAX
    })
  })
}
