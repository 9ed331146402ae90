/** What stands above links to other articles, by language; a line may begin so, or say only that. */

/** A line that begins so heads such links. Vietnamese and English first, the others alphabetically. */
export const RELATED_BEGINNINGS: readonly string[] = [
  ...['bài viết liên quan', 'bài viết cùng chủ đề', 'bài viết cùng chuyên mục', 'bài viết khác'],
  ...['bài cùng chuyên mục', 'bài liên quan', 'bài đọc thêm', 'các bài viết khác'],
  ...['có thể bạn quan tâm', 'có thể bạn thích', 'cùng chuyên mục', 'đọc thêm', 'đọc tiếp'],
  ...['bạn có thể thích', 'bạn có thể quan tâm', 'có thể bạn muốn đọc', 'gợi ý cho bạn'],
  ...['tin bài liên quan', 'tin cùng chuyên mục', 'tin liên quan', 'tin khác', 'tin tức liên quan'],
  ...['xem thêm', 'tham khảo thêm', 'nội dung liên quan', 'chủ đề liên quan', 'tin tức khác'],
  ...['you may also like', 'you might also like', 'you may also enjoy', 'related articles'],
  ...['related posts', 'related stories', 'related content', 'related news', 'related reading'],
  ...['related', 'read next', 'read more', 'read also', 'more from', 'more stories'],
  ...['more articles', 'more posts', 'recommended', 'see also', 'keep reading', 'continue reading'],
  ...['up next', 'what to read next', 'similar posts', 'similar articles', 'further reading'],
  ...['also read', 'check out next', 'also on', 'more on this'],
  // German
  ...['lesen sie auch', 'mehr zum thema', 'auch interessant', 'das könnte sie auch interessieren'],
  ...['ähnliche artikel', 'ähnliche beiträge', 'verwandte artikel', 'weitere artikel'],
  // Spanish
  ...['artículos relacionados', 'entradas relacionadas', 'lea también', 'lee también'],
  ...['noticias relacionadas', 'también te puede interesar', 'te puede interesar'],
  // French
  ...['à lire aussi', 'articles similaires', 'lire aussi', 'sur le même sujet'],
  ...['vous aimerez aussi'],
  // Indonesian and Malay, Italian, Dutch, Polish
  ...['baca juga', 'artikel terkait', 'articoli correlati', 'leggi anche', 'potrebbe interessarti'],
  ...['gerelateerde artikelen', 'lees ook', 'czytaj także', 'czytaj też', 'przeczytaj także'],
  ...['zobacz także', 'zobacz też', 'podobne artykuły'],
  // Portuguese
  ...['leia também', 'posts relacionados', 'artigos relacionados', 'notícias relacionadas'],
  ...['veja também', 'você pode gostar', 'você também pode gostar'],
  // Russian
  ...['похожие статьи', 'смотрите также', 'читайте также'],
  // Chinese, Japanese, Korean
  ...['延伸閱讀', '推荐阅读', '相关文章', '相关阅读', '関連記事', '관련 기사', '관련기사'],
]

/** The same above lists that are on every page of the site. */
export const POPULAR_BEGINNINGS: readonly string[] = [
  ...['most read', 'most popular', 'popular posts', 'trending', 'latest news', 'latest posts'],
  ...['recent posts', 'latest articles', 'latest stories', 'tin mới nhất', 'bài viết mới nhất'],
  ...['bài viết mới', 'xem nhiều', 'đọc nhiều', 'bài viết nổi bật', 'tin nổi bật', 'top stories'],
  ...['lo más leído', 'les plus lus', 'mais lidas', 'meistgelesen', 'самые популярные'],
]

/** Too short to begin with: such a line heads other articles only where it says nothing else. */
export const RELATED_LINES: readonly string[] = [
  ...["don't miss", 'explore further', 'explore more', 'just in', 'in case you missed it', 'more'],
  ...['more like this', 'more news', 'must read', 'popular', 'mehr', 'en savoir plus', 'leer más'],
  ...['leia mais', 'editor’s picks', "editor's picks", 'related links', 'related topics'],
]
