/** The page of one article: what its partner wrote, and what it leads to. */

import type { Article } from '../articles/article.ts'
import { ArticleBody } from './article-body.tsx'
import { AlsoPublishedBy, RelatedPosts, Topics } from './article-end.tsx'
import { ArticleHeader } from './article-header.tsx'
import { ContentsNav } from './contents-nav.tsx'
import type { PageContext, PartnerLink } from './context.ts'
import { snippet } from './excerpt.ts'
import { newsArticle } from './json-ld.ts'
import { documentText, ReaderPage } from './layout.tsx'
import { PartnerStrip } from './partner-strip.tsx'
import { JsonLd } from './raw-html.tsx'
import { webAddress } from './web-address.ts'

/** In UTF-16 code units: what search engines and link previews show. */
const DESCRIPTION_LENGTH_MAX = 180

/**
 * Returns the whole document. Where the view count belongs it holds a slot (see views-slot.ts), so
 * that the page can be cached; every section's `html` must come from the allow-list.
 */
export function articlePage(
  article: Article,
  context: PageContext,
  extras: { partners: PartnerLink[] },
): string {
  return documentText(
    <ReaderPage head={articleHead(article, context)} context={context}>
      <article class="reading" lang={article.language}>
        <ArticleHeader article={article} context={context} />
        <ContentsNav article={article} context={context} />
        <ArticleBody article={article} context={context} />
        <footer lang={context.language}>
          <Topics topics={article.topics} context={context} />
          <AlsoPublishedBy article={article} context={context} />
        </footer>
      </article>
      <RelatedPosts article={article} context={context} />
      <PartnerStrip partners={extras.partners} context={context} />
    </ReaderPage>,
  )
}

function articleHead(article: Article, context: PageContext) {
  const canonical = `${context.siteUrl}/articles/${encodeURIComponent(article.slug)}`
  const { robots } = article
  const description =
    snippet(article.lead ?? article.text, { robots, lengthMax: DESCRIPTION_LENGTH_MAX }) ??
    undefined
  return {
    title: article.title,
    description,
    canonical,
    robots: robots.length === 0 ? undefined : robots.join(', '),
    more: (
      <>
        <OpenGraph article={article} context={context} url={canonical} description={description} />
        <JsonLd data={newsArticle(article, canonical)} />
      </>
    ),
  }
}

type OpenGraphOptions = {
  article: Article
  context: PageContext
  url: string
  description: string | undefined
}

/** https://ogp.me/ */
function OpenGraph({ article, context, url, description }: OpenGraphOptions) {
  const image = article.image === null ? undefined : webAddress(article.image.url)
  return (
    <>
      <meta property="og:type" content="article" />
      <meta property="og:site_name" content={context.siteName} />
      <meta property="og:title" content={article.title} />
      {description !== undefined && <meta property="og:description" content={description} />}
      <meta property="og:url" content={url} />
      <meta property="og:locale" content={article.language === 'en' ? 'en_GB' : 'vi_VN'} />
      {image !== undefined && <meta property="og:image" content={image} />}
      <meta name="twitter:card" content={image === undefined ? 'summary' : 'summary_large_image'} />
      {article.publishedAt !== null && (
        <meta property="article:published_time" content={article.publishedAt} />
      )}
      {article.modifiedAt !== null && (
        <meta property="article:modified_time" content={article.modifiedAt} />
      )}
    </>
  )
}
