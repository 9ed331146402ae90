/** What an article of the demo blogs is: plain data that an editor could have typed. */

interface DemoSubsection {
  readonly heading: string
  readonly paragraphs: readonly string[]
  /** What machine translation made of the letter, printed in its place: `Một.` for `a.`. */
  readonly spoiltMarker?: string
}

export interface DemoSection {
  readonly heading: string
  readonly paragraphs: readonly string[]
  readonly list?: readonly string[]
  /** Lettered a., b., c. … in this order. */
  readonly subsections: readonly DemoSubsection[]
}

export interface DemoArticle {
  /** Part of the address; unique within a blog. */
  readonly slug: string
  readonly title: string
  /** Shown above the body. */
  readonly lead: string
  /** How the body begins: with the lead and the intro in one paragraph, in two, or without the lead. */
  readonly leadRepeat: 'joined' | 'alone' | 'none'
  /** Local time in Vietnam (UTC+7), to the minute: `2026-09-14T08:42`. */
  readonly published: string
  readonly views: number
  readonly featured: boolean
  readonly tags: readonly string[]
  /** Slugs of the cards under the article; those that the blog does not hold are left out. */
  readonly related: readonly string[]
  /** `**words**` are printed in bold, here and in every paragraph. */
  readonly intro: readonly string[]
  /** Numbered 1., 2., 3. … in this order. */
  readonly sections: readonly DemoSection[]
  readonly conclusion: readonly string[]
  /** Over how many pages the second blog shows it; one where nothing is said. */
  readonly pages?: number
}

/** What an editor may change; the address stays. */
export type ArticleChange = Partial<Omit<DemoArticle, 'slug'>>
