/** The lists of the second demo blog: its home page, the cards, the pager. */

import type { DemoArticle } from './article.ts'
import { articlePathB } from './blog-b-layout.ts'
import { excerpt, type Html, html, NOTHING } from './html.ts'
import { cardDateLine, FEATURED_BADGE, picturePath } from './site-parts.ts'

const HOME_CARDS = 6
const LISTING_EXCERPT = { lengthMax: 170, ending: '…' }

/** The newest articles, and the way to all others. */
export function homeB(articles: readonly DemoArticle[]): Html {
  return html`<div class="tdm">Mới lên kệ</div>
${cardsB(articles.slice(0, HOME_CARDS))}
<div class="pt"><a href="/tin-tuc">Xem tất cả tin tức</a></div>`
}

/** One card a row. */
export function cardsB(articles: readonly DemoArticle[]): Html {
  return html`<div class="ds">${articles.map(card)}</div>`
}

function card(article: DemoArticle): Html {
  const path = articlePathB(article.slug)
  return html`<div class="it">
<a href="${path}" class="im"><img src="${picturePath(article)}" alt="${article.title}" width="200" height="112" border="0" /></a>
<div class="tx">${article.featured ? html`<span class="hot">${FEATURED_BADGE}</span> ` : NOTHING}<a class="n" href="${path}">${article.title}</a>
<div class="d">${cardDateLine(article)}</div>
<div class="s">${excerpt(article.lead, LISTING_EXCERPT)}</div></div>
<div class="cl"></div>
</div>
`
}

/** Numbers, and the steps to the pages before and after. */
export function pagerB(number: number, last: number): Html {
  const numbers = Array.from({ length: last }, (_, index) => index + 1)
  return html`<div class="pt">${number > 1 ? html`<a rel="prev" href="${listingPath(number - 1)}">Trang trước</a> ` : NOTHING}${numbers.map(
    (each) =>
      each === number ? html`<b>${each}</b> ` : html`<a href="${listingPath(each)}">${each}</a> `,
  )}${number < last ? html`<a rel="next" href="${listingPath(number + 1)}">Trang sau</a>` : NOTHING}</div>`
}

function listingPath(number: number): string {
  return number === 1 ? '/tin-tuc' : `/tin-tuc?page=${number}`
}
