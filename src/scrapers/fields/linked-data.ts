/** What structured data (JSON-LD, microdata) says of a page's article, however it is written. */

export type LinkedData = {
  readonly headline: string | null
  readonly authors: readonly string[]
  /** Names of companies, editorial offices, sites: also of those among the authors. */
  readonly organisations: readonly string[]
  readonly published: string | null
  readonly modified: string | null
  readonly keywords: readonly string[]
  readonly image: string | null
  /** A URL or a short text. */
  readonly licence: string | null
  /** False where a part of the article is for subscribers only; null where nothing is said. */
  readonly isFree: boolean | null
  /** An article type stands on the page, not only a `WebPage`. */
  readonly isArticle: boolean
}

const ARTICLE_TYPES: ReadonlySet<string> = new Set([
  ...['AdvertiserContentArticle', 'AnalysisNewsArticle', 'Article', 'BackgroundNewsArticle'],
  ...['BlogPosting', 'HowTo', 'LiveBlogPosting', 'MedicalScholarlyArticle', 'NewsArticle'],
  ...['OpinionNewsArticle', 'Report', 'ReportageNewsArticle', 'ReviewNewsArticle', 'Recipe'],
  ...['ScholarlyArticle', 'SocialMediaPosting', 'TechArticle', 'DiscussionForumPosting'],
])

/** Types that often stand beside the article and say less about it. */
const WEAK_TYPES: ReadonlySet<string> = new Set([
  ...['CreativeWork', 'MedicalWebPage', 'QAPage', 'Review', 'VideoObject', 'WebPage'],
])

/** Whether the type names an article, something that may stand for one, or neither. */
export function articleRank(type: string): 'article' | 'weak' | undefined {
  const name = type.slice(type.lastIndexOf('/') + 1)
  if (ARTICLE_TYPES.has(name)) return 'article'
  return WEAK_TYPES.has(name) ? 'weak' : undefined
}
