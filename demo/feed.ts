/** The RSS 2.0 feed of a demo blog. */

import type { DemoArticle } from './article.ts'
import { feedDate } from './dates.ts'
import { html } from './html.ts'

export interface FeedChannel {
  readonly title: string
  readonly description: string
  readonly url: string
  articleUrl(slug: string): string
}

/** Lists the articles in the order given, with the lead as description. */
export function rssFeed(channel: FeedChannel, articles: readonly DemoArticle[]): string {
  return html`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${channel.title}</title>
<link>${channel.url}</link>
<description>${channel.description}</description>
<language>vi</language>
<atom:link href="${channel.url}rss.xml" rel="self" type="application/rss+xml"/>
${articles.map((article) => feedItem(channel, article))}</channel>
</rss>
`.html
}

function feedItem(channel: FeedChannel, article: DemoArticle) {
  const url = channel.articleUrl(article.slug)
  return html`<item>
<title>${article.title}</title>
<link>${url}</link>
<guid isPermaLink="true">${url}</guid>
<pubDate>${feedDate(article.published)}</pubDate>
${article.tags.map((tag) => html`<category>${tag}</category>`)}
<description>${article.lead}</description>
</item>
`
}
