/** The image files of a demo blog: one for each article, one for each brand. */

import { FIXED_PAGES_MODIFIED, type Page } from './page.ts'
import { type PictureSize, picture } from './picture.ts'
import type { Shelf } from './shelf.ts'
import { BRAND_LOGOS, picturePath } from './site-parts.ts'

const IMAGE_MAX_AGE_SECONDS = 86_400

export const ARTICLE_PICTURE: PictureSize = { width: 640, height: 360 }
export const BRAND_PICTURE: PictureSize = { width: 120, height: 48 }

/** Finds and draws images; each is drawn once, so memory is bounded by the articles and brands. */
export function pictureDrawer(): (path: string, shelf: Shelf) => Page | undefined {
  const drawn = new Map<string, Buffer>()
  return (path, shelf) => {
    const size = pictureSize(path, shelf)
    if (size === undefined) return undefined
    const body = drawn.get(path) ?? picture(path, size)
    drawn.set(path, body)
    const modified = FIXED_PAGES_MODIFIED
    return { type: 'image/png', body, modified, maxAgeSeconds: IMAGE_MAX_AGE_SECONDS }
  }
}

function pictureSize(path: string, shelf: Shelf): PictureSize | undefined {
  if (BRAND_LOGOS.includes(path)) return BRAND_PICTURE
  const isArticle = shelf.all().some(({ article }) => picturePath(article) === path)
  return isArticle ? ARTICLE_PICTURE : undefined
}
