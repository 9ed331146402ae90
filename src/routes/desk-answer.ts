/** What the desk's handlers share: its first page, the language it speaks, and forms as they are posted. */

import { type DeskData, deskPage, type Flash } from '../pages/desk-page.tsx'
import { listAlarms } from '../storage/alarms.ts'
import { countArticles } from '../storage/articles.ts'
import { listPartners } from '../storage/partners.ts'
import { findLastRuns } from '../storage/run-reports.ts'
import type { AppContext } from './app-types.ts'
import { pageContext, readerLanguage } from './reader-pages.ts'

export const DESK_PARTNERS_MAX = 200
const DESK_ALARMS_MAX = 50
const FORM_BYTES_MAX = 64 * 1024

const FLASHES = {
  added: 'partnerAdded',
  paused: 'partnerPaused',
  resumed: 'partnerResumed',
  recipe: 'recipeSaved',
  hide: 'articleHidden',
  restore: 'articleRestored',
  takedown: 'articleTakenDown',
} as const satisfies Record<string, Flash>

/** The desk with `more` on it; what somebody typed wrong, for one. */
export async function answerDesk(
  c: AppContext,
  more: Pick<DeskData, 'preview' | 'form' | 'tried' | 'recipe'>,
  status: 200 | 400 | 409 | 422 = 200,
): Promise<Response> {
  const partners = await listPartners(c.env.DB, { after: '', limit: DESK_PARTNERS_MAX })
  const ids = partners.map((partner) => partner.id)
  const [lastRuns, articles, { items }] = await Promise.all([
    findLastRuns(c.env.DB, ids),
    countArticles(c.env.DB, ids),
    listAlarms(c.env.DB, { partnerId: undefined, before: undefined, limit: DESK_ALARMS_MAX }),
  ])
  const names = new Map(partners.map(({ id, name }) => [id, name]))
  const alarms = items.map((alarm) => ({
    ...alarm,
    partnerName: names.get(alarm.partnerId) ?? alarm.partnerId,
  }))
  const lines = partners.map((partner) => ({
    partner,
    articles: articles.get(partner.id) ?? 0,
    lastRun: lastRuns.get(partner.id) ?? null,
  }))
  const flash = readFlash(c)
  const data = {
    partners: lines,
    alarms,
    csrf: c.get('csrf'),
    ...more,
    ...(flash ? { flash } : {}),
  }
  return c.html(deskPage(data, deskContext(c)), status)
}

/** What was just done, as the address says. */
export function readFlash(c: AppContext): Flash | undefined {
  const did = c.req.query('did')
  return Object.entries(FLASHES).find(([name]) => name === did)?.[1]
}

/** What every page of the desk needs to know; no cache is to keep the page. */
export function deskContext(c: AppContext) {
  c.header('cache-control', 'no-store')
  return pageContext(c, readerLanguage(c), new URL(c.req.url).pathname)
}

/** A posted form's text fields; Hono keeps the parsed body, so asking twice reads once. */
export async function readForm(c: AppContext): Promise<Record<string, string>> {
  if (Number(c.req.header('content-length') ?? 0) > FORM_BYTES_MAX) return {}
  const form = await c.req.parseBody().catch(() => ({}))
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.trim()]] : [],
    ),
  )
}
