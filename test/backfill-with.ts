/** A complete backfill for the tests of what operators are shown. */

import type { Backfill } from '../src/articles/backfill.ts'

export function backfillWith(changes: Partial<Backfill> = {}): Backfill {
  return {
    id: 'backfill_1',
    partnerId: 'nhip-cho',
    state: 'running',
    since: null,
    until: null,
    pagesMax: 10_000,
    createdAt: '2026-01-02T03:04:05Z',
    startedAt: '2026-01-02T03:05:05Z',
    finishedAt: null,
    isListed: true,
    listed: 320,
    skipped: 20,
    added: 300,
    stored: 90,
    known: 5,
    outside: 2,
    gone: 2,
    failed: 1,
    message: null,
    errors: [],
    ...changes,
  }
}
