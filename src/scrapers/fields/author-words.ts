/** The words that stand around authors' names: labels before them, roles after them. */

/** A line that begins so names people; the longest first. Composed, lower case. */
export const AUTHOR_LABELS: readonly string[] = [
  ...['written by', 'posted by', 'published by', 'article by', 'story by', 'words by', 'text by'],
  ...['report by', 'reporting by', 'edited by', 'created by', 'about the author', 'the author'],
  ...['analysis by', 'opinion by', 'review by', 'perspective by', 'текст', 'автор'],
  ...['articles by', 'posts by', 'all posts by', 'view all posts by', 'more by', 'beiträge von'],
  ...['contributed by', 'by', 'authors', 'author', 'writer'],
  ...['đăng bởi', 'viết bởi', 'được viết bởi', 'được đăng bởi', 'bởi', 'tác giả', 'người viết'],
  ...['người đăng', 'thực hiện', 'bài viết', 'bài và ảnh', 'phóng viên', 'pv', 'biên tập viên'],
  ...['veröffentlicht von', 'geschrieben von', 'erstellt von', 'ein beitrag von', 'von', 'autorin'],
  ...['autor', 'publié par', 'écrit par', 'rédigé par', 'par', 'auteur', 'publicado por'],
  ...['escrito por', 'por', 'autora', 'scritto da', 'napisał', 'opublikowane przez'],
].toSorted((one, other) => other.length - one.length)

/** Words that end a name and are no part of it. Folded. */
export const ROLE_WORDS: ReadonlySet<string> = new Set([
  ...['writer', 'editor', 'reporter', 'correspondent', 'contributor', 'journalist', 'columnist'],
  ...['author', 'blogger', 'founder', 'cofounder', 'ceo', 'cto', 'cmo', 'coo', 'bio', 'follow'],
  ...['twitter', 'facebook', 'linkedin', 'instagram', 'email', 'website', 'redakteur', 'autor'],
  ...['redakteurin', 'journaliste', 'profile', 'staffwriter', 'copywriter', 'freelancer'],
])

/** Before such a role, and so no part of a name either. Folded. */
export const ROLE_MODIFIERS: ReadonlySet<string> = new Set([
  ...['staff', 'senior', 'junior', 'chief', 'managing', 'contributing', 'guest', 'associate'],
  ...['and'],
  ...['executive', 'deputy', 'news', 'content', 'freelance', 'lead', 'tech', 'co', 'the', 'our'],
  ...['in', 'on', 'marketing', 'health', 'business', 'science', 'political', 'sports', 'seo'],
])

/** Behind a name and a comma, they speak of what a person does, and where. Folded. */
export const OFFICE_WORDS: ReadonlySet<string> = new Set([
  ...['director', 'manager', 'president', 'head', 'officer', 'professor', 'university'],
  ...['institute'],
  ...['network', 'department', 'school', 'college', 'operations', 'analyst', 'specialist'],
  ...['expert'],
  ...['consultant', 'engineer', 'partner', 'lawyer', 'attorney', 'vp', 'of', 'for', 'at'],
  ...['newsroom'],
  ...['magazine', 'news', 'press', 'association', 'company', 'staff', 'inc', 'llc', 'ltd', 'gmbh'],
  ...['team'],
])

/** What stands where a name does and names nobody. Folded. */
export const NO_NAMES: ReadonlySet<string> = new Set([
  ...['admin', 'administrator', 'editor', 'guest', 'staff', 'unknown', 'no', 'null', 'undefined'],
  ...['ban biên tập', 'quản trị viên', 'webmaster', 'super user', 'superuser', 'no author', 'user'],
  ...['anonymous', 'author', 'authors', 'the author', 'written', 'none', 'n a', 'default', 'root'],
  ...['username', 'benutzername', 'email address', 'email', 'tên đăng nhập', 'password'],
  ...['about', 'share', 'read more', 'view all posts', 'view profile', 'contact', 'comments'],
  ...['tổng hợp', 'sưu tầm', 'biên tập', 'tác giả', 'phóng viên', 'nguồn', 'last', 'updated'],
  ...['follow', 'home', 'more', 'menu', 'about the author', 'reviewed', 'team', 'guest author'],
])
