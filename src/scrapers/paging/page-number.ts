/** Reads from addresses which page of one article they lead to: `?page=2`, `/trang-2`, `/2`, `_2.html`. */

import { urlKey } from '../../articles/addresses/canonical-url.ts'

/** `worded` names the page as one; `bare` is a figure of its own; `loose` may as well end a name. */
type NumberForm = 'worded' | 'bare' | 'loose'

/** From one page of an article to another one of it. */
export type PageStep = {
  /** 1 for a page without a figure. */
  readonly from: number
  readonly to: number
  readonly form: NumberForm
  /** The address of the page itself carries a figure. */
  readonly isNumbered: boolean
}

/** `pattern` tells apart the ways of writing the figure: pages of one article are written in one way. */
type Reading = {
  /** The address without its figure, and what is compared of it. */
  readonly rest: string
  readonly key: string
  readonly number: number
  readonly form: NumberForm
  readonly pattern: string
}

/** Lower case, alphabetically sorted. `p` is bare: many systems number their articles so. */
const PAGE_PARAMETERS: ReadonlyMap<string, NumberForm> = new Map([
  ['p', 'bare'],
  ['page', 'worded'],
  ['page_no', 'worded'],
  ['paged', 'worded'],
  ['pageindex', 'worded'],
  ['pagenumber', 'worded'],
  ['pageno', 'worded'],
  ['pagina', 'worded'],
  ['pg', 'worded'],
  ['seite', 'worded'],
  ['trang', 'worded'],
])

/** At the end of a path, before the file's ending; the figure is the first group. */
const PATH_FIGURES: readonly (readonly [NumberForm, RegExp])[] = [
  ['worded', /[/_-](?:page|pagina|pg|seite|trang)[/_-]?(\d{1,2})(\.[a-z]{2,5})?$/i],
  ['bare', /\/(\d{1,2})(\.[a-z]{2,5})?$/i],
  ['bare', /[/_-]p[_-]?(\d{1,2})(\.[a-z]{2,5})?$/i],
  ['bare', /[_;](\d{1,2})(\.[a-z]{2,5})?$/i],
  ['loose', /[,-](\d{1,2})(\.[a-z]{2,5})?$/i],
]

/** What every numbered address has: one or two figures at the end of a part of it. */
const ANY_FIGURE = /(?:^|\D)\d{1,2}(?:\.[a-z]{2,5})?\/?(?:[&?#]|$)/i

const FIGURE = /^\d{1,2}$/

/** Whether `href`, as written, may be the address of a page; cheap, for pages with many links. */
export function mayBeNumbered(href: string): boolean {
  return ANY_FIGURE.test(href)
}

/** Whether the address itself may be that of a page behind the first. */
export function isNumbered(address: string): boolean {
  return readings(address).length > 0
}

/**
 * Tells of absolute addresses how they relate to `pageUrl`: undefined for what is no page of the
 * same article. Scheme, host and the rest of the query have to agree as in `urlKey`.
 */
export function pageSteps(pageUrl: string): (address: string) => PageStep | undefined {
  const own = readings(pageUrl)
  let ownKey: string | undefined
  return (address) => {
    for (const { key, number, form, pattern } of readings(address)) {
      ownKey ??= urlKey(pageUrl)
      if (key === ownKey) return { from: 1, to: number, form, isNumbered: false }
      const same = own.find((reading) => reading.key === key && reading.pattern === pattern)
      if (same !== undefined) return { from: same.number, to: number, form, isNumbered: true }
    }
    const first = own.length === 0 ? undefined : urlKey(address)
    const behind = own.find(({ key }) => key === first)
    if (behind === undefined) return undefined
    return { from: behind.number, to: 1, form: behind.form, isNumbered: true }
  }
}

/** The address of a first page without its figure, where a word names that: `?page=1`, `/trang-1`. */
export function unnumbered(address: string): string {
  const first = readings(address).find(({ number, form, pattern }) => {
    return number === 1 && (form === 'worded' || pattern.startsWith('?'))
  })
  return first?.rest ?? address
}

/** Every way in which the address can be read as that of a page, the surest first. */
function readings(address: string): Reading[] {
  const url = mayBeNumbered(address) ? URL.parse(address) : null
  if (url === null) return []
  const found = [...queryReadings(url), ...pathReadings(url)]
  const rank = (form: NumberForm) => ['worded', 'bare', 'loose'].indexOf(form)
  return found.filter(({ number }) => number > 0).sort((a, b) => rank(a.form) - rank(b.form))
}

function queryReadings(url: URL): Reading[] {
  if (url.search === '') return []
  return [...url.searchParams].flatMap(([name, value]) => {
    const form = PAGE_PARAMETERS.get(name.toLowerCase())
    if (form === undefined || !FIGURE.test(value)) return []
    const rest = new URL(url)
    rest.searchParams.delete(name)
    return reading(rest.href, { number: Number(value), form, pattern: `?${name}` })
  })
}

function pathReadings(url: URL): Reading[] {
  const path = url.pathname.endsWith('/') ? url.pathname.slice(0, -1) : url.pathname
  return PATH_FIGURES.flatMap(([form, figure], index) => {
    const match = figure.exec(path)
    if (match === null) return []
    const [, number, ending = ''] = match
    const bare = path.slice(0, match.index)
    const told = { number: Number(number), form, pattern: `/${index}` }
    const bases = new Set([`${bare}${ending}`, bare])
    return [...bases].flatMap((base) => reading(withPath(url, base), told))
  })
}

function withPath(url: URL, path: string): string {
  const changed = new URL(url)
  changed.pathname = path
  return changed.href
}

function reading(rest: string, told: Omit<Reading, 'key' | 'rest'>): Reading[] {
  const key = urlKey(rest)
  return key === undefined ? [] : [{ ...told, rest, key }]
}
