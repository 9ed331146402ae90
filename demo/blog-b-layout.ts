/** What every page of the second demo blog has around its content, and where its articles are. */

import { blogBStyle } from './blog-b-style.ts'
import { type Html, html } from './html.ts'
import { COPYRIGHT_YEAR } from './site-parts.ts'

export const BLOG_B_NAME = 'Chợ Trend'
const TAGLINE = 'Chợ Trend, nơi tụ họp của người bán hàng và người làm nội dung.'

export function articlePathB(slug: string): string {
  return `/tin-tuc/${slug}.html`
}

/** A whole page; the description is the same everywhere. */
export function layoutB(title: string, content: Html): string {
  return html`<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${title} | ${BLOG_B_NAME}</title>
<meta name="description" content="${TAGLINE}" />
<style type="text/css">${blogBStyle}</style>
</head>
<body>
<div id="wrap">
<div class="hd"><div class="lg"><a href="/">${BLOG_B_NAME}</a></div>
<div class="mn"><a href="/">Trang chủ</a> <a href="/tin-tuc">Tin tức</a> <a href="/gioi-thieu.html">Giới thiệu</a> <a href="/webhooks">Webhook</a></div></div>
<div class="ct">
${content}
</div>
<div class="ft"><div>${TAGLINE}</div><div>Bản quyền © ${COPYRIGHT_YEAR} thuộc về ${BLOG_B_NAME}.</div></div>
</div>
</body>
</html>
`.html
}

/** A page with a heading and whatever stands under it. */
export function messageB(title: string, content: Html): string {
  return layoutB(title, html`<div class="tdm">${title}</div>${content}`)
}
