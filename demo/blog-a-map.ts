/** The first demo blog's name and its addresses. */

export const BLOG_A_NAME = 'Nhịp Xu Hướng'
export const BLOG_A_TAGLINE = 'Chuyện nghề KOL, KOC và thương hiệu'

export interface Category {
  readonly path: string
  readonly name: string
  /** An article belongs here if it carries one of these. */
  readonly tags: readonly string[]
}

export const CATEGORIES: readonly Category[] = [
  { path: '/chuyen-muc/kol-koc', name: 'KOL & KOC', tags: ['KOL', 'KOC', 'Nano KOL'] },
  { path: '/chuyen-muc/ban-hang', name: 'Bán hàng', tags: ['Bán hàng', 'Livestream', 'Affiliate'] },
  { path: '/chuyen-muc/thuong-hieu', name: 'Thương hiệu', tags: ['Thương hiệu', 'Chiến dịch'] },
]

export function articlePathA(slug: string): string {
  return `/bai-viet/${slug}`
}
