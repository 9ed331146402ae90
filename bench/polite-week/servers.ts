/** The servers of the week: what each says at an instant, before anybody's validators. */

import {
  DAY_MS,
  EVENTS,
  HOUR_MS,
  MINUTE_MS,
  neighbourPieces,
  officePieces,
  type Piece,
  WEEK_START_MS,
} from './calendar.ts'
import { hashOf, type Reply } from './reply.ts'
import {
  addressOf,
  articleBody,
  feedBody,
  homeBody,
  listed,
  type Site,
  sitemapBody,
} from './site.ts'

export const OLD_HOST = 'blog.example'
const NEW_HOST = 'www.blog.example'
/** Takes connections and never says a word. */
export const SILENT_HOST = 'im-lang.example'

const HOUSE_RULES = { crawlDelaySeconds: 5, disallowed: ['/noi-bo/'] }
const OUT_OF_SERVICE: Reply = { status: 503, body: 'bảo trì' }
const HTML = 'text/html; charset=utf-8'
const BUSY_SECONDS = 3_600
const BUSY_DATE_MS = 2 * HOUR_MS

export type Servers = {
  office: Piece[]
  neighbour: Piece[]
  /** Undefined where the connection is refused, `silence` where nothing comes. */
  replyTo: (url: URL, nowMs: number) => Reply | 'silence' | undefined
}

export function createServers(): Servers {
  const office = officePieces()
  const neighbour = neighbourPieces()
  const busy = busySpells()

  function replyTo(url: URL, nowMs: number): Reply | 'silence' | undefined {
    if (url.host === SILENT_HOST) return 'silence'
    if (!isUp(url, nowMs)) return undefined
    if (isWithin(nowMs, EVENTS.outageAnswers, EVENTS.outageOver)) return OUT_OF_SERVICE
    if (url.pathname === '/robots.txt') return robots(url)
    const spell = busy(url, nowMs)
    if (spell !== undefined) return spell
    if (url.pathname.startsWith('/am-thuc/')) return ofSite(neighbourSite(), neighbour, url, nowMs)
    const site = officeSite(nowMs)
    if (url.host === OLD_HOST && nowMs >= EVENTS.move) return movedTo(url)
    return ofSite(site, office, url, nowMs)
  }

  return { office, neighbour, replyTo }
}

/** Whether anybody takes the connection. */
function isUp({ host }: URL, nowMs: number): boolean {
  if (isWithin(nowMs, EVENTS.outage, EVENTS.outageAnswers)) return false
  return host === OLD_HOST || (host === NEW_HOST && nowMs >= EVENTS.move)
}

function isWithin(nowMs: number, fromMs: number, untilMs: number): boolean {
  return nowMs >= fromMs && nowMs < untilMs
}

/** Twice on Tuesday the feed is asked too often for the taste of its server. */
function busySpells(): (url: URL, nowMs: number) => Reply | undefined {
  const until = new Map<'seconds' | 'date', number>()
  return ({ pathname }, nowMs) => {
    if (nowMs >= EVENTS.busySeconds && pathname === '/rss.xml' && !until.has('seconds')) {
      until.set('seconds', nowMs + BUSY_SECONDS * 1_000)
    } else if (nowMs >= EVENTS.busyDate && pathname === '/rss.xml' && !until.has('date')) {
      until.set('date', nowMs + BUSY_DATE_MS)
    }
    for (const [kind, untilMs] of until) {
      if (nowMs < untilMs) return tooMany(kind, untilMs, nowMs)
    }
    return undefined
  }
}

function tooMany(kind: 'seconds' | 'date', untilMs: number, nowMs: number): Reply {
  const seconds = Math.ceil((untilMs - nowMs) / 1_000)
  const value = kind === 'seconds' ? String(seconds) : new Date(untilMs).toUTCString()
  // A date has whole seconds: what it says is what is asked for.
  const retryAfterSeconds =
    kind === 'seconds' ? seconds : (Math.floor(untilMs / 1_000) * 1_000 - nowMs) / 1_000
  return { status: 429, body: 'từ từ', headers: { 'retry-after': value }, retryAfterSeconds }
}

function robots({ origin }: URL): Reply {
  const body = `User-agent: *\nCrawl-delay: 5\nDisallow: /noi-bo/\n\nSitemap: ${origin}/sitemap.xml\n`
  return { status: 200, body, contentType: 'text/plain', rules: HOUSE_RULES }
}

function movedTo({ pathname }: URL): Reply {
  const path = pathname.replace(/^\/bai\//, '/tin/')
  return { status: 301, location: `https://${NEW_HOST}${path}` }
}

/** `wishes` of the feed: on Wednesday it names them. */
function officeSite(nowMs: number): Site {
  const isMoved = nowMs >= EVENTS.move
  const isNew = nowMs >= EVENTS.redesign
  const home = `https://${isMoved ? NEW_HOST : OLD_HOST}/`
  return {
    name: 'Phố Xu Hướng',
    home,
    articles: isMoved ? '/tin/' : '/bai/',
    feed: isNew ? null : `${home}rss.xml`,
    wishes: hasWishes(nowMs) ? `<ttl>90</ttl>${skipHours()}` : '',
    design: isNew ? 'new' : 'old',
  }
}

function neighbourSite(): Site {
  const home = `https://${OLD_HOST}/am-thuc/`
  const rest = { wishes: '', design: 'old' as const, articles: '/am-thuc/mon/' }
  return { name: 'Góc Bếp', home, feed: `${home}rss.xml`, ...rest }
}

const SKIPPED_HOURS = [16, 17, 18, 19, 20, 21]

function hasWishes(nowMs: number): boolean {
  return nowMs >= WEEK_START_MS + 2 * DAY_MS && nowMs < WEEK_START_MS + 3 * DAY_MS
}

function skipHours(): string {
  return `<skipHours>${SKIPPED_HOURS.map((hour) => `<hour>${hour}</hour>`).join('')}</skipHours>`
}

function ofSite(site: Site, pieces: Piece[], url: URL, nowMs: number): Reply {
  const current = listed(pieces, nowMs)
  const home = new URL(site.home).pathname
  if (url.pathname === home) {
    return { status: 200, body: homeBody(site, current), contentType: HTML }
  }
  if (url.pathname === `${home}rss.xml`) return feedOf(site, current, nowMs)
  if (url.pathname === `${home}sitemap.xml`) {
    const there = pieces.filter((piece) => isThere(piece, nowMs))
    return tagged(sitemapBody(site, there, nowMs), 'application/xml')
  }
  const piece = pieces.find((one) => addressOf(site, one) === url.href)
  if (piece === undefined || piece.publishedMs > nowMs) return { status: 404, body: 'không có' }
  if (!isThere(piece, nowMs)) return { status: piece.withdrawnStatus, body: 'đã gỡ' }
  return pageOf(site, piece, nowMs)
}

function isThere({ publishedMs, withdrawnMs }: Piece, nowMs: number): boolean {
  return publishedMs <= nowMs && (withdrawnMs === null || nowMs < withdrawnMs)
}

function feedOf(site: Site, current: Piece[], nowMs: number): Reply {
  if (site.feed === null) return { status: 404, body: 'không có' }
  const body = feedBody(site, current)
  const contentType = 'application/rss+xml; charset=utf-8'
  // The neighbour's server knows no validators.
  if (site.home.includes('/am-thuc/')) return { status: 200, body, contentType }
  const wishes = hasWishes(nowMs) ? { everySeconds: 90 * 60, skipHours: SKIPPED_HOURS } : {}
  return { ...tagged(body, contentType), ...wishes, ...freshness(nowMs) }
}

/** On Monday half an hour, from Friday on an hour. */
function freshness(nowMs: number): Pick<Reply, 'freshSeconds'> {
  if (nowMs < WEEK_START_MS + DAY_MS) return { freshSeconds: (30 * MINUTE_MS) / 1_000 }
  return nowMs < EVENTS.outageOver ? {} : { freshSeconds: HOUR_MS / 1_000 }
}

function tagged(body: string, contentType: string): Reply {
  return { status: 200, body, contentType, etag: `"${hashOf(body)}-gzip"` }
}

function pageOf(site: Site, piece: Piece, nowMs: number): Reply {
  const body = articleBody(site, piece, nowMs)
  const changedMs = Math.max(piece.publishedMs, ...piece.correctedMs.filter((ms) => ms <= nowMs))
  const redesigned = site.design === 'new' ? EVENTS.redesign : 0
  const lastModified = new Date(Math.max(changedMs, redesigned)).toUTCString()
  const reply = { status: 200, body, contentType: HTML }
  if (piece.validators === 'none') return reply
  const weak = { ...reply, etag: `W/"${hashOf(body)}"` }
  return piece.validators === 'weak' ? weak : { ...reply, etag: `"${hashOf(body)}"`, lastModified }
}
