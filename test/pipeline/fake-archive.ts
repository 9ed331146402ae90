/** A partner with a long past: articles that no feed lists, in nested sitemaps or behind a paged listing. */

import { createFakePartner, type FakePartner } from './fake-partner.ts'

export type FakeArchive = FakePartner & {
  /** Paths of its articles, the newest first. */
  paths: string[]
  /** How often a path was asked for. */
  asked: (path: string) => number
}

const FILES = 3
const PAGE_ARTICLES = 10

/** With `count` articles; `lists` says by which lists they can be found. */
export function createFakeArchive(count: number, lists: 'sitemap' | 'listing'): FakeArchive {
  const blog = createFakePartner()
  const slugs = Array.from({ length: count }, (_, index) => `bai-viet-cu-so-${index + 1}`)
  slugs.forEach((slug, index) => {
    const title = `Chuyện cũ thứ ${index + 1} của con phố`
    blog.put({ slug, title, body: `Đây là câu chuyện thứ ${index + 1}, kể lại từ một năm đã xa.` })
  })
  if (lists === 'sitemap') putSitemaps(blog, slugs)
  else putListing(blog, slugs)
  const asked = (path: string) => blog.log.filter((line) => line.split(' ')[1] === path).length
  return { ...blog, paths: slugs.map((slug) => `/${slug}`), asked }
}

/** An index that names an index, itself, and files packed with gzip. */
function putSitemaps(blog: FakePartner, slugs: string[]): void {
  const files = Array.from({ length: FILES }, (_, index) => `/bai-${index + 1}.xml.gz`)
  blog.override('/sitemap.xml', () => xml(indexOf(blog, ['/sitemap.xml', '/tat-ca.xml'])))
  blog.override('/tat-ca.xml', () => xml(indexOf(blog, files)))
  files.forEach((path, file) => {
    const own = slugs.filter((_, index) => index % FILES === file)
    blog.override(path, () => packed(urlset(own.map((slug) => `${blog.origin}/${slug}`))))
  })
}

/** `/` and `/page/2` …, as the paging of most blogs. */
function putListing(blog: FakePartner, slugs: string[]): void {
  const pages = Math.ceil(slugs.length / PAGE_ARTICLES)
  for (let page = 1; page <= pages; page += 1) {
    const own = slugs.slice((page - 1) * PAGE_ARTICLES, page * PAGE_ARTICLES)
    const next = page < pages ? `/page/${page + 1}` : null
    blog.override(page === 1 ? '/' : `/page/${page}`, () => html(listingPage(own, next)))
  }
}

export function listingPage(slugs: string[], next: string | null): string {
  const cards = slugs.map(
    (slug) =>
      `<article class="the"><h2><a href="/${slug}">Câu chuyện cũ ${slug}</a></h2></article>`,
  )
  const paging = next === null ? '' : `<a rel="next" href="${next}">Trang sau</a>`
  return `<!doctype html><title>Phố</title><main>${cards.join('')}</main><nav>${paging}</nav>`
}

export function urlset(addresses: string[], lastmod?: string): string {
  const when = lastmod === undefined ? '' : `<lastmod>${lastmod}</lastmod>`
  const urls = addresses.map((address) => `<url><loc>${address}</loc>${when}</url>`)
  return `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>`
}

function indexOf(blog: FakePartner, paths: string[]): string {
  const files = paths.map((path) => `<sitemap><loc>${blog.origin}${path}</loc></sitemap>`)
  return `<?xml version="1.0"?><sitemapindex>${files.join('')}</sitemapindex>`
}

export function html(body: string): Response {
  return new Response(body, { headers: { 'content-type': 'text/html; charset=utf-8' } })
}

export function xml(body: string): Response {
  return new Response(body, { headers: { 'content-type': 'application/xml' } })
}

function packed(body: string): Response {
  const stream = new Response(body).body?.pipeThrough(new CompressionStream('gzip')) ?? null
  return new Response(stream, { headers: { 'content-type': 'application/x-gzip' } })
}
