/** What a visit asks D1 of the articles that are stored: found by an index, however many there are. */

import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { findGoneArticles } from '../../src/storage/gone-articles.ts'
import { findKnownOrTwin } from '../../src/storage/known-article.ts'

/** What SQLite would do for the statement that `ask` prepares. */
async function planOf(ask: (db: D1Database) => Promise<unknown>): Promise<string> {
  let sql = ''
  const spy = new Proxy(env.DB, {
    get: (db, name) =>
      name === 'prepare'
        ? (text: string) => {
            sql = text
            return db.prepare(text)
          }
        : Reflect.get(db, name),
  })
  await ask(spy)
  const parameters = Array.from({ length: (sql.match(/\?(?:\d+)/g) ?? []).length }, () => 'x')
  const highest = new Set(sql.match(/\?\d+/g)).size
  const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .bind(...parameters.slice(0, highest))
    .all()
  return results.map((row) => String(row['detail'])).join('\n')
}

describe('a visit', () => {
  it('finds an article by its address or its words, without reading the others', async () => {
    const plan = await planOf((db) =>
      findKnownOrTwin(db, { urlKey: 'x', partnerId: 'x', contentHash: 'x' }),
    )
    expect(plan).toContain('MULTI-INDEX OR')
    expect(plan).toContain('articles_by_content')
    expect(plan).not.toContain('SCAN')
  })

  it('finds what is gone by the pages of its run that are', async () => {
    const plan = await planOf((db) => findGoneArticles(db, { id: 'x', partnerId: 'x' }))
    expect(plan).toContain('run_pages_gone')
    expect(plan).not.toContain('SCAN')
  })
})
