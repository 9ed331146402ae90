/** Stores what a visit to an article's page brought: one D1 batch for everything it changes. */

import type { ScrapedArticle } from '../articles/article.ts'
import { type Changes, whatChanged } from '../articles/what-changed.ts'
import type { EventType } from '../webhooks/event.ts'
import { bumpLinkingPages, detailStatements } from './article-details.ts'
import { insertArticle, updateArticle } from './article-rows.ts'
import { articleEventId } from './article-state.ts'
import { type Body, storeBody } from './bodies.ts'
import { announceArticle } from './events.ts'
import type { KnownArticle } from './known-article.ts'
import { ANNOUNCE_AFTER_MS } from './pointer-memory.ts'
import { recordRevision } from './revisions.ts'
import { bumpListsVersion } from './site.ts'

export type IncomingArticle = {
  /** Derived from the address, so that the same article never gets two. */
  id: string
  urlKey: string
  partnerId: string
  scraped: ScrapedArticle
  /** How far its extraction can be trusted, 0 to 1. */
  quality: number
  /** Of the recipe by which it was read. */
  recipeRevision: number
  /** What is stored of it so far, where that is another text and still there. */
  formerBody: Body | undefined
  contentHash: string
  detailsHash: string
  /** With the identity key of each related post. */
  relatedKeys: string[]
  topicKeys: { topic: string; name: string }[]
  /** What lists order it by where it has no date, ISO 8601 UTC; else when it was first seen. */
  undatedSortAt?: string | undefined
  siteUrl: string
  /** ISO 8601 UTC. */
  now: string
}

/** With the instant before which no partner is told. */
type AnnouncedArticle = IncomingArticle & { announceAt: string }

/** With what it changes in what is stored; undefined where its content is the same. */
type ChangedArticle = AnnouncedArticle & { changes: Changes | undefined }

/**
 * Stores a new article, a new revision or new details of a known one, in one batch with `also`
 * (what the visit taught the frontier) and with the event that announces it. Running it again
 * with the same article changes nothing and announces nothing. So does an article whose partner has
 * been removed meanwhile.
 */
export async function storeArticle(
  tools: { db: D1Database; content: KVNamespace; now: () => Date },
  article: IncomingArticle,
  known: KnownArticle | undefined,
  also: (outcome: 'stored' | 'updated' | 'unchanged') => D1PreparedStatement[],
): Promise<'stored' | 'updated' | 'unchanged'> {
  const { db } = tools
  const { scraped, contentHash } = article
  const sameContent = known?.contentHash === contentHash && known.state !== 'gone'
  if (!sameContent) {
    await storeBody(tools.content, contentHash, { sections: scraped.sections, text: scraped.text })
  }
  // Taken behind the slow write to KV: what counts is when readers may see the change.
  const announceAt = new Date(tools.now().getTime() + ANNOUNCE_AFTER_MS).toISOString()
  const incoming = { ...article, announceAt }
  if (known === undefined) {
    await db.batch([...insertNew(db, incoming), ...also('stored')])
    return 'stored'
  }
  if (sameContent && known.detailsHash === incoming.detailsHash) {
    await db.batch(also('unchanged'))
    return 'unchanged'
  }
  const isRevised = known.contentHash !== contentHash
  const changes = isRevised ? whatChanged({ ...known, ...article.formerBody }, scraped) : undefined
  const changed = { ...incoming, changes }
  const outcome = sameContent ? 'unchanged' : 'updated'
  await db.batch([...updateKnown(db, changed, known, sameContent), ...also(outcome)])
  return outcome
}

function insertNew(db: D1Database, incoming: AnnouncedArticle): D1PreparedStatement[] {
  return [
    insertArticle(db, incoming),
    ...detailStatements(db, incoming, { isNew: true }),
    bumpLinkingPages(db, incoming.urlKey),
    bumpListsVersion(db),
    ...eventStatements(db, incoming, 'article.published', { revision: 1, cause: '' }),
  ]
}

function updateKnown(
  db: D1Database,
  incoming: ChangedArticle,
  known: KnownArticle,
  sameContent: boolean,
): D1PreparedStatement[] {
  const { changes, now: at } = incoming
  const revision = changes === undefined ? known.revision : known.revision + 1
  const returned = known.state === 'gone'
  const told = { ...incoming, id: known.id }
  return [
    updateArticle(db, incoming, known, revision),
    ...(changes === undefined ? [] : recordRevision(db, { revision, at, changes }, known.id)),
    ...detailStatements(db, told, { isNew: false }),
    ...(returned ? [bumpLinkingPages(db, incoming.urlKey)] : []),
    ...(sameContent && !isListedOtherwise(known, incoming.scraped) ? [] : [bumpListsVersion(db)]),
    ...(sameContent || known.state === 'hidden' || known.state === 'taken-down'
      ? []
      : eventStatements(db, told, returned ? 'article.published' : 'article.updated', {
          revision,
          cause: returned ? known.updatedAt : '',
        })),
  ]
}

/** What a page says besides its content may change what lists show of it, too. */
function isListedOtherwise(known: KnownArticle, scraped: ScrapedArticle): boolean {
  return known.badge !== scraped.featured || known.robots !== JSON.stringify(scraped.robots)
}

function eventStatements(
  db: D1Database,
  incoming: AnnouncedArticle,
  type: EventType,
  told: { revision: number; cause: string },
): D1PreparedStatement[] {
  return announceArticle(db, {
    id: articleEventId(type, incoming.id, told.revision, told.cause),
    type,
    articleId: incoming.id,
    state: 'published',
    revision: told.revision,
    siteUrl: incoming.siteUrl,
    createdAt: incoming.now,
    announceAt: incoming.announceAt,
  })
}
