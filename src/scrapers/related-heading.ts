/** The words under which sites list other articles of theirs, in Vietnamese and English. */

import { foldedOpening, foldText } from '../articles/fold.ts'

/** In UTF-16 code units. A longer line says something of its own. */
const HEADING_LENGTH_MAX = 60

/** Folded. A heading begins with one of them. */
const RELATED_HEADINGS: ReadonlySet<string> = new Set(
  [
    ...['bài viết liên quan', 'bài viết cùng chủ đề', 'bài viết cùng chuyên mục', 'bài viết khác'],
    ...['bài cùng chuyên mục', 'bài liên quan', 'bài đọc thêm', 'các bài viết khác'],
    ...['có thể bạn quan tâm', 'có thể bạn thích', 'cùng chuyên mục', 'đọc thêm', 'đọc tiếp'],
    ...['bạn có thể thích', 'bạn có thể quan tâm', 'có thể bạn muốn đọc', 'gợi ý cho bạn'],
    ...[
      'tin bài liên quan',
      'tin cùng chuyên mục',
      'tin liên quan',
      'tin khác',
      'tin tức liên quan',
    ],
    ...['xem thêm', 'tham khảo thêm', 'nội dung liên quan', 'chủ đề liên quan', 'tin tức khác'],
    ...['you may also like', 'you might also like', 'you may also enjoy', 'related articles'],
    ...['related posts', 'related stories', 'related content', 'related news', 'related reading'],
    ...[
      'related',
      'read next',
      'read more',
      'read also',
      'more from',
      'more stories',
      'more articles',
    ],
    ...['more posts', 'recommended', 'see also', 'keep reading', 'continue reading', 'up next'],
    ...['what to read next', 'similar posts', 'similar articles', 'further reading', 'also read'],
  ].map(foldText),
)

/** Folded. The same over lists that are on every page of the site. */
const POPULAR_HEADINGS: ReadonlySet<string> = new Set(
  [
    ...['most read', 'most popular', 'popular posts', 'trending', 'latest news', 'latest posts'],
    ...['recent posts', 'latest articles', 'latest stories', 'tin mới nhất', 'bài viết mới nhất'],
    ...['bài viết mới', 'xem nhiều', 'đọc nhiều', 'bài viết nổi bật', 'tin nổi bật', 'top stories'],
  ].map(foldText),
)

const HEADINGS: ReadonlySet<string> = new Set([...RELATED_HEADINGS, ...POPULAR_HEADINGS])

/** A line that begins with no such word heads neither; most lines are passed over so. */
const OPENINGS: ReadonlySet<string> = new Set([...HEADINGS].map((words) => firstOf(words)))

/** Whether the line heads a list of other articles. */
export function headsRelated(text: string): boolean {
  return beginsWith(text, HEADINGS)
}

/** Whether it heads the list of what is read most, or newest, on the whole site. */
export function headsPopular(text: string): boolean {
  return beginsWith(text, POPULAR_HEADINGS)
}

function beginsWith(text: string, headings: ReadonlySet<string>): boolean {
  if (text.length > HEADING_LENGTH_MAX) return false
  const opening = foldedOpening(text)
  if (opening !== '' && !OPENINGS.has(firstOf(opening))) return false
  let said = ''
  for (const word of foldText(text).split(' ')) {
    said = said === '' ? word : `${said} ${word}`
    if (headings.has(said)) return true
  }
  return false
}

function firstOf(words: string): string {
  return words.split(' ', 1)[0] ?? ''
}
