/** Article bodies in KV, immutable under their content hash. */

import * as z from 'zod/mini'
import { type Article, sectionSchema } from '../articles/article.ts'

const bodySchema = z.object({ sections: z.array(sectionSchema), text: z.string() })

export type Body = Pick<Article, 'sections' | 'text'>

const bodyKey = (contentHash: string) => `body:${contentHash}`

/** Writes a body before the row that points to it; writing it again changes nothing. */
export async function storeBody(
  content: KVNamespace,
  contentHash: string,
  body: Body,
): Promise<void> {
  await content.put(bodyKey(contentHash), JSON.stringify(body))
}

/** `undefined` where KV does not have it (yet): a new key may take a minute to be seen everywhere. */
export async function findBody(
  content: KVNamespace,
  contentHash: string,
): Promise<Body | undefined> {
  const body = await content.get(bodyKey(contentHash), 'json')
  return body === null ? undefined : bodySchema.parse(body)
}
