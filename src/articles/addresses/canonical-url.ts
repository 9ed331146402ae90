/** Gives an article its one address: as stored (canonicalUrl) and as compared (urlKey). */

import { isAmpParameter, mayBeWrapped, unwrapAmp, withoutAmpPath } from './amp-address.ts'
import { foldPercent } from './percent-encoding.ts'
import { isPrintParameter, withoutPrintPath } from './print-address.ts'
import { isTracking } from './tracking-parameters.ts'
import { withoutVariantLabels } from './variant-host.ts'

/** In UTF-16 code units. Servers refuse longer ones, and ours would not fit a D1 index. */
const URL_LENGTH_MAX = 4_096

/** `/index.html` and its kin, which servers answer for the folder. */
const INDEX_FILE = /\/(?:index|default)\.(?:html?|php\d?|aspx?|jspx?|shtml|cfm)$/i

/** Alphabetically sorted; compared in lower case. */
const SESSION_NAMES: ReadonlySet<string> = new Set([
  'cfid',
  'cftoken',
  'jsessionid',
  'oscsid',
  'phpsessid',
  'session_id',
  'sessionid',
  'zenid',
])

/** A value of `sid` shaped so is a session; a shorter one may be the number of a story. */
const SESSION_TOKEN = /^[a-z0-9]{16,128}$/i

/** `;jsessionid=…` and ASP.NET's `/(S(…))/`. */
const SESSION_IN_PATH = /;jsessionid=[\w.!~-]{1,200}|\/\(s\([a-z0-9]{8,64}\)\)/gi

/** Blogger's dated paths, where `m=1` asks for the page for phones. */
const BLOGGER_PATH = /^\/\d{4}\/\d{2}\/[^/]+\.html$/

/** `&amp;` in an address: a careless template escaped it twice. */
const ESCAPED_AMPERSAND = /&(?:amp;)+/g

type Parameter = { readonly name: string; readonly value: string; readonly raw: string }

/** What `canonicalUrl` keeps of an address, in its pieces; asked for both, it is parsed once. */
export type PageAddress = {
  readonly origin: string
  readonly hostname: string
  readonly port: string
  readonly path: string
  /** With its question mark; empty where nothing is left. */
  readonly query: string
  /** The fragment, where a page's script reads it as a path; else empty. */
  readonly route: string
}

/**
 * Returns the absolute http(s) URL under which an article is stored, or undefined for what is none.
 *
 * Drops the fragment (except `#/…` and `#!…`, which are paths), user info, tracking parameters and
 * trailing slashes; sorts what is left. Scheme and host stay, so that it can be fetched. Twice is
 * the same as once.
 */
export function canonicalUrl(address: string, base?: string): string | undefined {
  const read = readAddress(address, base)
  return read === undefined ? undefined : writeAddress(read)
}

/**
 * Returns what all addresses of one page share, or undefined for what is no absolute http(s) URL.
 *
 * Folds what `canonicalUrl` keeps, too: scheme, `www.` and mobile hosts, AMP and its caches, pages
 * for printing, index files, session ids, percent-encoding, repeated slashes. For comparing; it
 * cannot be fetched.
 */
export function urlKey(address: string): string | undefined {
  const read = readAddress(address)
  return read === undefined ? undefined : addressKey(read)
}

/** The pieces of what `canonicalUrl` returns, or undefined for what is no http(s) URL. */
export function readAddress(address: string, base?: string): PageAddress | undefined {
  const url = parseHttp(address, base)
  return url && { ...piecesOf(url), query: keptQuery(url.search) }
}

/** The canonical address itself. */
export function writeAddress({ origin, path, query, route }: PageAddress): string {
  return `${origin}${path}${query}${route}`
}

/** Its `urlKey`. */
export function addressKey(address: PageAddress): string | undefined {
  const page = mayBeWrapped(address.hostname) ? unwrapped(address) : address
  if (page === undefined) return undefined
  const path = pathKey(page.path)
  const port = page.port === '' ? '' : `:${page.port}`
  const host = withoutVariantLabels(page.hostname.replace(/\.$/, ''))
  return `${host}${port}${path}${queryKey(page.query, path)}${foldPercent(page.route)}`
}

function unwrapped(address: PageAddress): PageAddress | undefined {
  const url = parseHttp(unwrapAmp(writeAddress(address)))
  return url && { ...piecesOf(url), query: url.search }
}

function parseHttp(address: string, base?: string): URL | undefined {
  const trimmed = address.trim()
  if (trimmed === '' || trimmed.length > URL_LENGTH_MAX) return undefined
  const url = URL.parse(trimmed, base)
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined
  return url.href.length > URL_LENGTH_MAX ? undefined : url
}

function piecesOf(url: URL): Omit<PageAddress, 'query'> {
  const { origin, hostname, port } = url
  return { origin, hostname, port, path: withoutTrailingSlashes(url.pathname), route: routeOf(url) }
}

/** Most addresses have no query. */
function keptQuery(search: string): string {
  if (search === '') return ''
  const kept = parametersOf(search).filter(({ name, value }) => !isTracking(name, value))
  return joinQuery(kept.map(({ raw }) => raw))
}

/** The parameters as written, in the order of their names; equal names keep their order. */
function parametersOf(search: string): Parameter[] {
  const written = `&${search.slice(1)}`.replace(ESCAPED_AMPERSAND, '&').split('&')
  const parameters = written.filter((raw) => raw !== '' && raw !== '=').map(toParameter)
  return parameters.sort((a, b) => (a.name === b.name ? 0 : a.name < b.name ? -1 : 1))
}

function toParameter(raw: string): Parameter {
  const equals = raw.indexOf('=')
  if (equals === -1) return { name: raw, value: '', raw }
  return { name: raw.slice(0, equals), value: raw.slice(equals + 1), raw }
}

function joinQuery(parameters: readonly string[]): string {
  return parameters.length === 0 ? '' : `?${parameters.join('&')}`
}

function routeOf({ hash }: URL): string {
  const isRoute = hash.startsWith('#/') || hash.startsWith('#!')
  return isRoute && hash.length > 2 ? hash : ''
}

function withoutTrailingSlashes(path: string): string {
  let end = path.length
  while (end > 0 && path[end - 1] === '/') end -= 1
  return end === 0 ? '/' : path.slice(0, end)
}

/** Most paths hold none of what is folded: a search for one character tells so sooner. */
function pathKey(path: string): string {
  const own = /[;(]/.test(path) ? path.replace(SESSION_IN_PATH, '') : path
  const folded = foldPercent(own)
  const plain = folded.includes('//') ? folded.replace(/\/{2,}/g, '/') : folded
  const shown = withoutPrintPath(withoutAmpPath(withoutTrailingSlashes(plain)))
  return withoutTrailingSlashes(shown.replace(INDEX_FILE, '/'))
}

function queryKey(query: string, path: string): string {
  if (query === '') return ''
  const folded = foldPercent(query.replaceAll('+', '%20'))
  const kept = parametersOf(folded).filter((parameter) => selectsContent(parameter, path))
  return joinQuery(kept.map(({ name, value }) => (value === '' ? name : `${name}=${value}`)))
}

function selectsContent({ name, value }: Parameter, path: string): boolean {
  const key = name.toLowerCase()
  if (SESSION_NAMES.has(key) || key.startsWith('aspsessionid')) return false
  if (key === 'sid') return !isSessionToken(value)
  if (key === 'm' && BLOGGER_PATH.test(path)) return value !== '0' && value !== '1'
  return !isAmpParameter(key, value) && !isPrintParameter(key, value)
}

function isSessionToken(value: string): boolean {
  return SESSION_TOKEN.test(value) && /\d/.test(value) && /[a-z]/i.test(value)
}
