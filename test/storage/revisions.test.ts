/** How an article changed: what is kept of it, told to its partner, and shown to operators. */

import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { listRevisions, recordRevision } from '../../src/storage/revisions.ts'
import { rows } from '../pipeline/tools-with.ts'
import { appWith } from '../routes/app-with.ts'
import { idOf, ingested } from '../routes/stored-articles.ts'

const CHANGES = { fields: [], sections: null, words: { before: null, after: 1 } }

async function changed(body = 'Ấm trà nay có mã QR bên cạnh.') {
  const ingestion = await ingested('Trà đá')
  ingestion.blog.put({ slug: 'bai-1', title: 'Trà đá', body })
  await ingestion.ingest()
  return { ...ingestion, id: await idOf('tra-da') }
}

describe('an article that changed', () => {
  it('has a revision that says what changed, and tells its partner so', async () => {
    const { id } = await changed()
    const revisions = await listRevisions(env.DB, id)
    expect(revisions).toMatchObject([
      {
        revision: 2,
        changes: {
          fields: [],
          sections: { added: [], removed: [], changed: [null], moved: false },
        },
      },
    ])
    const [event] = await rows(`SELECT data FROM events WHERE type = 'article.updated'`)
    const told = JSON.parse(String(event?.['data']))
    expect(told).toMatchObject({ id, revision: 2, title: 'Trà đá', changes: revisions[0]?.changes })
    const [published] = await rows(`SELECT data FROM events WHERE type = 'article.published'`)
    expect(JSON.parse(String(published?.['data']))).not.toHaveProperty('changes')
  })

  it('shows operators its revisions, in the API and at the desk', async () => {
    const { id } = await changed()
    const app = appWith()
    expect(await (await app.operate('GET', `/articles/${id}`)).json()).toMatchObject({
      revisions: [{ revision: 2, changes: { words: { before: expect.any(Number) } } }],
    })
    const readers = await (await app.ask('/api/articles/tra-da')).json()
    expect(readers).not.toHaveProperty('revisions')
  })

  it('has one more each time, and none for what did not change', async () => {
    const { blog, ingest, id } = await changed()
    await ingest()
    blog.put({ slug: 'bai-1', title: 'Trà đá', body: 'Mã QR đã mất.' })
    await ingest()
    expect((await listRevisions(env.DB, id)).map(({ revision }) => revision)).toEqual([3, 2])
  })

  it('says less of a text that is lost', async () => {
    const { blog, ingest, id } = await changed()
    const [row] = await rows('SELECT content_hash FROM articles')
    await env.CONTENT.delete(`body:${row?.['content_hash']}`)
    blog.put({ slug: 'bai-1', title: 'Trà đá', body: 'Mã QR đã mất.' })
    await ingest()
    const [last] = await listRevisions(env.DB, id)
    expect(last).toMatchObject({ revision: 3, changes: { sections: null } })
  })

  it('keeps its last fifty revisions', async () => {
    const { id } = await changed()
    for (let revision = 3; revision <= 60; revision += 1) {
      await env.DB.prepare('UPDATE articles SET revision = ?').bind(revision).run()
      const at = '2026-11-23T10:00:00Z'
      await env.DB.batch(recordRevision(env.DB, { revision, at, changes: CHANGES }, id))
    }
    const revisions = await listRevisions(env.DB, id)
    expect(revisions).toHaveLength(50)
    expect([revisions[0]?.revision, revisions.at(-1)?.revision]).toEqual([60, 11])
  })

  it('has no revision that was not stored', async () => {
    const { id } = await changed()
    const later = { revision: 3, at: '2026-11-23T10:00:00Z', changes: CHANGES }
    await env.DB.batch(recordRevision(env.DB, later, id))
    expect((await listRevisions(env.DB, id)).map(({ revision }) => revision)).toEqual([2])
  })
})
