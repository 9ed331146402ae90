/** What an article is: the shape that is stored, served, previewed and announced. */

import * as z from 'zod/mini'

/** In UTF-16 code units. A longer title is rejected, not cut: it is a sign of a wrong selector. */
const TITLE_LENGTH_MAX = 300

/** An ISO 8601 instant that keeps the partner's offset, as in `2024-07-09T10:03:00+07:00`. */
const instantSchema = z.iso.datetime({ offset: true })

const countSchema = z.int().check(z.nonnegative())

/** Why a block of the partner's page is not in the article. The names are part of the contract. */
export const removalReasonSchema = z.enum([
  'navigation',
  'metadata',
  'notice',
  'boilerplate',
  'repeated-title',
  'repeated-lead',
  'repeated-block',
  'related',
  'widget',
  'ad',
  'share',
  'comment',
  'unsafe',
  'empty',
])
export type RemovalReason = z.infer<typeof removalReasonSchema>

/** A block that was dropped from the page; `count` says how many times it stood there. */
export const removedBlockSchema = z.object({
  text: z.string(),
  count: z.int().check(z.positive()),
  reason: removalReasonSchema,
})
export type RemovedBlock = z.infer<typeof removedBlockSchema>

export const imageSchema = z.object({
  url: z.string(),
  alt: z.nullable(z.string()),
  /** In CSS pixels, where the page says so. */
  width: z.nullable(z.int()),
  height: z.nullable(z.int()),
})
export type Image = z.infer<typeof imageSchema>

/**
 * A heading and what stands under it. What precedes the first heading is a section whose heading
 * is null. `html` comes from the allow-list; `text` and `html` hold the body without its heading.
 */
export const sectionSchema = z.object({
  /** 2 for the outermost; a lettered section is one below its number. */
  level: z.int().check(z.minimum(2), z.maximum(6)),
  /** As the reader sees it, with its punctuation: `1.`, `a.`, `b)`. */
  marker: z.nullable(z.string()),
  heading: z.nullable(z.string()),
  html: z.string(),
  text: z.string(),
})
export type Section = z.infer<typeof sectionSchema>

/** A card under the article that leads to another one. `slug` is ours, where we hold that article. */
export const relatedPostSchema = z.object({
  title: z.string(),
  url: z.string(),
  publishedAt: z.nullable(instantSchema),
  partnerViews: z.nullable(countSchema),
  excerpt: z.nullable(z.string()),
  image: z.nullable(imageSchema),
  slug: z.nullable(z.string()),
})
export type RelatedPost = z.infer<typeof relatedPostSchema>

const partnerReferenceSchema = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string(),
})

/** What a page says, cleaned, before we give it a place: no id, no slug, no views of ours. */
const scrapedArticleSchema = z.object({
  /** Canonical, tracking removed; see canonical-url.ts. */
  sourceUrl: z.string(),
  /** What the page names as the original, on another site; operators only. */
  originalUrl: z._default(z.nullable(z.string()), null),
  title: z.string().check(z.minLength(1), z.maxLength(TITLE_LENGTH_MAX)),
  byline: z.nullable(z.string()),
  /** BCP 47, lower case: `vi`, `en`. */
  language: z.string(),
  /** The partner marked it ("Nổi bật"). */
  featured: z.boolean(),
  /** A standfirst that the page shows before the body; never the meta description. */
  lead: z.nullable(z.string()),
  /** With the partner's offset, or null where the page gives no date. */
  publishedAt: z.nullable(instantSchema),
  modifiedAt: z.nullable(instantSchema),
  /** The figure that the partner's page shows. */
  partnerViews: z.nullable(countSchema),
  topics: z.array(z.string()),
  image: z.nullable(imageSchema),
  /** A URL or a short text, as the page gives it; operators only. */
  licence: z._default(z.nullable(z.string()), null),
  /** The page marks the article, or a part of it, as one for subscribers; operators only. */
  paywalled: z._default(z.boolean(), false),
  /** What the page asks of whoever shows it to others; see robots-directives.ts. */
  robots: z._default(z.array(z.string()), []),
  sections: z.array(sectionSchema),
  /** The article body alone, headings included, a blank line between blocks. */
  text: z.string(),
  related: z.array(relatedPostSchema),
  removed: z.array(removedBlockSchema),
})
export type ScrapedArticle = z.infer<typeof scrapedArticleSchema>

export const articleSchema = z.extend(scrapedArticleSchema, {
  id: z.string(),
  slug: z.string(),
  /** On our site. */
  url: z.string(),
  partner: partnerReferenceSchema,
  /** Counted by us. */
  views: countSchema,
  alsoPublishedBy: z.array(
    z.object({
      partner: partnerReferenceSchema,
      url: z.string(),
      publishedAt: z.nullable(instantSchema),
    }),
  ),
  /** Hexadecimal SHA-256 of what a reader sees of the article itself. */
  contentHash: z.string(),
  /** 1 when first stored, one more for each change of `contentHash`. */
  revision: z.int().check(z.positive()),
})
export type Article = z.infer<typeof articleSchema>

/** What lists show of an article: all but its body and what only operators are told. */
export type ArticleSummary = Omit<
  Article,
  'sections' | 'text' | 'removed' | 'licence' | 'paywalled' | 'originalUrl'
>
