/** Recognises the elements that say of themselves that they show who wrote the article. */

import { attribute, type HtmlElement } from '../../articles/html/html-tree.ts'
import { nameTokens } from '../body/zone-tokens.ts'

/** A cheap test before class and id are cut into words. */
const MAY_NAME =
  /auth?or|auteur|byline|vcard|tac[-_]?gia|creator|writer|contributor|person|user|pen/i

const AUTHOR_WORDS: ReadonlySet<string> = new Set([
  ...['author', 'authors', 'authorname', 'autor', 'auteur', 'byline', 'bylines', 'contributor'],
  ...['creator', 'tacgia', 'username', 'vcard', 'writer'],
])

/** Beside such a word, they name something else of the author, or another box. */
const OTHER_WORDS: ReadonlySet<string> = new Set([
  ...['avatar', 'bio', 'biography', 'box', 'comment', 'count', 'date', 'desc', 'description'],
  ...['img', 'image', 'job', 'link', 'links', 'more', 'photo', 'picture', 'position', 'posts'],
  ...['related', 'role', 'social', 'thumb', 'time', 'about', 'intro'],
])

const ICON_WORDS: ReadonlySet<string> = new Set(['author', 'pen', 'pencil', 'person', 'user'])

/** Parts of a path that lead to what one author wrote. */
const AUTHOR_PATH = /\/(?:author|authors|autor|auteur|tac-gia|contributor|contributors)[/=]/i

/** Whether its `rel`, `itemprop`, address, class or id says so; `link` where a machine may believe it. */
export function authorMark(element: HtmlElement): 'link' | 'class' | undefined {
  const rel = attribute(element, 'rel')?.toLowerCase().split(/\s+/)
  if (rel?.includes('author') || attribute(element, 'itemprop') === 'author') return 'link'
  if (element.name === 'a' && AUTHOR_PATH.test(element.attribs['href'] ?? '')) return 'link'
  return namesAuthor(element) ? 'class' : undefined
}

/** An empty `<i class="fa-user">` before a name. */
export function isAuthorIcon(element: HtmlElement): boolean {
  if (element.name !== 'i' && element.name !== 'span') return false
  if (element.children.length > 0 || !mayName(element)) return false
  return nameTokens(element).some((token) => ICON_WORDS.has(token))
}

/** Whether class or id speak of something else of the author: the picture, the life. */
export function isBesideAuthor(element: HtmlElement): boolean {
  return mayName(element) && nameTokens(element).some((token) => OTHER_WORDS.has(token))
}

function namesAuthor(element: HtmlElement): boolean {
  if (!mayName(element)) return false
  const tokens = nameTokens(element)
  if (tokens.some((token) => OTHER_WORDS.has(token))) return false
  return tokens.some((token, index) => {
    return AUTHOR_WORDS.has(token) || (token === 'tac' && tokens[index + 1] === 'gia')
  })
}

function mayName({ attribs }: HtmlElement): boolean {
  return MAY_NAME.test(attribs['class'] ?? '') || MAY_NAME.test(attribs['id'] ?? '')
}
