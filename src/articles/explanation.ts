/** What an extraction says of itself: where everything came from, and how far it can be trusted. */

import type { RemovalReason } from './article.ts'
import type { RecipeUse } from './recipe.ts'

/** The fields that are read off a page in one piece. */
export type Field =
  | 'title'
  | 'byline'
  | 'publishedAt'
  | 'modifiedAt'
  | 'partnerViews'
  | 'topics'
  | 'image'
  | 'licence'
  | 'paywalled'
  | 'robots'
  | 'sourceUrl'
  | 'originalUrl'
  | 'lead'
  | 'language'

/** Where each was read, null where nothing was: `json-ld`, `meta og:title`, `h1`, `time`, `line`. */
export type Origins = Readonly<Record<Field, string | null>>

/** Each from 0 (not found) to 1 (found where it is always right); `score` is their weighted mean. */
export type Quality = Readonly<
  Record<'score' | 'body' | 'title' | 'date' | 'byline' | 'image', number>
>

/** How the body was chosen: by a recipe, by its own microdata or name, or because the prose is there. */
export type BodyRule = 'recipe' | 'itemprop' | 'name' | 'density'

export type Explanation = {
  readonly body: {
    /** How its element was chosen; `widened` where the article goes on in a sibling of it. */
    readonly rule: BodyRule
    readonly widened: boolean
    /** From the root to the element: `html > body > div.post-content`. */
    readonly path: string
  }
  /** Where each field was found; null for one that was not. */
  readonly fields: Origins
  /** In page order, each dropped block for itself, before equal ones are counted as one. */
  readonly removed: readonly {
    readonly text: string
    readonly reason: RemovalReason
    readonly rule: string
  }[]
  /** Null where no recipe was given. */
  readonly recipe: RecipeUse | null
}
