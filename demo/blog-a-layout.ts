/** What every page of the first demo blog has around its content: head, header, footer, lists. */

import type { DemoArticle } from './article.ts'
import { articlePathA, BLOG_A_NAME, BLOG_A_TAGLINE, CATEGORIES } from './blog-a-map.ts'
import { blogAStyle } from './blog-a-style.ts'
import { excerpt, type Html, html, NOTHING } from './html.ts'
import { ARTICLE_PICTURE } from './pictures.ts'
import { COPYRIGHT_YEAR, cardDateLine, FEATURED_BADGE, picturePath } from './site-parts.ts'

const LISTING_EXCERPT = { lengthMax: 150, ending: '...' }

export interface LayoutA {
  readonly title: string
  readonly content: Html
  /** Descriptions and links that belong to one page alone. */
  readonly head?: Html
  readonly bodyClass?: string
}

/** A whole page. */
export function layoutA({ title, content, head = NOTHING, bodyClass = 'page' }: LayoutA): string {
  return html`<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - ${BLOG_A_NAME}</title>
${head}
<link rel="alternate" type="application/rss+xml" title="${BLOG_A_NAME}" href="/rss.xml">
<style>${blogAStyle}</style>
</head>
<body class="${bodyClass}">
${siteHeader()}
<div class="container">
${content}
</div>
${siteFooter()}
</body>
</html>
`.html
}

/** A page with a heading and whatever stands under it. */
export function messageA(title: string, content: Html): string {
  return layoutA({
    title,
    content: html`<main class="page-content"><h1>${title}</h1>${content}</main>`,
  })
}

/** Cards of articles under a heading. */
export function listingA(heading: string, articles: readonly DemoArticle[]): Html {
  return html`<main id="main"><h1 class="archive-title">${heading}</h1>
<div class="post-grid">${articles.map(listingCard)}</div></main>`
}

function listingCard(article: DemoArticle): Html {
  const path = articlePathA(article.slug)
  const { width, height } = ARTICLE_PICTURE
  return html`<article class="post-card">
<a class="post-thumb" href="${path}"><img src="${picturePath(article)}" alt="" width="${width}" height="${height}" loading="lazy"></a>
${article.featured ? html`<span class="badge badge-featured">${FEATURED_BADGE}</span>` : NOTHING}
<h2 class="post-card-title"><a href="${path}">${article.title}</a></h2>
<p class="post-card-meta">${cardDateLine(article)}</p>
<p class="post-card-text">${excerpt(article.lead, LISTING_EXCERPT)}</p>
</article>
`
}

function siteHeader(): Html {
  return html`<header class="site-header"><div class="container">
<a class="site-title" href="/">${BLOG_A_NAME}</a>
<nav class="navbar" aria-label="Chính"><ul class="navbar-nav">
<li class="nav-item"><a class="nav-link" href="/">Trang chủ</a></li>
${CATEGORIES.map(({ path, name }) => html`<li class="nav-item"><a class="nav-link" href="${path}">${name}</a></li>`)}
<li class="nav-item"><a class="nav-link" href="/gioi-thieu">Giới thiệu</a></li>
</ul></nav>
</div></header>`
}

function siteFooter(): Html {
  return html`<footer class="site-footer"><div class="container">
<p class="footer-about">${BLOG_A_NAME}: ${BLOG_A_TAGLINE}.</p>
<p class="footer-links"><a href="/rss.xml">RSS</a> <a href="/webhooks">Webhook đã nhận</a></p>
<p class="copyright">© ${COPYRIGHT_YEAR} ${BLOG_A_NAME}. Giữ toàn quyền nội dung.</p>
</div></footer>`
}
