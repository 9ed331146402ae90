/** An article page of the second demo blog: headings are bold paragraphs, and much of it is unsafe to keep. */

import type { DemoArticle } from './article.ts'
import type { Block } from './article-body.ts'
import { articlePages } from './article-pages.ts'
import { articlePathB, layoutB } from './blog-b-layout.ts'
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

const CARD_EXCERPT = { lengthMax: 160, ending: '…' }

/** One page of the article, counted from 1, or undefined for a figure that it does not have. */
export function articlePageB(
  article: DemoArticle,
  related: readonly DemoArticle[],
  number: number,
): string | undefined {
  const pages = articlePages(article)
  const blocks = pages[number - 1]
  if (blocks === undefined) return undefined
  return layoutB(
    article.title,
    html`<div class="bc"><a href="/">Trang chủ</a> » <a href="/tin-tuc">Tin tức</a> » ${article.title}</div>
<div class="bv">
${article.featured ? html`<div class="hot">${FEATURED_BADGE}</div>` : NOTHING}
<h1 class="tt">${article.title}</h1>
<div class="tm"><i>${dateLine(article)}</i></div>
${number === 1 ? html`<div class="sp"><b>${article.lead}</b></div>` : NOTHING}
${articleText(article, blocks)}
${pages.length > 1 ? pageRow(article, { number, last: pages.length }) : NOTHING}
<div class="tk">Từ khóa: ${article.tags.map((tag) => html`<span>#${tag}</span> `)}</div>
${shareLinks()}
</div>
${relatedCards(related)}
${brandStrip()}
${newsletter()}`,
  )
}

/** As old systems write it: the page itself is a bare figure. */
function pageRow(
  { slug }: DemoArticle,
  { number, last }: { readonly number: number; readonly last: number },
): Html {
  const numbers = Array.from({ length: last }, (_, index) => index + 1)
  const path = (page: number) => `${articlePathB(slug)}?trang=${page}`
  return html`<div class="pt">Trang: ${numbers.map((each) =>
    each === number ? html`<b>${each}</b> ` : html`<a href="${path(each)}">${each}</a> `,
  )}${number < last ? html`<a href="${path(number + 1)}">Trang sau</a>` : NOTHING}</div>`
}

function articleText(article: DemoArticle, blocks: readonly Block[]): Html {
  const { width, height } = ARTICLE_PICTURE
  return html`<div class="nd" id="noidung">
<script type="text/javascript">var luotXem = ${article.views};</script>
<div style="text-align:center"><img src="${picturePath(article)}" alt="" width="${width}" height="${height}" onclick="this.style.opacity = 0.9" /></div>
${blocks.map(bodyBlock)}
<div style="display:none"><img src="/logo/1.png" width="1" height="1" alt="" /></div>
</div>`
}

function bodyBlock(block: Block): Html {
  switch (block.kind) {
    case 'title':
      return html`<p style="text-align:center"><span style="font-size:22px"><b>${block.text}</b></span></p>\n`
    case 'numbered':
    case 'conclusion':
      return html`<p>&nbsp;</p>\n<p><span style="font-size:20px;color:#0b6e63"><strong>${block.text}</strong></span></p>\n`
    case 'lettered':
      return html`<p style="margin-left:0"><b><span style="font-size:17px">${block.text}</span></b></p>\n`
    case 'paragraph':
      return html`<p style="text-align:justify"><span style="font-size:16px">${withBold(block.text)}</span></p>\n<p></p>\n`
    case 'list':
      return html`<ul type="square">${block.items.map((item) => html`<li><span style="font-size:16px">${withBold(item)}</span></li>`)}</ul>\n`
  }
}

function shareLinks(): Html {
  return html`<div class="cs">Chia sẻ: <a href="#" onclick="window.open('https://www.facebook.com/sharer/sharer.php?u=' + location.href); return false">Facebook</a>
<a href="#" onclick="window.open('https://zalo.me/share?url=' + location.href); return false">Zalo</a>
<a href="javascript:window.print()">In trang</a></div>`
}

function relatedCards(related: readonly DemoArticle[]): Html {
  return html`<div class="lq"><div class="tdm">Có thể bạn quan tâm</div>
${related.map(relatedCard)}<div class="cl"></div></div>`
}

function relatedCard(article: DemoArticle): Html {
  const path = articlePathB(article.slug)
  return html`<div class="lqi"><a href="${path}"><img src="${picturePath(article)}" alt="${article.title}" width="240" height="135" border="0" /></a>
<div class="n"><a href="${path}">${article.title}</a></div>
<div class="d">${cardDateLine(article)}</div>
<div class="s">${excerpt(article.lead, CARD_EXCERPT)}</div></div>
`
}

function brandStrip(): Html {
  const { width, height } = BRAND_PICTURE
  const logos = BRAND_LOGOS.map(
    (source) =>
      html`<img src="${source}" alt="${BRAND_ALT}" width="${width}" height="${height}" /> `,
  )
  return html`<div class="th">${logos}</div>`
}

function newsletter(): Html {
  return html`<div class="nl"><b>Đăng ký nhận tin</b><div>Mỗi tuần một lá thư, không làm phiền thêm.</div>
<form action="/gioi-thieu.html"><input type="text" name="email" placeholder="Email của bạn" /> <input type="submit" value="Gửi" /></form></div>`
}
