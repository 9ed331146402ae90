/** Finds who wrote an article, without "By", dates, roles and addresses. */

import { collapse, isElement, textOf } from '../articles/html-tree.ts'
import { type Found, firstOrNull } from './found.ts'
import { isByline } from './meta-line.ts'
import type { PageBlock, PageElement } from './page-block.ts'
import { firstMeta, type PageHead } from './page-head.ts'
import { namesSite } from './site-name.ts'
import { nameTokens } from './zone-tokens.ts'

const AUTHOR_META = [
  ...[
    'author',
    'article:author',
    'parsely-author',
    'sailthru.author',
    'dc.creator',
    'dcterms.creator',
  ],
  ...['byl', 'article:author_name', 'og:article:author', 'citation_author', 'authors'],
]

/** In UTF-16 code units, of one name. */
const NAME_LENGTH_MAX = 60

const NAMES_MAX = 6

const LABEL =
  /^(?:(?:written|posted|published|reviewed|story|words|text|report|reporting) )?(?:by|bởi|author|authors|tác giả|đăng bởi|người viết|viết bởi|người đăng|von|par|por|theo)(?:\s*:\s*|\s+)/iu

/** What follows a name in the same line: a date, a role, a count. */
const AFTER_NAME =
  /\s*(?:[|•·–—(/]|\s-\s|,\s*(?:\d|[a-z])|\b(?:on|updated|published|posted|in)\b|\d{1,4}[/.: -]).*$/iu

/** No person, though it stands where a name does. */
const NO_NAME =
  /@|https?:|www\.|^(?:admin|administrator|editor|guest|staff|unknown|null|undefined|ban biên tập|quản trị viên)$/i

const AUTHOR_WORDS: ReadonlySet<string> = new Set([
  'author',
  'byline',
  'authors',
  'vcard',
  'tacgia',
])

/** The names, comma between them, or null. By trust: JSON-LD, meta tags, the visible byline. */
export function findByline(
  head: PageHead,
  { nearby, url }: { nearby: readonly PageBlock[]; url: string },
): Found<string | null> {
  const site = firstMeta(head, 'og:site_name')
  const isName = (name: string) => !NO_NAME.test(name) && !namesSite(name, site, url)
  const read = (source: readonly string[]) => {
    const names = [...new Set(source.flatMap(split).map(clean))].filter(
      (name) => name.length > 1 && name.length <= NAME_LENGTH_MAX && isName(name),
    )
    return names.length === 0 ? null : names.slice(0, NAMES_MAX).join(', ')
  }
  return firstOrNull([
    { value: read(head.linkedData.authors), origin: 'json-ld' },
    ...AUTHOR_META.map((name) => ({
      value: read(head.meta.get(name) ?? []),
      origin: `meta ${name}`,
    })),
    { value: read(nearby.flatMap(namedIn).slice(0, 1)), origin: 'line' },
  ])
}

function split(names: string): string[] {
  return names.replace(LABEL, '').split(/\s?[,;&]\s|\s(?:and|und|và)\s/iu)
}

function clean(name: string): string {
  return collapse(name.replace(LABEL, '').replace(AFTER_NAME, ''))
}

/** The names that a line near the title gives: by its links, its classes or its label. */
function namedIn(block: PageBlock): string[] {
  if (block.kind !== 'text' || block.text.length > 2 * NAME_LENGTH_MAX) return []
  for (const node of block.nodes) {
    if (!isElement(node)) continue
    const isAuthor = node.attribs['rel'] === 'author' || namesAuthor(nameTokens(node))
    if (isAuthor) return [textOf([node])]
  }
  return isByline(block.text) || isInByline(block.owner) ? [block.text] : []
}

function isInByline(owner: PageElement): boolean {
  return [owner, owner.parent].some((at) => at !== undefined && namesAuthor(nameTokens(at.node)))
}

function namesAuthor(tokens: readonly string[]): boolean {
  return tokens.some((token) => AUTHOR_WORDS.has(token))
}
