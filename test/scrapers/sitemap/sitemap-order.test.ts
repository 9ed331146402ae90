/** Which files of a sitemap index are read first. */

import { describe, expect, it } from 'vitest'
import { orderedChildren } from '../../../src/scrapers/sitemap/sitemap-order.ts'

const SITE = 'https://a.example/'

function ordered(...names: (string | [string, string])[]) {
  const children = names.map((name) => (typeof name === 'string' ? [name, null] : name))
  return orderedChildren(
    children.map(([name, updatedAt]) => ({ url: SITE + name, updatedAt: updatedAt ?? null })),
  )
}

describe('orderedChildren', () => {
  it.each([
    [
      'Yoast',
      [
        'page-sitemap.xml',
        'post_tag-sitemap.xml',
        'category-sitemap.xml',
        'post-sitemap.xml',
        'author-sitemap.xml',
      ],
      ['post-sitemap.xml', 'page-sitemap.xml'],
    ],
    [
      'WordPress itself',
      [
        'wp-sitemap-posts-page-1.xml',
        'wp-sitemap-taxonomies-category-1.xml',
        'wp-sitemap-users-1.xml',
        'wp-sitemap-posts-post-1.xml',
        'wp-sitemap-posts-post-2.xml',
      ],
      ['wp-sitemap-posts-post-2.xml', 'wp-sitemap-posts-post-1.xml'],
    ],
    [
      'Ghost',
      ['sitemap-pages.xml', 'sitemap-posts.xml', 'sitemap-authors.xml', 'sitemap-tags.xml'],
      ['sitemap-posts.xml', 'sitemap-pages.xml'],
    ],
    [
      'Blogger',
      ['sitemap.xml?page=1', 'sitemap.xml?page=2'],
      ['sitemap.xml?page=2', 'sitemap.xml?page=1'],
    ],
    [
      'Haravan',
      [
        'sitemap_products_1.xml',
        'sitemap_collections_1.xml',
        'sitemap_pages_1.xml',
        'sitemap_blogs_1.xml',
      ],
      ['sitemap_blogs_1.xml', 'sitemap_pages_1.xml'],
    ],
    [
      'a file a month',
      ['sitemap-2024-12.xml', 'sitemap-2025-02.xml', 'sitemap-2025-01.xml'],
      ['sitemap-2025-02.xml', 'sitemap-2025-01.xml', 'sitemap-2024-12.xml'],
    ],
    [
      'Vietnamese words',
      ['danh-muc.xml', 'san-pham.xml', 'bai-viet.xml', 'tac-gia.xml'],
      ['bai-viet.xml'],
    ],
    [
      'news before articles',
      ['articles.xml', 'sitemap-news.xml'],
      ['sitemap-news.xml', 'articles.xml'],
    ],
  ])('%s', (_case, names, articles) => {
    const readable = ordered(...names).filter(({ isOther }) => !isOther)
    expect(readable.map(({ url }) => url.slice(SITE.length))).toEqual(articles)
  })

  it('takes the one that changed last, whatever its figure', () => {
    const order = ordered(['post-sitemap2.xml', '2025-01-01'], ['post-sitemap1.xml', '2026-01-01'])
    expect(order[0]?.url).toBe(`${SITE}post-sitemap1.xml`)
  })
})
