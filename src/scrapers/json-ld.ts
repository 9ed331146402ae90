/** Reads the article out of a page's JSON-LD: graphs, arrays, several types, broken scripts. */

import { collapse } from '../articles/html-tree.ts'

/** In UTF-16 code units of one script. */
const SCRIPT_LENGTH_MAX = 1_000_000

/** Objects that are looked at on one page, however they are nested. */
const OBJECTS_MAX = 5_000

const ARTICLE_TYPES: ReadonlySet<string> = new Set([
  ...['AdvertiserContentArticle', 'AnalysisNewsArticle', 'Article', 'BackgroundNewsArticle'],
  ...[
    'BlogPosting',
    'LiveBlogPosting',
    'MedicalScholarlyArticle',
    'NewsArticle',
    'OpinionNewsArticle',
  ],
  ...[
    'Report',
    'ReportageNewsArticle',
    'ReviewNewsArticle',
    'ScholarlyArticle',
    'SocialMediaPosting',
  ],
  ...[
    'TechArticle',
    'VideoObject',
    'Recipe',
    'Review',
    'WebPage',
    'QAPage',
    'DiscussionForumPosting',
  ],
])

/** Types that often stand beside the article and say less about it. */
const WEAK_TYPES: ReadonlySet<string> = new Set(['WebPage', 'VideoObject', 'Review', 'QAPage'])

export type LinkedData = {
  readonly headline: string | null
  readonly authors: readonly string[]
  readonly published: string | null
  readonly modified: string | null
  readonly keywords: readonly string[]
  readonly image: string | null
  /** An article type stands on the page, not only a `WebPage`. */
  readonly isArticle: boolean
}

type Thing = Readonly<Record<string, unknown>>

/** Never fails: a script that is no JSON says nothing. */
export function parseJsonLd(scripts: readonly string[]): LinkedData {
  const things = thingsOf(scripts.map(parseLenient))
  const named = new Map(things.flatMap((thing) => ('name' in thing ? [[thing['@id'], thing]] : [])))
  const strong = things.filter((thing) => hasType(thing, false))
  const ordered = [...strong, ...things.filter((thing) => hasType(thing, true))]
  const first = (...names: string[]) => firstText(ordered, names)
  return {
    headline: first('headline') ?? firstText(strong, ['name']),
    authors:
      ordered.map((thing) => namesOf(thing['author'] ?? thing['creator'], named)).find(filled) ??
      [],
    published: first('datePublished') ?? first('dateCreated', 'uploadDate'),
    modified: first('dateModified'),
    keywords: ordered.map((thing) => keywordsOf(thing['keywords'])).find(filled) ?? [],
    image: ordered.map((thing) => imageOf(thing['image'])).find((url) => url !== null) ?? null,
    isArticle: strong.length > 0,
  }
}

function parseLenient(script: string): unknown {
  if (script.length > SCRIPT_LENGTH_MAX) return undefined
  const trimmed = script.replaceAll('<!--', '').replaceAll('-->', '').trim().replace(/;$/, '')
  return (
    parse(trimmed) ?? parse(trimmed.replace(/[\n\r\t]/g, ' ').replace(/,\s{0,100}([}\]])/g, '$1'))
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
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
    for (const inner of Object.values(value)) {
      if (typeof inner === 'object' && inner !== null) queue.push(inner)
    }
  }
  return things
}

function hasType(thing: Thing, weak: boolean): boolean {
  const types = [thing['@type']].flat()
  return types.some(
    (type) => isText(type) && ARTICLE_TYPES.has(type) && WEAK_TYPES.has(type) === weak,
  )
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
  return [value].flat().flatMap((author) => {
    if (isText(author)) return [collapse(author)]
    if (!isThing(author)) return []
    const [name] = [author['name'] ?? named.get(author['@id'])?.['name']].flat()
    return isText(name) && name.trim() !== '' ? [collapse(name)] : []
  })
}

function keywordsOf(value: unknown): string[] {
  return [value].flat().flatMap((keyword) => (isText(keyword) ? keyword.split(',') : []))
}

function imageOf(value: unknown): string | null {
  const [image] = [value].flat()
  if (isText(image)) return image
  const [url] = isThing(image) ? [image['url']].flat() : []
  return isText(url) ? url : null
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function filled(values: readonly string[]): boolean {
  return values.length > 0
}
