/** Tells what became of an article from one revision to the next, in a few words that can be kept. */

import * as z from 'zod/mini'
import type { ScrapedArticle, Section } from './article.ts'

/** Headings that are named of each kind; how many there are in all stands in no list. */
const HEADINGS_MAX = 20

/** In UTF-16 code units of a named heading. */
const HEADING_LENGTH_MAX = 120

const fieldSchema = z.enum(['title', 'byline', 'lead', 'publishedAt', 'topics', 'image'])

/** The headings of sections; null for what stands before the first. */
const headingsSchema = z.array(z.nullable(z.string()))

export const changesSchema = z.object({
  fields: z.array(fieldSchema),
  /** Null where the former text is not there any more to be compared. */
  sections: z.nullable(
    z.object({
      added: headingsSchema,
      removed: headingsSchema,
      /** Under the same heading stands another text, or over the same text another heading. */
      changed: headingsSchema,
      /** What stayed stands in another order. */
      moved: z.boolean(),
    }),
  ),
  /** Counted as written apart: in Vietnamese, syllables. */
  words: z.object({ before: z.nullable(z.int()), after: z.int() }),
})
export type Changes = z.infer<typeof changesSchema>

type ArticleFields = Pick<ScrapedArticle, z.infer<typeof fieldSchema>>

type Revision = ArticleFields & Pick<ScrapedArticle, 'sections' | 'text'>

/** What differs between two revisions of an article; of `before` the text may be lost. */
export function whatChanged(
  before: ArticleFields & Partial<Pick<Revision, 'sections' | 'text'>>,
  after: Revision,
): Changes {
  const fields = fieldSchema.options.filter(
    (field) => shownOf(before, field) !== shownOf(after, field),
  )
  const { sections, text } = before
  return {
    fields,
    sections: sections === undefined ? null : changedSections(sections, after.sections),
    words: {
      before: text === undefined ? null : countWords(text),
      after: countWords(after.text),
    },
  }
}

/** As contentHash sees it: an image is its address. */
function shownOf(article: ArticleFields, field: keyof ArticleFields): string {
  return JSON.stringify(field === 'image' ? (article.image?.url ?? null) : article[field])
}

/** Sections that are alike, by what they are alike in: the whole, the heading, the text. */
const LIKENESSES: readonly ((section: Section) => string)[] = [
  ({ level, marker, heading, html }) => JSON.stringify([level, marker, heading, html]),
  ({ heading }) => heading ?? '',
  ({ html }) => html,
]

/** Pairs what is most alike first; each section has one partner at most. */
function changedSections(before: readonly Section[], after: readonly Section[]) {
  let left = placed(before)
  const placedAfter = placed(after)
  const pairs = new Map<Placed, { from: number; isSame: boolean }>()
  for (const [round, likeness] of LIKENESSES.entries()) {
    // Taken from the end, in constant time.
    const waiting = Map.groupBy(left.reverse(), ({ section }) => likeness(section))
    for (const place of placedAfter) {
      if (pairs.has(place)) continue
      const former = waiting.get(likeness(place.section))?.pop()
      if (former !== undefined) pairs.set(place, { from: former.at, isSame: round === 0 })
    }
    left = [...waiting.values()].flat().sort((a, b) => a.at - b.at)
  }
  const stayed = placedAfter.flatMap((place) => pairs.get(place)?.from ?? [])
  return {
    added: headingsOf(placedAfter.filter((place) => !pairs.has(place))),
    removed: headingsOf(left),
    changed: headingsOf(placedAfter.filter((place) => pairs.get(place)?.isSame === false)),
    moved: stayed.some((from, index) => from < (stayed[index - 1] ?? 0)),
  }
}

type Placed = { section: Section; at: number }

function placed(sections: readonly Section[]): Placed[] {
  return sections.map((section, at) => ({ section, at }))
}

function headingsOf(places: readonly Placed[]): (string | null)[] {
  return places
    .slice(0, HEADINGS_MAX)
    .map(({ section }) => section.heading?.slice(0, HEADING_LENGTH_MAX).toWellFormed() ?? null)
}

function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0
}
