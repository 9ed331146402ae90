/** Puts articles into the test's storage the way the pipeline does: by a run over a partner. */

import { env } from 'cloudflare:workers'
import { createFakePartner, type FakePartner } from '../pipeline/fake-partner.ts'
import {
  addPartner,
  advanceToEnd,
  openedRun,
  type TestTools,
  toolsWith,
} from '../pipeline/tools-with.ts'

export type Ingestion = { blog: FakePartner; tools: TestTools; ingest: () => Promise<void> }

/** A partner with these titles, already ingested; `ingest` does it again. */
export async function ingested(...titles: string[]): Promise<Ingestion> {
  const blog = createFakePartner()
  for (const [index, title] of titles.entries()) blog.put({ slug: `bai-${index + 1}`, title })
  const tools = toolsWith({ fetch: blog.fetch })
  await addPartner()
  const ingest = async () => {
    await advanceToEnd(await openedRun('pho', tools.now()), tools)
  }
  await ingest()
  return { blog, tools, ingest }
}

/** The id of the article of that slug. */
export async function idOf(slug: string): Promise<string> {
  const row = await env.DB.prepare('SELECT id FROM articles WHERE slug = ?').bind(slug).first()
  return String(row?.['id'])
}
