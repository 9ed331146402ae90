/** Reads the article out of a page's microdata (`itemscope`, `itemprop`), while the page is walked. */

import { attribute, collapse, type HtmlElement } from '../../articles/html/html-tree.ts'
import { leadingText } from './leading-text.ts'
import { articleRank, type LinkedData } from './linked-data.ts'

/** Items that are remembered on one page. */
const ITEMS_MAX = 500

/** In UTF-16 code units of one value. */
const VALUE_LENGTH_MAX = 1_000

const PROPERTIES: ReadonlySet<string> = new Set([
  ...['headline', 'name', 'author', 'creator', 'datepublished', 'datecreated', 'datemodified'],
  ...['image', 'url', 'keywords', 'articlebody', 'license', 'isaccessibleforfree'],
])

type Item = {
  readonly element: HtmlElement | undefined
  readonly rank: 'article' | 'weak' | undefined
  /** What the item is to the one around it, such as `author`. */
  readonly properties: readonly string[]
  readonly values: Map<string, string[]>
}

export type MicrodataReader = {
  readonly enter: (element: HtmlElement) => void
  readonly leave: (element: HtmlElement) => void
  readonly result: () => LinkedData | undefined
}

/** `enter` and `leave` are called in document order; `result` once, at the end. */
export function microdataReader(): MicrodataReader {
  const loose = itemOf(undefined)
  const items: Item[] = [loose]
  const open: Item[] = [loose]
  return {
    enter(element) {
      const { attribs } = element
      if (!('itemprop' in attribs || 'itemscope' in attribs)) return
      if ('itemscope' in attribs && items.length < ITEMS_MAX) {
        const item = itemOf(element)
        items.push(item)
        open.push(item)
        return
      }
      const item = open.at(-1) ?? loose
      for (const property of propertiesOf(element)) {
        if (PROPERTIES.has(property)) add(item, property, said(element, property))
      }
    },
    leave(element) {
      const item = open.at(-1)
      if (item === undefined || item.element !== element) return
      open.pop()
      const value = item.values.get('name')?.[0] ?? item.values.get('url')?.[0]
      const outer = open.at(-1) ?? loose
      for (const property of item.properties) if (value) add(outer, property, value)
    },
    result() {
      const item = ownItem(items)
      return item === undefined ? undefined : linkedData(item)
    },
  }
}

function itemOf(element: HtmlElement | undefined): Item {
  const type = element === undefined ? undefined : attribute(element, 'itemtype')
  const properties = element === undefined ? [] : propertiesOf(element)
  return {
    element,
    properties,
    rank: type === undefined ? undefined : articleRank(type),
    values: new Map(),
  }
}

/** Each once, however often the element names it. */
function propertiesOf(element: HtmlElement): string[] {
  return [...new Set((attribute(element, 'itemprop') ?? '').toLowerCase().split(/\s+/))]
}

function add(item: Item, property: string, value: string): void {
  const known = item.values.get(property)
  if (known === undefined) item.values.set(property, [value])
  else known.push(value)
}

/** Only the body's presence matters, not its text. */
function said(element: HtmlElement, property: string): string {
  if (property === 'articlebody') return ''
  const value =
    attribute(element, 'content') ?? attribute(element, 'datetime') ?? addressOf(element, property)
  return collapse((value ?? leadingText(element)).slice(0, VALUE_LENGTH_MAX))
}

function addressOf(element: HtmlElement, property: string): string | undefined {
  const isAddress = property === 'image' || property === 'url' || property === 'license'
  if (!isAddress) return undefined
  return attribute(element, 'src') ?? attribute(element, 'href')
}

/** The item with a body, else the only article; cards of other articles are items, too. */
function ownItem(items: readonly Item[]): Item | undefined {
  const articles = items.filter(({ rank }) => rank === 'article')
  const withBody = items.find(({ values }) => values.has('articlebody'))
  if (withBody !== undefined) return withBody
  if (articles.length > 0) return articles.length === 1 ? articles[0] : undefined
  return items.find(({ values, rank, element }) => {
    return (element === undefined || rank === 'weak') && values.size > 0
  })
}

function linkedData({ values, rank }: Item): LinkedData {
  const first = (...names: string[]) =>
    names.map((name) => values.get(name)?.[0]).find((value) => value) ?? null
  const free = first('isaccessibleforfree')?.toLowerCase()
  return {
    headline: first('headline'),
    authors: values.get('author') ?? values.get('creator') ?? [],
    organisations: [],
    published: first('datepublished', 'datecreated'),
    modified: first('datemodified'),
    keywords: (values.get('keywords') ?? []).flatMap((list) => list.split(',')),
    image: first('image'),
    licence: first('license'),
    isFree: free === 'false' ? false : free === 'true' ? true : null,
    isArticle: rank === 'article',
  }
}
