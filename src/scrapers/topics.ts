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
import type { PageHead } from './page-head.ts'

/** More are there for search engines. */
const TOPICS_MAX = 20

/** In UTF-16 code units. */
const TOPIC_LENGTH_MAX = 60

/** Each topic once, as first written; tags before keywords. */
export function findTopics(root: HtmlElement, head: PageHead): string[] {
  const topics = new Map<string, string>()
  for (const topic of candidates(root, head)) {
    const name = collapse(topic.replace(/^#/, ''))
    const key = foldText(name)
    if (key === '' || name.length > TOPIC_LENGTH_MAX || topics.has(key)) continue
    if (topics.size < TOPICS_MAX) topics.set(key, name)
  }
  return [...topics.values()]
}

function candidates(root: HtmlElement, head: PageHead): string[] {
  const meta = (name: string) => head.meta.get(name) ?? []
  const keywords = [...meta('news_keywords'), ...meta('keywords')].flatMap((list) =>
    list.split(','),
  )
  return [...meta('article:tag'), ...tagLinks(root), ...head.linkedData.keywords, ...keywords]
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
