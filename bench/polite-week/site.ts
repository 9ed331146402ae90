/** The pages of a blog as they stand at an instant: feed, sitemap, home page, articles, in two designs. */

import type { Piece } from './calendar.ts'
import { paragraphs } from './prose.ts'

const LISTED_MAX = 20

/** Where a blog is, and how it looks at the moment. */
export type Site = {
  name: string
  /** Its home page. */
  home: string
  /** What stands before an article's path. */
  articles: string
  /** Null where there is no feed. */
  feed: string | null
  /** Elements that tell its readers when to come again. */
  wishes: string
  design: 'old' | 'new'
}

export function listed(pieces: Piece[], nowMs: number): Piece[] {
  return pieces
    .filter(
      ({ publishedMs, withdrawnMs }) => publishedMs <= nowMs && (withdrawnMs ?? nowMs + 1) > nowMs,
    )
    .toSorted((a, b) => b.publishedMs - a.publishedMs)
    .slice(0, LISTED_MAX)
}

export function addressOf({ home, articles }: Site, { path, isForbidden }: Piece): string {
  return new URL(isForbidden ? '/noi-bo/thong-bao' : `${articles}${path}`, home).href
}

export function feedBody(site: Site, pieces: Piece[]): string {
  const items = pieces.map((piece) => {
    const url = addressOf(site, piece)
    const date = new Date(piece.publishedMs).toUTCString()
    return `<item><title>${piece.title}</title><link>${url}</link><guid>${url}</guid>
      <pubDate>${date}</pubDate><description>${paragraphs(piece.number, 0)[0]}</description></item>`
  })
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>${site.name}</title>
    <link>${site.home}</link><description>${site.name}</description>${site.wishes}${items.join('\n')}</channel></rss>`
}

export function sitemapBody(site: Site, pieces: Piece[], nowMs: number): string {
  const urls = pieces
    .filter(({ isForbidden }) => !isForbidden)
    .map((piece) => {
      const changed = Math.max(piece.publishedMs, ...piece.correctedMs.filter((ms) => ms <= nowMs))
      const date = new Date(changed).toISOString()
      return `<url><loc>${addressOf(site, piece)}</loc><lastmod>${date}</lastmod></url>`
    })
  return `<?xml version="1.0" encoding="UTF-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('\n')}</urlset>`
}

export function homeBody(site: Site, pieces: Piece[]): string {
  const cards = pieces
    .filter(({ isForbidden }) => !isForbidden)
    .map((piece) => {
      const url = addressOf(site, piece)
      const lead = `${paragraphs(piece.number, 0)[0]?.slice(0, 140)}…`
      return `<article class="the"><h2><a href="${url}">${piece.title}</a></h2>
        <time datetime="${isoVietnam(piece.publishedMs)}">${dayVietnam(piece.publishedMs)}</time><p>${lead}</p></article>`
    })
  return page(site, site.name, '', `<h1>${site.name}</h1><section>${cards.join('\n')}</section>`)
}

export function articleBody(site: Site, piece: Piece, nowMs: number): string {
  const corrections = piece.correctedMs.filter((ms) => ms <= nowMs).length
  const texts = paragraphs(piece.number, corrections)
  const head = `<link rel="canonical" href="${addressOf(site, piece)}">
    <meta property="article:published_time" content="${isoVietnam(piece.publishedMs)}">`
  const [lead, ...rest] = texts
  const middle = Math.ceil(rest.length / 2)
  const body = `<h2>Từ sáng đến trưa</h2>${rest.slice(0, middle).map(paragraph).join('')}
    <h2>Từ trưa đến tối</h2>${rest.slice(middle).map(paragraph).join('')}`
  const old = `<article><h1>${piece.title}</h1><p class="meta">Ngày đăng: ${dayVietnam(piece.publishedMs)}</p>
    <p class="sapo">${lead}</p><div class="content">${body}</div></article>`
  const fresh = `<div class="khung"><section class="bai-viet"><header><h1>${piece.title}</h1>
    <time datetime="${isoVietnam(piece.publishedMs)}">${dayVietnam(piece.publishedMs)}</time></header>
    <p class="sapo">${lead}</p><div class="than-bai">${body}</div></section></div>`
  return page(site, `${piece.title} | ${site.name}`, head, site.design === 'old' ? old : fresh)
}

function page(site: Site, title: string, head: string, main: string): string {
  const feed =
    site.feed === null
      ? ''
      : `<link rel="alternate" type="application/rss+xml" href="${site.feed}">`
  const menu = `<nav><a href="${site.home}">Trang chủ</a> <a href="/lien-he">Liên hệ</a></nav>`
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${title}</title>${feed}${head}</head>
    <body><header>${menu}</header><main>${main}</main><footer><p>© 2026 ${site.name}</p></footer></body></html>`
}

function paragraph(text: string): string {
  return `<p>${text}</p>`
}

function isoVietnam(ms: number): string {
  return `${local(ms).toISOString().slice(0, 19)}+07:00`
}

/** As in `10:03, 23/11/2026`. */
function dayVietnam(ms: number): string {
  const [date = '', time = ''] = local(ms).toISOString().split('T')
  return `${time.slice(0, 5)}, ${date.split('-').reverse().join('/')}`
}

function local(ms: number): Date {
  return new Date(ms + 7 * 60 * 60 * 1_000)
}
