/** Takes in a part of what an archive's list names: judges each address, and adds those wanted. */

import { urlKey } from '../articles/addresses/canonical-url.ts'
import { listedAddress } from '../articles/addresses/listed-address.ts'
import { type Dated, isOutside } from '../crawler/archive/archive-days.ts'
import { afterListing, type RecentlyListed } from '../crawler/archive/archive-trap.ts'
import { readPatterns, type UrlPatterns, verdictOn } from '../crawler/discovery/url-patterns.ts'
import { isSameSite } from '../scrapers/listing/listing-address.ts'
import { type ArchiveFile, countFile } from '../storage/backfill-files.ts'
import {
  countListedPart,
  type HeldBackfill,
  listedPartSchema,
} from '../storage/backfill-progress.ts'
import { addArchived, type ListedAddress } from '../storage/frontier.ts'
import type { KeptPartner } from '../storage/kept-partner.ts'
import type { PipelineTools } from './tools.ts'

/** What has been taken of a list, from its beginning. */
export type Taken = {
  listed: number
  skipped: number
  /** Of those skipped, the ones that are no articles. */
  others: number
  recent: RecentlyListed
  /** The backfill was stopped, or has added all that it may: the rest is not wanted. */
  isOver: boolean
}

/**
 * Adds one part of `list` to the frontier, in one batch with the figures that count it; `taken` is
 * brought up to date.
 */
export async function addListed(
  entries: Dated[],
  list: ArchiveFile,
  taken: Taken,
  walk: { backfill: HeldBackfill; partner: KeptPartner; tools: PipelineTools },
): Promise<void> {
  if (taken.isOver) return
  const { backfill, partner, tools } = walk
  const patterns = readPatterns(partner.upkeep.patterns)
  const articles = entries.flatMap((entry) => articleOf(entry, partner.url, patterns))
  const chosen = articles.filter(({ entry }) => !isOutside(entry, backfill))
  taken.listed += entries.length
  taken.others += entries.length - articles.length
  taken.skipped += entries.length - chosen.length
  if (list.kind === 'listing') {
    taken.recent = afterListing(
      taken.recent,
      articles.map(({ address }) => address.urlKey),
    )
  }
  const file = { backfillId: backfill.id, urlKey: list.urlKey }
  const addresses = chosen.map(({ address }) => address)
  const { db } = tools
  const [, counted] = await db.batch([
    addArchived(db, backfill.id, addresses, tools.now().toISOString()),
    countListedPart(db, file, taken),
    countFile(db, file, taken),
  ])
  taken.isOver = listedPartSchema.parse(counted?.results[0]).isOver
}

/** Nothing for what is another site's, or no article by its address. */
function articleOf(
  entry: Dated,
  partnerUrl: string,
  patterns: UrlPatterns,
): { entry: Dated; address: ListedAddress }[] {
  const url = listedAddress(entry.url, partnerUrl)
  const key = url === undefined ? undefined : urlKey(url)
  if (url === undefined || key === undefined) return []
  if (!isSameSite(url, partnerUrl) || verdictOn(url, patterns).verdict === 'other') return []
  return [{ entry, address: { url, urlKey: key } }]
}
