/** Finds what an article is about: the tags and keywords that its page gives it. */

import { asciiFold, foldText } from '../../articles/fold.ts'
import { collapse } from '../../articles/html/html-tree.ts'
import type { Page, PageBlock } from '../page/page-block.ts'
import type { Found } from './found.ts'
import { decoded, type PageHead } from './page-head.ts'

/** More are there for search engines. */
const TOPICS_MAX = 20

/** What stands encoded twice is parsed: names beyond that many are not looked at. */
const CANDIDATES_MAX = 500

/** In UTF-16 code units: of one topic, and of a line that lists them. */
const TOPIC_LENGTH_MAX = 60
const LINE_LENGTH_MAX = 300

/** The line names what follows as topics. */
const LINE_LABEL =
  /^(?:từ khóa|từ khoá|chủ đề|tags?|keywords|topics|filed under|thẻ)\s{0,2}:\s{0,2}/i

/** Names of no topic. Folded, without diacritics. */
const NO_TOPICS: ReadonlySet<string> = new Set([
  ...['uncategorized', 'uncategorised', 'unkategorisiert', 'allgemein', 'general', 'blog', 'news'],
  ...['article', 'articles', 'post', 'posts', 'khac', 'chua phan loai', 'chua duoc phan loai'],
])

/** Each topic once, as first written, case and diacritics aside; tags before keywords. */
export function findTopics(page: Page, head: PageHead): Found<string[]> {
  const topics = new Map<string, string>()
  const origins = new Set<string | null>()
  let looked = 0
  for (const { value: topic, origin } of candidates(page, head)) {
    looked += 1
    if (looked > CANDIDATES_MAX || topics.size >= TOPICS_MAX) break
    const name = collapse(decoded(topic).replace(/^#/, ''))
    const key = asciiFold(foldText(name))
    if (key === '' || name.length > TOPIC_LENGTH_MAX) continue
    if (topics.has(key) || NO_TOPICS.has(key)) continue
    topics.set(key, name)
    origins.add(origin)
  }
  return { value: [...topics.values()], origin: [...origins].join(', ') || null }
}

function* candidates(page: Page, head: PageHead): Generator<Found<string>> {
  const listed = (name: string) => (head.meta.get(name) ?? []).flatMap((list) => list.split(','))
  yield* from(head.meta.get('article:tag') ?? [], 'meta article:tag')
  yield* from(head.tagLinks, 'rel=tag')
  yield* from(page.blocks.flatMap(topicsInLine), 'line')
  yield* from(head.linkedData.keywords, 'json-ld')
  yield* from(head.microdata?.keywords ?? [], 'microdata')
  yield* from(listed('news_keywords'), 'meta news_keywords')
  yield* from(listed('keywords'), 'meta keywords')
}

function* from(values: readonly string[], origin: string): Generator<Found<string>> {
  for (const value of values) yield { value, origin }
}

/** `Từ khóa: phố sách, xuất bản`. */
function topicsInLine({ kind, text }: PageBlock): string[] {
  if (kind !== 'text' || text.length > LINE_LENGTH_MAX) return []
  const label = LINE_LABEL.exec(text)?.[0]
  return label === undefined ? [] : text.slice(label.length).split(/[,;|#]/)
}
