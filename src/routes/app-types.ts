/** What every route is given: bindings, configuration, and the few doors to what routes may not import. */

import type { Context } from 'hono'
import type { ScrapedArticle } from '../articles/article.ts'
import type { Explanation, Quality } from '../articles/explanation.ts'
import type { Recipe, RecipeUse } from '../articles/recipe.ts'
import type { Config } from '../config.ts'
import type { PagePointer } from '../storage/articles.ts'
import type { PageCache } from '../storage/page-cache.ts'
import type { PointerMemory } from '../storage/pointer-memory.ts'
import type { SiteVersions } from '../storage/site.ts'

/** A page to be shown as it would be published: fetched by us, or handed in with its address. */
type PreviewRequest = {
  url: string
  html?: string | undefined
  recipe?: Recipe | null | undefined
}

type PreviewOutcome =
  | {
      ok: true
      article: ScrapedArticle
      recipe: RecipeUse | null
      quality: Quality
      explain: () => Explanation
    }
  | { ok: false; reason: string; message: string }

/** What `src/index.ts` passes in, so that readers' routes cannot reach the pipeline. */
export type Doors = {
  preview: (request: PreviewRequest, env: Env, config: Config) => Promise<PreviewOutcome>
  /** Why an address must not be reached by us; `undefined` for one that may. */
  addressRefusal: (address: string, config: Config) => string | undefined
  now: () => Date
  /** Hexadecimal, 64 random bits, behind a prefix: `run_…`. */
  randomId: (prefix: string) => string
  randomBytes: (length: number) => Uint8Array
  log: (event: string, fields: Record<string, unknown>) => void
}

/** What an isolate remembers between requests. */
export type IsolateMemory = {
  pages: PageCache
  pointers: PointerMemory<PagePointer | undefined>
  versions: PointerMemory<SiteVersions>
}

export type AppEnv = {
  Bindings: Env
  Variables: {
    config: Config
    doors: Doors
    memory: IsolateMemory
    /** Of the signed-in session; set for the desk only. */
    csrf: string
  }
}

export type AppContext = Context<AppEnv>
