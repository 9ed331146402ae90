/** Finds who wrote an article: of what machines are told and readers are shown, what names people. */

import type { DateOptions } from '../../articles/dates/dates.ts'
import type { PageBlock } from '../page/page-block.ts'
import { authorNames } from './author-names.ts'
import type { Found } from './found.ts'
import { decoded, firstMeta, type PageHead } from './page-head.ts'
import { findSignature } from './signature.ts'
import { namesSite } from './site-name.ts'
import { visibleByline } from './visible-byline.ts'

const AUTHOR_META = [
  ...['author', 'article:author', 'parsely-author', 'sailthru.author', 'dc.creator'],
  ...['dcterms.creator', 'byl', 'article:author_name', 'og:article:author', 'citation_author'],
  ...['authors', 'cxenseparse:author', 'qc:author', 'twitter:data1'],
]

/** `twitter:data1` is an author only where `twitter:label1` says so. */
const CARD_LABELS: ReadonlySet<string> = new Set(['written by', 'author', 'by', 'verfasst von'])

const NAMES_MAX = 10

const NO_HOST = ''

type Options = {
  readonly url: string
  readonly dates: DateOptions
  /** The lines near the title first, then those around the body's end. */
  readonly near: () => readonly PageBlock[]
  /** The last lines of a Vietnamese body. */
  readonly last: () => readonly PageBlock[]
}

/**
 * The names, comma between them, or null. By trust: JSON-LD, microdata, meta tags, the visible
 * byline, the one author that links with `rel=author` name, the signature. A name that is the
 * site's own (a company, a person's blog), an organisation's, or a mere handle, counts where nothing
 * better is told.
 */
export function findByline(head: PageHead, options: Options): Found<string | null> {
  const { dates, url } = options
  const site = firstMeta(head, 'og:site_name')
  const machine = machineNames(head, dates)
  // A full name that only the host repeats is that of the person whose site it is.
  const isOwn = (name: string) => {
    return namesSite(name, site, name.includes(' ') ? NO_HOST : url)
  }
  const organisations = new Set(head.linkedData.organisations)
  const isPerson = (name: string) => !organisations.has(name) && !isOwn(name)
  const people = machine.map(({ value, origin }) => ({ value: value.filter(isPerson), origin }))
  function* candidates(): Generator<Found<string[]>> {
    yield* people.filter(({ value }) => !value.every(isHandle))
    const shown = visibleByline(options.near(), dates)
    yield { ...shown, value: shown.value.filter((name) => !isOwn(name)) }
    yield* people
    yield { value: oneAuthor(head, dates), origin: 'rel=author' }
    const signed = findSignature(options.last(), dates)
    yield { value: signed === undefined ? [] : [signed], origin: 'signature' }
    yield* machine
  }
  const found = firstFilled(candidates())
  const all = machine.flatMap(({ value }) => value)
  return { ...found, value: joined(inFull(found.value, all)) }
}

/** Lines are read only where machines are told of nobody. */
function firstFilled(candidates: Iterable<Found<string[]>>): Found<string[]> {
  for (const found of candidates) if (found.value.length > 0) return found
  return { value: [], origin: null }
}

function machineNames(head: PageHead, dates: DateOptions): Found<string[]>[] {
  const names = (values: readonly string[]) => {
    if (values.length === 0) return []
    return [...new Set(values.flatMap((value) => authorNames(decoded(value), dates)))].slice(
      0,
      NAMES_MAX,
    )
  }
  const label = firstMeta(head, 'twitter:label1')?.toLowerCase() ?? ''
  const meta = AUTHOR_META.filter((name) => name !== 'twitter:data1' || CARD_LABELS.has(label))
  return [
    { value: names(head.linkedData.authors), origin: 'json-ld' },
    { value: names(head.microdata?.authors ?? []), origin: 'microdata' },
    ...meta.map((name) => ({
      value: names(metaValues(head, name)),
      origin: `meta ${name}`,
    })),
  ]
}

/** `Lê, Minh An`, as libraries write it. */
function forename(name: string): string {
  const [family = '', given, ...more] = name.split(', ')
  return given === undefined || more.length > 0 ? name : `${given} ${family}`
}

function metaValues(head: PageHead, name: string): readonly string[] {
  const values = head.meta.get(name) ?? []
  return name === 'citation_author' ? values.map(forename) : values
}

/** Where all of them name one author, the page is about that author's work. */
function oneAuthor(head: PageHead, dates: DateOptions): string[] {
  const all = new Set(head.authorLinks.map((text) => authorNames(text, dates).join(', ')))
  const [only] = all
  return all.size === 1 && only ? [only] : []
}

/** `kj`, `brandon-peak`: what a person signs in with. */
function isHandle(name: string): boolean {
  return !name.includes(' ') && name === name.toLowerCase()
}

/** A page that shows `An` may tell machines `Lê Minh An`. */
function inFull(names: readonly string[], all: readonly string[]): readonly string[] {
  const [only] = names
  if (only === undefined || names.length > 1 || only.includes(' ')) return names
  const full = all.find((name) => name.includes(' ') && name.split(' ').includes(only))
  return full === undefined ? names : [full]
}

function joined(names: readonly string[]): string | null {
  return names.length === 0 ? null : names.join(', ')
}
