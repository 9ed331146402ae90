/** What a demo blog is to the server: its name, its addresses, and the pages it makes from a shelf. */

import type { DemoArticle } from './article.ts'
import type { Html } from './html.ts'
import type { Shelf } from './shelf.ts'

/** Something with a body that a browser or crawler may keep. */
export interface Page {
  readonly type: string
  readonly body: string | Buffer
  /** When its text last changed, as far as the blog knows. */
  readonly modified: Date
  /** For how long nobody needs to ask again; 0 for pages that an editor may change. */
  readonly maxAgeSeconds: number
}

export interface PageRequest {
  /** The blog's own origin, whatever the client said in `Host`. */
  readonly address: URL
  readonly shelf: Shelf
}

export interface Blog {
  readonly name: string
  readonly hasFeed: boolean
  readonly articles: readonly DemoArticle[]
  readonly robots: string
  articlePath(slug: string): string
  /** The slug of an article's address, whether or not there is such an article. */
  slugOf(path: string): string | undefined
  page(request: PageRequest): Page | undefined
  /** A page of the blog's own look around any content: messages, the webhooks it received. */
  plainPage(title: string, content: Html): string
}

/** When the blogs' fixed pages were last touched. */
export const FIXED_PAGES_MODIFIED = new Date('2026-01-01T00:00:00Z')

/** The moment of the latest change on a shelf; a shelf with nothing on it never changed. */
export function latestChange(shelf: Shelf): Date {
  const times = shelf.all().map(({ modified }) => modified.getTime())
  return new Date(Math.max(FIXED_PAGES_MODIFIED.getTime(), ...times))
}
