/** How readers' pages are answered: their language, version, ETag, cache status and freshness. */

import { getCookie, setCookie } from 'hono/cookie'
import { LANGUAGES, type Language } from '../pages/catalogue.ts'
import type { PageContext } from '../pages/context.ts'
import { messagePage } from '../pages/message-page.tsx'
import type { CachedPage, PageOrigin } from '../storage/page-cache.ts'
import { readSiteVersions, type SiteVersions } from '../storage/site.ts'
import type { AppContext } from './app-types.ts'

const LANGUAGE_COOKIE = 'language'
const LANGUAGE_KEPT_SECONDS = 365 * 24 * 60 * 60

/** The reader's own choice by `?lang=`, then by cookie; else the site's. */
export function readerLanguage(c: AppContext): Language {
  const asked = LANGUAGES.find((language) => language === c.req.query('lang'))
  if (asked !== undefined) {
    setCookie(c, LANGUAGE_COOKIE, asked, {
      path: '/',
      maxAge: LANGUAGE_KEPT_SECONDS,
      sameSite: 'Lax',
      httpOnly: true,
      secure: new URL(c.req.url).protocol === 'https:',
    })
    return asked
  }
  const kept = getCookie(c, LANGUAGE_COOKIE)
  return LANGUAGES.find((language) => language === kept) ?? c.get('config').siteLanguage
}

/** `path` is the page's own, without what only chooses how it is shown. */
export function pageContext(c: AppContext, language: Language, path: string): PageContext {
  const { siteUrl, siteName, siteTimezone } = c.get('config')
  return { siteUrl, siteName, language, timezone: siteTimezone, path }
}

/** Versions that all lists depend on, at most two seconds old. */
export function siteVersions(c: AppContext): Promise<SiteVersions> {
  const { memory, doors } = { memory: c.get('memory'), doors: c.get('doors') }
  return memory.versions.recall('site', doors.now().getTime(), () => readSiteVersions(c.env.DB))
}

/** Names the templates in cache keys and ETags: another deployment may draw the same data differently. */
export function templateVersion(c: AppContext): string {
  return c.env.VERSION.id.slice(0, 8)
}

/**
 * Answers with the page under `version`, a text that changes whenever what it shows does; asked
 * with that version's ETag, with 304 and without touching the page.
 */
export async function answerPage(
  c: AppContext,
  version: string,
  find: () => Promise<CachedPage | { html: string; origin: 'uncached' }>,
): Promise<Response> {
  const etag = `W/"${version}"`
  c.header('etag', etag)
  // A browser may keep the page, but asks before it shows it again.
  c.header('cache-control', 'no-cache')
  c.header('vary', 'cookie')
  if (matches(c.req.header('if-none-match'), etag)) {
    c.header('cache-status', cacheStatus('memory'))
    return c.body(null, 304)
  }
  const page = await find()
  c.header('cache-status', cacheStatus(page.origin))
  return c.html(page.html)
}

function cacheStatus(origin: PageOrigin | 'uncached'): string {
  switch (origin) {
    case 'memory':
    case 'cache-api':
    case 'kv':
      return `trendwire; hit; detail=${origin}`
    case 'rendered':
      return 'trendwire; fwd=miss; stored'
    case 'uncached':
      return 'trendwire; fwd=bypass'
    default:
      return origin satisfies never
  }
}

/** RFC 9110 section 13.1.2: a list of entity tags, compared weakly, or `*`. */
function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  const weak = (tag: string) => tag.trim().replace(/^W\//, '')
  return (
    ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((tag) => weak(tag) === weak(etag))
  )
}

/** A page that only says what is the matter, in the reader's language; never cached. */
export function answerMessage(
  c: AppContext,
  kind: 'not-found' | 'gone' | 'error' | 'bad-request',
): Response {
  const status = { 'not-found': 404, gone: 410, error: 500, 'bad-request': 400 } as const
  c.header('cache-control', 'no-store')
  const path = new URL(c.req.url).pathname
  return c.html(messagePage(kind, pageContext(c, readerLanguage(c), path)), status[kind])
}
