/** An article page of the first demo blog. */

import type { DemoArticle } from './article.ts'
import { articleBody, type Block } from './article-body.ts'
import { layoutA } from './blog-a-layout.ts'
import { articlePathA, BLOG_A_NAME } from './blog-a-map.ts'
import { excerpt, type Html, html, NOTHING, withBold } from './html.ts'
import { ARTICLE_PICTURE, BRAND_PICTURE } from './pictures.ts'
import {
  BRAND_ALT,
  BRAND_LOGOS,
  cardDateLine,
  dateLine,
  FEATURED_BADGE,
  picturePath,
} from './site-parts.ts'

const DESCRIPTION_EXCERPT = { lengthMax: 120, ending: '…' }
const CARD_EXCERPT = { lengthMax: 140, ending: '...' }
const CARD_TRACKING = '?utm_source=bai-viet&utm_medium=the-lien-quan&utm_campaign=cuoi-bai'

/** The whole page; `related` are the cards under the article. */
export function articlePageA(
  article: DemoArticle,
  related: readonly DemoArticle[],
  origin: string,
): string {
  const url = origin + articlePathA(article.slug)
  return layoutA({
    title: article.title,
    bodyClass: 'single single-post',
    head: articleHead(article, url, origin),
    content: html`<nav aria-label="breadcrumb"><ol class="breadcrumb">
<li class="breadcrumb-item"><a href="/">Trang chủ</a></li>
<li class="breadcrumb-item active" aria-current="page">${article.title}</li>
</ol></nav>
<main id="main">
<article class="post type-post hentry">
${entryHeader(article)}
<div class="entry-content">
${articleBody(article).map(bodyBlock)}
</div>
${entryFooter(article, url)}
</article>
${relatedPosts(related)}
</main>
${brandStrip()}
${newsletter()}`,
  })
}

function articleHead(article: DemoArticle, url: string, origin: string): Html {
  return html`<meta name="description" content="${excerpt(article.lead, DESCRIPTION_EXCERPT)}">
<link rel="canonical" href="${url}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="${BLOG_A_NAME}">
<meta property="og:title" content="${article.title}">
<meta property="og:url" content="${url}">
<meta property="og:image" content="${origin}${picturePath(article)}">`
}

function entryHeader(article: DemoArticle): Html {
  const { width, height } = ARTICLE_PICTURE
  return html`<header class="entry-header">
${article.featured ? html`<span class="badge badge-featured">${FEATURED_BADGE}</span>` : NOTHING}
<h1 class="entry-title">${article.title}</h1>
<p class="entry-meta">${dateLine(article)}</p>
<p class="entry-lead">${article.lead}</p>
<figure class="post-thumbnail"><img src="${picturePath(article)}" alt="${article.title}" width="${width}" height="${height}"></figure>
</header>`
}

function bodyBlock(block: Block): Html {
  switch (block.kind) {
    case 'title':
      return html`<h2>${block.text}</h2>\n`
    case 'numbered':
    case 'conclusion':
      return html`<h3>${block.text}</h3>\n`
    case 'lettered':
      return html`<h4>${block.text}</h4>\n`
    case 'paragraph':
      return html`<p>${withBold(block.text)}</p>\n`
    case 'list':
      return html`<ul>${block.items.map((item) => html`<li>${withBold(item)}</li>`)}</ul>\n`
  }
}

function entryFooter(article: DemoArticle, url: string): Html {
  return html`<footer class="entry-footer">
<p class="tags-links">Từ khóa: ${article.tags.map((tag) => html`<a rel="tag" href="/tim-kiem?q=${encodeURIComponent(tag)}">${tag}</a> `)}</p>
<div class="share-links"><span>Chia sẻ:</span>
<a class="share-facebook" rel="nofollow" href="https://www.facebook.com/sharer/sharer.php?u=${url}">Facebook</a>
<a class="share-zalo" rel="nofollow" href="https://zalo.me/share?url=${url}">Zalo</a>
<a class="share-linkedin" rel="nofollow" href="https://www.linkedin.com/sharing/share-offsite/?url=${url}">LinkedIn</a>
</div></footer>`
}

function relatedPosts(related: readonly DemoArticle[]): Html {
  return html`<section class="related-posts"><h3 class="section-title">Bài viết liên quan</h3>
<div class="related-row">${related.map(relatedCard)}</div></section>`
}

function relatedCard(article: DemoArticle): Html {
  const link = articlePathA(article.slug) + CARD_TRACKING
  return html`<div class="card">
<a href="${link}"><img class="card-img-top" src="${picturePath(article)}" alt="${article.title}" width="320" height="180" loading="lazy"></a>
<div class="card-body">
<h5 class="card-title"><a href="${link}">${article.title}</a></h5>
<div class="card-meta">${cardDateLine(article)}</div>
<p class="card-text">${excerpt(article.lead, CARD_EXCERPT)}</p>
</div></div>
`
}

function brandStrip(): Html {
  const { width, height } = BRAND_PICTURE
  const logos = BRAND_LOGOS.map(
    (source) =>
      html`<div class="brand-item"><img src="${source}" alt="${BRAND_ALT}" width="${width}" height="${height}" loading="lazy"></div>\n`,
  )
  return html`<section class="brand-strip">${logos}</section>`
}

function newsletter(): Html {
  return html`<aside class="newsletter"><h4>Nhận bản tin mỗi thứ hai</h4>
<p>Mười phút đọc, đủ chuyện đáng bàn của cả tuần.</p>
<form action="/gioi-thieu"><input type="email" name="email" placeholder="Địa chỉ email" aria-label="Địa chỉ email"> <button type="submit">Đăng ký</button></form></aside>`
}
