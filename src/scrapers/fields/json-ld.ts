/** Reads the article out of a page's JSON-LD: graphs, arrays, several types, broken scripts. */

import { collapse } from '../../articles/html/html-tree.ts'
import { parseLenientJson } from './lenient-json.ts'
import { articleRank, type LinkedData } from './linked-data.ts'

/** Objects that are looked at on one page, however they are nested. */
const OBJECTS_MAX = 5_000

/** Under these names stand other pages, which may be articles, too. */
const OTHER_PAGES: ReadonlySet<string> = new Set([
  ...['blogPost', 'blogPosts', 'citation', 'comment', 'isRelatedTo', 'itemListElement'],
  ...['relatedLink', 'significantLink', 'subjectOf', 'suggestedAnswer'],
])

/** `NewsMediaOrganization`, too. */
const ORGANISATION = /(?:Organi[sz]ation|Corporation)$/

type Thing = Readonly<Record<string, unknown>>

/**
 * Never fails: a script that is no JSON says nothing. Outer objects come before inner ones, articles
 * before pages; lists of other pages are not entered. Of several articles, the one at `url` is first.
 */
export function parseJsonLd(scripts: readonly string[], url: string | null): LinkedData {
  const things = thingsOf(scripts.map(parseLenientJson))
  const named = new Map(things.flatMap((thing) => ('name' in thing ? [[thing['@id'], thing]] : [])))
  const byId = new Map(things.flatMap((thing) => ('url' in thing ? [[thing['@id'], thing]] : [])))
  const articles = things.filter((thing) => hasRank(thing, 'article'))
  const own =
    articles.length > 1 && url !== null ? articles.filter((thing) => isAt(thing, url)) : []
  const strong = own.length > 0 ? [...own, ...articles.filter((it) => !own.includes(it))] : articles
  const ordered = [...strong, ...things.filter((thing) => hasRank(thing, 'weak'))]
  const first = (...names: string[]) => firstText(ordered, names)
  return {
    headline: first('headline') ?? firstText(strong, ['name']),
    authors:
      ordered.map((thing) => namesOf(thing['author'] ?? thing['creator'], named)).find(filled) ??
      [],
    organisations: things.flatMap((thing) => (isOrganisation(thing) ? namesOf(thing, named) : [])),
    published: first('datePublished') ?? first('dateCreated', 'uploadDate'),
    modified: first('dateModified'),
    keywords: ordered.map((thing) => keywordsOf(thing['keywords'])).find(filled) ?? [],
    image:
      ordered.map((thing) => imageOf(thing['image'], byId)).find((url) => url !== null) ?? null,
    licence: ordered.map((thing) => urlOf(thing['license'])).find((url) => url !== null) ?? null,
    isFree: ordered.map(freeOf).find((free) => free !== null) ?? null,
    isArticle: strong.length > 0,
  }
}

/** Every object in the scripts, breadth first, so that outer ones come first. */
function thingsOf(roots: readonly unknown[]): Thing[] {
  const queue: unknown[] = [...roots]
  const things: Thing[] = []
  for (let index = 0; index < queue.length && things.length < OBJECTS_MAX; index += 1) {
    const value = queue[index]
    if (Array.isArray(value)) for (const inner of value) queue.push(inner)
    if (!isThing(value)) continue
    things.push(value)
    for (const [name, inner] of Object.entries(value)) {
      if (typeof inner !== 'object' || inner === null || OTHER_PAGES.has(name)) continue
      queue.push(inner)
    }
  }
  return things
}

function isOrganisation(thing: Thing): boolean {
  return [thing['@type']].flat().some((type) => isText(type) && ORGANISATION.test(type))
}

function hasRank(thing: Thing, rank: 'article' | 'weak'): boolean {
  return [thing['@type']].flat().some((type) => isText(type) && articleRank(type) === rank)
}

function firstText(things: readonly Thing[], names: readonly string[]): string | null {
  for (const thing of things) {
    for (const name of names) {
      const [value] = [thing[name]].flat()
      if (isText(value) && value.trim() !== '') return collapse(value)
    }
  }
  return null
}

function namesOf(value: unknown, named: ReadonlyMap<unknown, Thing>): string[] {
  return [value].flat(2).flatMap((author) => {
    if (isText(author)) return [collapse(author)]
    if (!isThing(author)) return []
    return [author['name'] ?? named.get(author['@id'])?.['name']]
      .flat()
      .filter(isText)
      .map(collapse)
      .filter((name) => name !== '')
  })
}

function keywordsOf(value: unknown): string[] {
  return [value].flat().flatMap((keyword) => (isText(keyword) ? keyword.split(',') : []))
}

function imageOf(value: unknown, byId: ReadonlyMap<unknown, Thing>): string | null {
  const [image] = [value].flat()
  if (isText(image)) return image
  if (!isThing(image)) return null
  const [url] = [image['url'] ?? image['contentUrl'] ?? byId.get(image['@id'])?.['url']].flat()
  return isText(url) ? url : null
}

/** An address, or the address of an object. */
function urlOf(value: unknown): string | null {
  const [first] = [value].flat()
  if (isText(first)) return first
  const [url] = isThing(first) ? [first['url'] ?? first['@id']].flat() : []
  return isText(url) ? url : null
}

/** Also where only a part of the article is named as not free. */
function freeOf(thing: Thing): boolean | null {
  const parts = [thing['hasPart']].flat().filter(isThing)
  const said = [thing, ...parts].map((part) => truthIn(part['isAccessibleForFree']))
  if (said.includes('false')) return false
  return said.includes('true') ? true : null
}

/** A boolean, or the word for one; an object need not be a text at all, and may refuse to become one. */
function truthIn(value: unknown): string {
  const [first] = [value].flat()
  return typeof first === 'boolean' || isText(first) ? String(first).toLowerCase() : ''
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isAt(thing: Thing, url: string): boolean {
  const place = placeOf(url)
  const said = [thing['url'], thing['mainEntityOfPage'], thing['@id']].flat()
  return said.some((it) => {
    const address = isThing(it) ? (it['@id'] ?? it['url']) : it
    return isText(address) && placeOf(address) === place
  })
}

function placeOf(address: string): string {
  return address
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[#?].*$/s, '')
    .replace(/\/$/, '')
}

function filled(values: readonly string[]): boolean {
  return values.length > 0
}
