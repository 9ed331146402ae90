/** An article as an operator reads it on a terminal: its facts, its text, and what was removed. */

import * as z from 'zod/mini'
import { articleSchema } from '../src/articles/article.ts'
import { type Changes, changesSchema } from '../src/articles/what-changed.ts'
import { cut, facts, manyLines, oneLine, tableWriter } from './admin-text.ts'

const REMOVED_WIDTH = 60
const HEADING_WIDTH = 40

const recipeUseSchema = z.object({ used: z.array(z.string()), missed: z.array(z.string()) })

const revisionSchema = z.object({ revision: z.int(), at: z.string(), changes: changesSchema })

/**
 * A preview has no place of ours yet, a stored article has; what else an answer holds is handed
 * on to scripts.
 */
export const shownArticleSchema = z.catchall(
  z.extend(
    z.pick(articleSchema, {
      sourceUrl: true,
      title: true,
      byline: true,
      language: true,
      featured: true,
      lead: true,
      publishedAt: true,
      partnerViews: true,
      topics: true,
      sections: true,
      text: true,
      related: true,
      removed: true,
    }),
    {
      id: z.optional(z.string()),
      slug: z.optional(z.string()),
      url: z.optional(z.string()),
      state: z.optional(z.string()),
      views: z.optional(z.int()),
      revision: z.optional(z.int()),
      robots: z.optional(z.array(z.string())),
      revisions: z.optional(z.array(revisionSchema)),
      recipe: z.optional(z.nullable(recipeUseSchema)),
    },
  ),
  z.unknown(),
)
type ShownArticle = z.infer<typeof shownArticleSchema>

export function articleText(article: ShownArticle): string {
  const parts = [
    `${oneLine(article.title)}\n`,
    factsOf(article),
    article.lead === null ? '' : `${oneLine(article.lead)}\n`,
    `${manyLines(article.text)}\n`,
    revisionsOf(article),
    recipeOf(article),
    relatedOf(article),
    removedOf(article),
  ]
  return parts.filter((part) => part !== '').join('\n')
}

function factsOf(article: ShownArticle): string {
  return facts({
    id: article.id ?? null,
    slug: article.slug ?? null,
    state: article.state ?? null,
    revision: article.revision ?? null,
    url: article.url ?? null,
    source: article.sourceUrl,
    byline: article.byline,
    published: article.publishedAt ?? 'no date',
    language: article.language,
    featured: article.featured ? 'yes' : null,
    topics: article.topics.join(', '),
    views: article.views ?? null,
    "partner's views": article.partnerViews,
    robots: article.robots?.join(', ') || null,
    sections: article.sections.length,
  })
}

function revisionsOf({ revisions = [] }: ShownArticle): string {
  if (revisions.length === 0) return ''
  const table = tableWriter(['REVISION', 'AT', 'CHANGED'])
  return table(
    revisions.map(({ revision, at, changes }) => [String(revision), at, changesOf(changes)]),
  )
}

function changesOf({ fields, sections, words }: Changes): string {
  const { added = [], removed = [], changed = [], moved = false } = sections ?? {}
  const named = (sign: string, headings: (string | null)[]) =>
    headings.map((heading) => `${sign}"${cut(heading ?? '(opening)', HEADING_WIDTH)}"`)
  return [
    ...fields,
    ...[...named('+', added), ...named('-', removed), ...named('~', changed)],
    ...(moved ? ['order'] : []),
    ...(words.before === null ? [] : [`${words.before} → ${words.after} words`]),
  ].join(', ')
}

function recipeOf({ recipe }: ShownArticle): string {
  if (!recipe) return ''
  const table = tableWriter(['RECIPE', 'SELECTOR'])
  return table([
    ...recipe.used.map((selector) => ['gave something', selector]),
    ...recipe.missed.map((selector) => ['gave nothing', selector]),
  ])
}

function relatedOf({ related }: ShownArticle): string {
  if (related.length === 0) return ''
  const lines = related.map(({ title, url }) => `  ${oneLine(title)}\n    ${oneLine(url)}\n`)
  return `related:\n${lines.join('')}`
}

function removedOf({ removed }: ShownArticle): string {
  if (removed.length === 0) return ''
  const table = tableWriter(['REMOVED AS', 'TIMES', 'TEXT'])
  return table(
    removed.map(({ reason, count, text }) => [reason, String(count), cut(text, REMOVED_WIDTH)]),
  )
}
