/** Builds a page with an article on it, complete and plain, differing only where a test cares. */

import type { Origins } from '../../src/articles/explanation.ts'
import { extractArticle } from '../../src/scrapers/extract.ts'
import type { Extraction, ExtractOptions, RawArticle } from '../../src/scrapers/raw-article.ts'

export const PAGE_URL = 'https://blog.example/tin/pho-sach'
export const TITLE = 'Phố sách mở lại sau hai năm'

export const PARAGRAPHS = [
  'Ba mươi gian hàng đã kín chỗ từ tuần đầu, và danh sách chờ cứ dài thêm sau mỗi buổi tối.',
  'Nhà xuất bản nhỏ được xếp ở đầu phố, nơi người đi bộ nào cũng phải ngang qua ít nhất một lần.',
  'Ban tổ chức nói rằng giá thuê sẽ giữ nguyên đến hết năm, sau đó mới tính theo doanh thu thật.',
]

type Parts = {
  head?: string
  /** Between the title and the body. */
  top?: string
  /** In place of the paragraphs. */
  body?: string
  /** After the body. */
  below?: string
}

export function pageWith({ head = '', top = '', body, below = '' }: Parts): string {
  const paragraphs = body ?? PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')
  return `<!doctype html><html lang="vi"><head><title>${TITLE} - Blog</title>${head}</head><body>
<nav><a href="/">Trang chủ</a></nav><h1>${TITLE}</h1>${top}<div class="text">${paragraphs}</div>${below}</body></html>`
}

export function extraction(
  html: string,
  url = PAGE_URL,
  more: Partial<ExtractOptions> = {},
): Extraction {
  const now = new Date('2026-11-20T08:00:00Z')
  return extractArticle(html, { url, timezone: 'Asia/Ho_Chi_Minh', now, ...more })
}

/** The article of a page that has one; a page without fails the test that asks. */
export function extracted(html: string, url = PAGE_URL): RawArticle {
  const outcome = extraction(html, url)
  if (!outcome.ok) throw new Error(outcome.message)
  return outcome.page
}

export function textOf(article: RawArticle): string {
  return article.blocks.map(({ text }) => text).join('\n')
}

/** Where each field of such an article was read. */
export function originsOf(html: string, url = PAGE_URL): Origins {
  const outcome = extraction(html, url)
  if (!outcome.ok) throw new Error(outcome.message)
  return outcome.origins
}
