/** Tells an operator who previews a page that is no article what it is as a partner's address. */

import { listArticles } from '../scrapers/listing/listing.ts'

/** Fewer cards stand below articles, too. */
const CARDS_MIN = 3

/** One sentence to be said behind the refusal, or undefined where the page lists nothing. Asks nobody. */
export function listingHint(html: string, url: string): string | undefined {
  const { articles, feeds } = listArticles(html, url)
  const [feed] = feeds
  if (articles.length < CARDS_MIN && feed === undefined) return undefined
  const shows = articles.length < CARDS_MIN ? undefined : `shows ${articles.length} articles`
  const names = feed === undefined ? undefined : `names the feed ${feed}`
  const what = [shows, names].filter((part) => part !== undefined).join(' and ')
  return `It ${what}: add it as a partner, or preview one of its articles.`
}
