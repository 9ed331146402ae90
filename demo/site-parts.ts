/** The wordings that both demo blogs print in the same way, whatever markup they put around them. */

import type { DemoArticle } from './article.ts'
import { clockAndDate } from './dates.ts'

export const FEATURED_BADGE = 'Nổi bật'
export const BRAND_ALT = 'Thương hiệu nổi bật'
export const COPYRIGHT_YEAR = 2026

const BRANDS = 38

/** Addresses of the brands' logos, the same strip under every article. */
export const BRAND_LOGOS: readonly string[] = Array.from(
  { length: BRANDS },
  (_, index) => `/logo/${index + 1}.png`,
)

/** `Ngày đăng: 08:42 AM, 14/09/2026 - Lượt xem: 1274` */
export function dateLine({ published, views }: DemoArticle): string {
  return `Ngày đăng: ${clockAndDate(published)} - Lượt xem: ${views}`
}

/** `03:26 PM, 23/06/2026 389 Lượt xem` */
export function cardDateLine({ published, views }: DemoArticle): string {
  return `${clockAndDate(published)} ${views} Lượt xem`
}

/** Where an article's picture is. */
export function picturePath({ slug }: DemoArticle): string {
  return `/anh/${slug}.png`
}
