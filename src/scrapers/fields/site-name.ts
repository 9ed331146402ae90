/** Takes the site's name off a page's title, as browsers' tabs and social cards carry it. */

import { asciiFold, foldText } from '../../articles/fold.ts'
import type { Page } from '../page/page-block.ts'
import { siteOf } from '../related/card-links.ts'

/** What stands between an article's title and the site's name; a lone hyphen only between spaces. */
const SEPARATOR = /\s+[-–—|·•»«:~/]{1,2}\s+|\s*[|»]\s*/

/** A title has at least that many words once the site's name is off. */
const WORDS_MIN = 2

/** In UTF-16 code units. A shorter part of a host's name may be any word. */
const LABEL_LENGTH_MIN = 5

/** In UTF-16 code units. Longer last parts belong to the title. */
const SITE_NAME_LENGTH_MAX = 40

/** `title` without a first or last part that names the site (by its name, or by its host). */
export function withoutSiteName(said: string, siteName: string | undefined, url: string): string {
  const title = withoutHost(said, url)
  const parts = title.split(SEPARATOR)
  const last = parts.at(-1)
  const first = parts[0]
  if (parts.length < 2 || last === undefined || first === undefined) return title
  if (namesSite(last, siteName, url)) return withoutSiteName(cutEnd(title, last), siteName, url)
  if (namesSite(first, siteName, url)) return withoutSiteName(cutStart(title, first), siteName, url)
  return title
}

/** `blog.example Phố sách`, `Phố sách:blog日誌`: the host stands there without a separator, or glued to it. */
function withoutHost(title: string, url: string): string {
  const host = siteOf(url)
  if (host === undefined || host === '') return title
  const lower = title.toLowerCase()
  if (lower.startsWith(`${host} `)) return title.slice(host.length + 1)
  const colon = Math.max(title.lastIndexOf(':'), title.lastIndexOf('：'))
  const [label = ''] = host.split('.')
  const isGlued =
    colon > 0 && label.length >= LABEL_LENGTH_MIN && title.length - colon <= SITE_NAME_LENGTH_MAX
  return isGlued && lower.startsWith(label, colon + 1) ? title.slice(0, colon).trim() : title
}

/** As before, but where nothing names the site, a short last part is taken to be its name. */
export function likelyTitle(title: string, siteName: string | undefined, url: string): string {
  const named = withoutSiteName(title, siteName, url)
  const parts = named.split(SEPARATOR)
  const last = parts.at(-1)
  if (named !== title || parts.length < 2 || last === undefined) return named
  const rest = cutEnd(named, last)
  const isName = last.length <= SITE_NAME_LENGTH_MAX && last.length < rest.length
  return isName && rest.split(' ').length > WORDS_MIN ? rest : named
}

/** What links to the site's home page say: its name, often, or `Trang chủ`. None on that page itself. */
export function homeNames({ blocks }: Page, url: string): string[] {
  const { origin, pathname } = new URL(url)
  if (pathname === '/') return []
  const homes = new Set(['/', origin, `${origin}/`])
  const links = blocks.filter(({ href }) => href !== undefined && homes.has(href))
  return links.flatMap(({ text, linkLength }) => (linkLength === text.length ? [text] : []))
}

/** The one of the names that the title carries beside its own words. */
export function siteNameIn(title: string | null, names: readonly string[]): string | undefined {
  if (title === null || names.length === 0) return undefined
  const parts = new Set(titleParts(title).map(foldText))
  return parts.size < 2 ? undefined : names.find((name) => parts.has(foldText(name)))
}

/** What separators part a title into. */
export function titleParts(title: string): string[] {
  return title.split(SEPARATOR)
}

/** Whether the words are the site's name, or its host spelt out. */
export function namesSite(words: string, siteName: string | undefined, url: string): boolean {
  const said = foldText(words)
  if (said === '') return false
  if (siteName !== undefined && said === foldText(siteName)) return true
  const host = siteOf(url) ?? ''
  const joined = asciiFold(said).replaceAll(' ', '')
  const label = host.split('.')[0] ?? ''
  return joined === host.replace(/[.-]/g, '') || joined === label.replaceAll('-', '')
}

function cutEnd(title: string, part: string): string {
  const rest = title.slice(0, title.length - part.length)
  return rest.replace(/[-–—|·•»«:~/\s]{1,9}$/, '').trim()
}

function cutStart(title: string, part: string): string {
  return title
    .slice(part.length)
    .replace(/^[-–—|·•»«:~/\s]{1,9}/, '')
    .trim()
}
