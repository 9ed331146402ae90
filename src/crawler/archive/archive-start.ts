/** Where the reading of a partner's archive begins, and where it goes on when that gives too little. */

/** Where sitemaps are when nobody names them. In order of how often. */
const COMMON_SITEMAP_PATHS = [
  '/sitemap.xml',
  '/sitemap_index.xml',
  '/wp-sitemap.xml',
  '/sitemap-index.xml',
  '/sitemap.xml.gz',
]

export type ArchiveWay = { url: string; kind: 'sitemap' | 'guess' | 'listing' }

export type ArchivePartner = {
  url: string
  /** Where the operator said that its sitemap or its listing is: then nothing is guessed. */
  sitemap: string | null
  listing: string | null
}

/**
 * The ways into the archive, best first: each is only gone when those before it gave too little.
 * `named` are the sitemaps that robots.txt names (sitemaps.org, "Specifying the Sitemap location in
 * your robots.txt file"), or that discovery uses.
 */
export function archiveWays(partner: ArchivePartner, named: readonly string[]): ArchiveWay[][] {
  const listing: ArchiveWay[] = [{ url: partner.listing ?? partner.url, kind: 'listing' }]
  if (partner.sitemap !== null) return [[{ url: partner.sitemap, kind: 'sitemap' }], listing]
  if (partner.listing !== null) return [listing]
  const sitemaps = [...new Set(named)].map((url): ArchiveWay => ({ url, kind: 'sitemap' }))
  const guesses = COMMON_SITEMAP_PATHS.map(
    (path): ArchiveWay => ({ url: new URL(path, partner.url).href, kind: 'guess' }),
  )
  return [sitemaps, guesses, listing].filter((ways) => ways.length > 0)
}
