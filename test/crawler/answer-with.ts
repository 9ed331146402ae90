/** Builds a complete answer, differing from a plain page only where a test cares. */

import type { FetchAnswer, FetchUnchanged } from '../../src/crawler/fetch/fetch-outcome.ts'

export function answerWith(answer: Partial<FetchAnswer>): FetchAnswer {
  return {
    ok: true,
    status: 'modified',
    url: 'https://blog.example/',
    permanentUrl: null,
    body: '',
    contentType: null,
    etag: null,
    lastModified: null,
    freshSeconds: null,
    robotsTag: [],
    links: [],
    bytes: answer.body?.length ?? 0,
    isCut: false,
    ...answer,
  }
}

export function unchanged(url: string): FetchUnchanged {
  return { ok: true, status: 'not-modified', url, permanentUrl: null, freshSeconds: null }
}
