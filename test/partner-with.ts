/** A complete partner and run for the tests of the operators' pages. */

import type { Partner } from '../src/articles/partner.ts'
import type { Run } from '../src/articles/run.ts'

export function partnerWith(changes: Partial<Partner> = {}): Partner {
  return {
    id: 'nhip-cho',
    name: 'Nhịp Chợ',
    url: 'https://nhipcho.example/',
    feed: null,
    sitemap: null,
    listing: null,
    republish: 'full',
    intervalMinutes: 30,
    learntMinutes: null,
    pagesPerDay: 2_000,
    timezone: null,
    recipe: null,
    recipeRevision: 0,
    state: 'active',
    stateReason: null,
    stateSince: '2026-01-02T03:00:00Z',
    isVisited: true,
    failures: 0,
    failingSince: null,
    alarms: [],
    push: null,
    createdAt: '2026-01-02T03:00:00Z',
    nextRunAt: '2026-01-02T03:34:05Z',
    ...changes,
  }
}

export function runWith(changes: Partial<Run> = {}): Run {
  return {
    id: 'run-1',
    partnerId: 'nhip-cho',
    state: 'done',
    startedAt: '2026-01-02T03:04:05Z',
    finishedAt: '2026-01-02T03:05:05Z',
    discovered: 14,
    fetched: 13,
    stored: 11,
    updated: 1,
    unchanged: 0,
    duplicates: 1,
    gone: 0,
    failed: 1,
    errors: [],
    ...changes,
  }
}
