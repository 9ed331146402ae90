/** What readers are told, in both languages side by side. */

import type { Texts } from './catalogue.ts'

export const READER_TEXTS = {
  skipToContent: { vi: 'Đến nội dung chính', en: 'Skip to content' },
  siteMenu: { vi: 'Trình đơn chính', en: 'Main menu' },
  home: { vi: 'Trang nhất', en: 'Front page' },
  trending: { vi: 'Xu hướng', en: 'Trending' },
  search: { vi: 'Tìm kiếm', en: 'Search' },
  searchLabel: { vi: 'Tìm trong các bài viết', en: 'Search the articles' },
  searchPlaceholder: { vi: 'Ví dụ: livestream bán hàng', en: 'For example: live shopping' },
  searchButton: { vi: 'Tìm', en: 'Search' },
  otherLanguage: { vi: 'English', en: 'Tiếng Việt' },
  tagline: {
    vi: 'Chuyện đang lên từ các blog đối tác, gom về một chỗ dễ đọc.',
    en: 'What is on the rise, from our partner blogs, in one place that reads well.',
  },
  footer: {
    vi: 'Bài viết thuộc về các blog đối tác. Bài nào cũng dẫn về bản gốc.',
    en: 'The articles belong to our partner blogs. Each one links to its original.',
  },

  featuredBadge: { vi: 'Nổi bật', en: 'Featured' },
  published: { vi: 'Ngày đăng', en: 'Published' },
  views: { vi: 'Lượt xem', en: 'Views' },
  modified: { vi: 'Cập nhật', en: 'Updated' },
  readingTime: { vi: '{minutes} phút đọc', en: '{minutes} min read' },
  byline: { vi: 'Tác giả: {name}', en: 'By {name}' },
  readOriginal: { vi: 'Đọc bài gốc', en: 'Read the original' },
  contents: { vi: 'Mục lục', en: 'Contents' },
  topics: { vi: 'Chủ đề', en: 'Topics' },
  alsoPublishedBy: { vi: 'Bài này cũng có trên', en: 'Also published by' },
  related: { vi: 'Bài liên quan', en: 'Related articles' },
  relatedViews: { vi: '{views} lượt xem', en: '{views} views' },
  partners: { vi: 'Đối tác', en: 'Partners' },
  // One word each: see raw-html.tsx, where it stands in an attribute without quotes.
  table: { vi: 'Bảng', en: 'Table' },

  featured: { vi: 'Bài nổi bật', en: 'Featured articles' },
  latest: { vi: 'Mới nhất', en: 'Latest' },
  moreArticles: { vi: 'Xem thêm bài', en: 'More articles' },
  emptyHomeTitle: { vi: 'Chưa có bài nào', en: 'No articles yet' },
  emptyHome: {
    vi: 'Bài đầu tiên sẽ lên trang chừng hai phút sau khi một blog đối tác được thêm vào. Mời bạn quay lại sau ít phút.',
    en: 'The first article appears about two minutes after a partner blog is added. Please come back in a few minutes.',
  },
  emptyHomeOperator: {
    vi: 'Bạn điều hành trang này? Thêm đối tác',
    en: 'You run this site? Add a partner',
  },
  emptyListTitle: { vi: 'Ở đây chưa có bài', en: 'Nothing here yet' },
  emptyList: {
    vi: 'Mời bạn xem các bài mới nhất ở trang nhất, hoặc quay lại sau.',
    en: 'See the latest articles on the front page, or come back later.',
  },
  emptySearchTitle: {
    vi: 'Không tìm thấy bài nào cho “{query}”',
    en: 'No articles found for “{query}”',
  },
  emptySearch: {
    vi: 'Hãy thử ít chữ hơn hoặc một từ khác; gõ không dấu cũng tìm được.',
    en: 'Try fewer words or another one; Vietnamese is found without its accents too.',
  },
  searchPrompt: {
    vi: 'Gõ một từ hoặc một cụm từ; có dấu hay không dấu đều tìm được.',
    en: 'Type a word or a phrase; Vietnamese is found with and without its accents.',
  },

  notFoundTitle: { vi: 'Không có trang này', en: 'There is no such page' },
  notFound: {
    vi: 'Có thể địa chỉ bị gõ nhầm, hoặc trang đã chuyển chỗ. Bạn thử tìm bài, hoặc về trang nhất.',
    en: 'The address may be mistyped, or the page has moved. Search for the article, or go to the front page.',
  },
  goneTitle: { vi: 'Bài này đã được gỡ', en: 'This article has been removed' },
  gone: {
    vi: 'Tác giả hoặc ban biên tập không còn đăng bài này nữa. Các bài khác vẫn ở trang nhất.',
    en: 'Its author or our editors no longer publish it. The other articles are on the front page.',
  },
  errorTitle: { vi: 'Chúng tôi đang trục trặc', en: 'Something went wrong on our side' },
  error: {
    vi: 'Trang chưa mở được, lỗi không ở bạn. Hãy tải lại sau một phút.',
    en: 'The page could not be made; it is not your fault. Please reload in a minute.',
  },
  badRequestTitle: { vi: 'Yêu cầu chưa đúng', en: 'We cannot answer that' },
  badRequest: {
    vi: 'Địa chỉ hoặc biểu mẫu có chỗ chúng tôi không hiểu. Hãy quay lại trang trước và thử lại.',
    en: 'Something in the address or the form is not understood. Go back a page and try again.',
  },
  backHome: { vi: 'Về trang nhất', en: 'Go to the front page' },
} satisfies Texts
