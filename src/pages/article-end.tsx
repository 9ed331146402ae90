/** What stands under an article: its topics, who else has it, what to read next. */

import { slugify } from '../articles/addresses/slug.ts'
import type { Article, RelatedPost } from '../articles/article.ts'
import { translate } from './catalogue.ts'
import type { PageContext } from './context.ts'
import { shortened } from './excerpt.ts'
import { formatNumber } from './formats.ts'
import { Picture } from './picture.tsx'
import { PublicationTime } from './times.tsx'
import { webAddress } from './web-address.ts'

/** In UTF-16 code units: five lines of a card. */
const EXCERPT_LENGTH_MAX = 160

type EndOptions = { article: Article; context: PageContext }

export function Topics({ topics, context }: { topics: string[]; context: PageContext }) {
  if (topics.length === 0) return null
  return (
    <nav class="chips" aria-label={translate(context.language)('topics')}>
      <ul>
        {topics.map((topic) => (
          <li>
            <a href={`/topics/${slugify(topic)}`}>{topic}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export function AlsoPublishedBy({ article, context }: EndOptions) {
  if (article.alsoPublishedBy.length === 0) return null
  return (
    <section class="also">
      <h2>{translate(context.language)('alsoPublishedBy')}</h2>
      <ul>
        {article.alsoPublishedBy.map(({ partner, url, publishedAt }) => (
          <li>
            <a href={webAddress(url)} rel="noopener">
              {partner.name}
            </a>
            {publishedAt !== null && (
              <>
                {' · '}
                <PublicationTime iso={publishedAt} context={context} />
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Each post once, however often the partner's page repeats its card. */
export function RelatedPosts({ article, context }: EndOptions) {
  const posts = [...new Map(article.related.map((post) => [post.slug ?? post.url, post])).values()]
  if (posts.length === 0) return null
  return (
    <section class="band" aria-labelledby="related">
      <h2 id="related">{translate(context.language)('related')}</h2>
      <ul class="cards">
        {posts.map((post) => (
          <RelatedCard post={post} language={article.language} context={context} />
        ))}
      </ul>
    </section>
  )
}

type CardOptions = {
  post: RelatedPost
  /** Of the post: the partner's cards lead to articles in the language of the one above them. */
  language: string
  context: PageContext
}

function RelatedCard({ post, language, context }: CardOptions) {
  const t = translate(context.language)
  const ours = post.slug === null ? undefined : `/articles/${encodeURIComponent(post.slug)}`
  const views = post.partnerViews === null ? '' : formatNumber(post.partnerViews, context.language)
  return (
    <li class="card">
      <Picture image={post.image} arrives="later" decorative />
      <h3 lang={language}>
        <a href={ours ?? webAddress(post.url)} rel={ours === undefined ? 'noopener' : undefined}>
          {post.title}
        </a>
      </h3>
      <p class="facts">
        {post.publishedAt !== null && <PublicationTime iso={post.publishedAt} context={context} />}
        {post.publishedAt !== null && views !== '' && ' · '}
        {views !== '' && t('relatedViews', { views })}
      </p>
      {post.excerpt !== null && (
        <p lang={language}>{shortened(post.excerpt, EXCERPT_LENGTH_MAX)}</p>
      )}
    </li>
  )
}
