/** The words that name parts of a page: by tag, by role, by class and id. */

import type { RemovalReason } from '../../articles/article.ts'

export const ZONE_TAGS: ReadonlyMap<string, RemovalReason> = new Map([
  ['aside', 'widget'],
  ['button', 'widget'],
  ['dialog', 'notice'],
  ['footer', 'boilerplate'],
  ['form', 'widget'],
  ['nav', 'navigation'],
])

export const ZONE_ROLES: ReadonlyMap<string, RemovalReason> = new Map([
  ['alertdialog', 'notice'],
  ['banner', 'navigation'],
  ['complementary', 'widget'],
  ['contentinfo', 'boilerplate'],
  ['dialog', 'notice'],
  ['menu', 'navigation'],
  ['menubar', 'navigation'],
  ['navigation', 'navigation'],
  ['search', 'widget'],
  ['tooltip', 'widget'],
])

/** Whole words of a class or id, never parts of one. The first reason that has a word wins. */
export const ZONE_WORDS: readonly (readonly [RemovalReason, readonly string[]])[] = [
  [
    'related',
    [
      ...['related', 'relatedposts', 'recommended', 'recommendation', 'recommendations'],
      ...['lienquan'],
      ...['yarpp', 'readmore', 'suggested', 'suggestions', 'morestories', 'crp', 'lienquan'],
      ...['recirc', 'recirculation', 'upnext'],
    ],
  ],
  ['comment', ['comment', 'comments', 'commentlist', 'disqus', 'respond', 'binhluan']],
  [
    'share',
    [
      ...['share', 'sharing', 'shares', 'social', 'socials', 'sharedaddy', 'addthis', 'sharethis'],
      ...['addtoany', 'sociable', 'sharebar', 'socialmedia', 'follow'],
    ],
  ],
  [
    'ad',
    [
      ...['ad', 'ads', 'advert', 'adverts', 'advertisement', 'advertising', 'adsbygoogle'],
      ...['adsense'],
      ...['sponsor', 'sponsored', 'sponsors', 'promo', 'promotion', 'outbrain', 'taboola', 'dfp'],
      ...['adslot', 'adbox', 'adunit', 'quangcao', 'cta', 'ctas'],
    ],
  ],
  [
    'notice',
    [
      ...['cookie', 'cookies', 'consent', 'gdpr', 'newsletter', 'newsletters', 'subscribe'],
      ...['paywall'],
      ...['subscription', 'signup', 'optin', 'mc4wp', 'mailchimp', 'disclaimer'],
    ],
  ],
  [
    'navigation',
    [
      ...['nav', 'navbar', 'navigation', 'menu', 'submenu', 'breadcrumb', 'breadcrumbs'],
      ...['pagination'],
      ...['masthead', 'pager', 'toc', 'skip', 'topbar', 'pagenavi', 'ez-toc', 'prevnext'],
    ],
  ],
  [
    'metadata',
    [
      ...['byline', 'meta', 'postmeta', 'dateline', 'timestamp', 'tags', 'taglist', 'tagcloud'],
      ...['postmetadata', 'badge', 'published', 'pubdate', 'posted', 'datetime'],
    ],
  ],
  [
    'boilerplate',
    [
      ...['footer', 'copyright', 'authorbox', 'bio', 'aboutauthor', 'colophon'],
      ...['authorbio', 'about-author', 'author-info', 'author-box', 'author-bio', 'contributor'],
      ...['contributors', 'saboxplugin', 'aboutauthors', 'post-author', 'article-author'],
      ...['author-card'],
    ],
  ],
  [
    'widget',
    [
      ...['sidebar', 'widget', 'widgets', 'popup', 'modal', 'tooltip', 'lightbox', 'rating'],
      ...['ratings'],
      ...['button', 'buttons', 'btn', 'overlay', 'nutrition'],
    ],
  ],
]

/** Words beside which a word only says that there is, or is not, such a part (`no-sidebar`). */
export const NEGATIONS: ReadonlySet<string> = new Set([
  ...['has', 'have', 'hidden', 'no', 'with', 'without', 'open', 'closed', 'enabled', 'disabled'],
])

export const LAYOUT_WORDS: ReadonlySet<string> = new Set([
  ...['body', 'column', 'columns', 'container', 'content', 'grid', 'layout', 'left', 'main'],
  ...['page'],
  ...['post', 'article', 'right', 'row', 'section', 'wrap', 'wrapper', 'entry', 'site', 'story'],
])
