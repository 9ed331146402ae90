/** Finds what an article is about: the tags and keywords that its page gives it. */

import { foldText } from '../articles/fold.ts'
import {
  attribute,
  collapse,
  type HtmlElement,
  isElement,
  textOf,
  walk,
} from '../articles/html-tree.ts'
import type { Found } from './found.ts'
import type { PageHead } from './page-head.ts'

/** More are there for search engines. */
const TOPICS_MAX = 20

/** In UTF-16 code units. */
const TOPIC_LENGTH_MAX = 60

/** Each topic once, as first written; tags before keywords. */
export function findTopics(root: HtmlElement, head: PageHead): Found<string[]> {
  const topics = new Map<string, string>()
  const origins = new Set<string | null>()
  for (const { value: topic, origin } of candidates(root, head)) {
    const name = collapse(topic.replace(/^#/, ''))
    const key = foldText(name)
    if (key === '' || name.length > TOPIC_LENGTH_MAX || topics.has(key)) continue
    if (topics.size >= TOPICS_MAX) break
    topics.set(key, name)
    origins.add(origin)
  }
  return { value: [...topics.values()], origin: [...origins].join(', ') || null }
}

function* candidates(root: HtmlElement, head: PageHead): Generator<Found<string>> {
  const from = function* (values: readonly string[], origin: string): Generator<Found<string>> {
    for (const value of values) yield { value, origin }
  }
  const listed = (name: string) => (head.meta.get(name) ?? []).flatMap((list) => list.split(','))
  yield* from(head.meta.get('article:tag') ?? [], 'meta article:tag')
  yield* from(tagLinks(root), 'tag links')
  yield* from(head.linkedData.keywords, 'json-ld')
  yield* from(listed('news_keywords'), 'meta news_keywords')
  yield* from(listed('keywords'), 'meta keywords')
}

/** Links that say of themselves that they lead to a tag. */
function tagLinks(root: HtmlElement): string[] {
  const found: string[] = []
  walk(root, {
    enter(node) {
      if (!isElement(node)) return false
      const rel = node.name === 'a' ? attribute(node, 'rel')?.toLowerCase().split(/\s+/) : undefined
      if (rel?.includes('tag') && !rel.includes('category')) found.push(textOf([node]))
      return true
    },
  })
  return found
}
