/** Reads who wrote an entry, and under what it is filed. */

import { collapse } from '../../articles/html/html-tree.ts'
import type { Prefixes } from './feed-names.ts'
import { looseText } from './feed-text.ts'
import { named, type Parts, partsOf, xmlAttribute, xmlText } from './feed-tree.ts'

/** Of each entry; what follows is left out. */
const NAMES_MAX = 20

/** RSS 2.0 `author`: an address, and the name in brackets. */
const MAILBOX = /^[^\s@()<>]{1,64}@[^\s@()<>]{1,255}\s*(?:\(([^()]{1,200})\))?$/
/** RFC 5322 section 3.4: the name before the address. */
const NAMED_MAILBOX = /^([^<>@]{1,200})<[^<>\s]{1,320}>$/

/** Names as the entry writes them, each once; addresses for mail are not names. */
export function entryAuthors(parts: Parts, prefixes: Prefixes): string[] {
  const people = (parts.get('author') ?? []).map((author) => {
    const name = partsOf(author, prefixes).get('name')?.[0]
    return personName(xmlText(name ?? author))
  })
  const creators = (parts.get('dc:creator') ?? []).map((creator) => personName(xmlText(creator)))
  const names = creators.length > 0 ? creators : people
  return distinct(names)
}

/** `category` of RSS (text) and Atom (`label`, else `term`), and `dc:subject`. */
export function entryCategories(parts: Parts): string[] {
  const categories = [...named(parts, 'category'), ...(parts.get('dc:subject') ?? [])]
  return distinct(
    categories.map((category) =>
      looseText(
        xmlAttribute(category, 'label') ?? xmlAttribute(category, 'term') ?? xmlText(category),
      ),
    ),
  )
}

/** The name in what may be a mailbox; empty for a bare address. */
function personName(text: string): string {
  const plain = collapse(text)
  const mailbox = MAILBOX.exec(plain)
  if (mailbox !== null) return (mailbox[1] ?? '').trim()
  return looseText(NAMED_MAILBOX.exec(plain)?.[1] ?? plain)
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names.filter((name) => name !== ''))].slice(0, NAMES_MAX)
}
