/** A Worker that lets the polite week pass in its own storage, and answers with what there is to grade. */

import { simulateWeek } from './simulate.ts'

export async function answer(
  _request: Request,
  env: { DB: D1Database; CONTENT: KVNamespace },
): Promise<Response> {
  return Response.json(await simulateWeek({ db: env.DB, content: env.CONTENT }))
}
