/** The words in tags, roles, classes and ids that say what a part of a page is for. */

import type { RemovalReason } from '../articles/article.ts'
import type { HtmlElement } from '../articles/html-tree.ts'

const TAGS: ReadonlyMap<string, RemovalReason> = new Map([
  ['aside', 'widget'],
  ['button', 'widget'],
  ['dialog', 'notice'],
  ['footer', 'boilerplate'],
  ['form', 'widget'],
  ['nav', 'navigation'],
])

const ROLES: ReadonlyMap<string, RemovalReason> = new Map([
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
const WORDS: readonly (readonly [RemovalReason, readonly string[]])[] = [
  [
    'related',
    [
      ...[
        'related',
        'relatedposts',
        'recommended',
        'recommendation',
        'recommendations',
        'lienquan',
      ],
      ...['yarpp', 'readmore', 'suggested', 'suggestions', 'morestories', 'crp', 'lienquan'],
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
      ...[
        'ad',
        'ads',
        'advert',
        'adverts',
        'advertisement',
        'advertising',
        'adsbygoogle',
        'adsense',
      ],
      ...['sponsor', 'sponsored', 'sponsors', 'promo', 'promotion', 'outbrain', 'taboola', 'dfp'],
      ...['adslot', 'adbox', 'adunit', 'quangcao'],
    ],
  ],
  [
    'notice',
    [
      ...[
        'cookie',
        'cookies',
        'consent',
        'gdpr',
        'newsletter',
        'newsletters',
        'subscribe',
        'paywall',
      ],
      ...['subscription', 'signup', 'optin', 'mc4wp', 'mailchimp', 'disclaimer'],
    ],
  ],
  [
    'navigation',
    [
      ...[
        'nav',
        'navbar',
        'navigation',
        'menu',
        'submenu',
        'breadcrumb',
        'breadcrumbs',
        'pagination',
      ],
      ...['pager', 'toc', 'skip', 'topbar', 'pagenavi', 'ez-toc', 'prevnext'],
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
      ...['footer', 'copyright', 'authorbox', 'bio', 'aboutauthor', 'colophon', 'masthead'],
      ...['authorbio', 'about-author', 'author-info', 'author-box', 'author-bio'],
    ],
  ],
  ['widget', ['sidebar', 'widget', 'widgets', 'popup', 'modal', 'tooltip', 'lightbox', 'rating']],
]

const BY_WORD: ReadonlyMap<string, RemovalReason> = new Map(
  WORDS.toReversed().flatMap(([reason, words]) => words.map((word) => [word, reason] as const)),
)

const PRIORITY = WORDS.map(([reason]) => reason)

/** Words beside which a word only says that there is, or is not, such a part (`no-sidebar`). */
const NEGATIONS: ReadonlySet<string> = new Set([
  ...['has', 'have', 'no', 'with', 'without', 'open', 'closed', 'enabled', 'disabled'],
])

const LAYOUT_WORDS: ReadonlySet<string> = new Set([
  ...[
    'body',
    'column',
    'columns',
    'container',
    'content',
    'grid',
    'layout',
    'left',
    'main',
    'page',
  ],
  ...['post', 'article', 'right', 'row', 'section', 'wrap', 'wrapper', 'entry', 'site', 'story'],
])

/** In UTF-16 code units of one attribute; a longer one is machinery. */
const ATTRIBUTE_LENGTH_MAX = 400

/**
 * A zone, and the word that said so: `role=banner`, `.sidebar`, `<nav>`. It is vague where the same
 * name speaks of layout (`sidebar-content`): it may name what stands beside the zone.
 */
export type NamedZone = {
  readonly reason: RemovalReason
  readonly by: string
  readonly vague: boolean
}

/** What the element's own role, class, id and tag say it is, if anything. */
export function zoneOf(element: HtmlElement): NamedZone | undefined {
  const role = element.attribs['role'] ?? ''
  const byRole = ROLES.get(role)
  if (byRole !== undefined) return { reason: byRole, by: `role=${role}`, vague: false }
  const named = byNames(element)
  if (named !== undefined) return named
  const byTag = TAGS.get(element.name)
  return byTag === undefined ? undefined : { reason: byTag, by: `<${element.name}>`, vague: false }
}

/** The words of class and id: split at white space, hyphens, underscores and humps. */
export function nameTokens(element: HtmlElement): string[] {
  return names(element).flatMap((name) => tokensOf(name))
}

function names(element: HtmlElement): string[] {
  const { class: classes = '', id = '' } = element.attribs
  if (classes === '' && id === '') return []
  const all = `${classes.slice(0, ATTRIBUTE_LENGTH_MAX)} ${id.slice(0, ATTRIBUTE_LENGTH_MAX)}`
  return all.split(/\s+/).filter((name) => name !== '')
}

function tokensOf(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
}

function byNames(element: HtmlElement): NamedZone | undefined {
  let best: NamedZone | undefined
  for (const name of names(element)) {
    const tokens = tokensOf(name)
    if (tokens.some((token) => NEGATIONS.has(token))) continue
    for (const word of [...tokens, tokens.join('-'), tokens.join('')]) {
      const reason = BY_WORD.get(word)
      if (reason === undefined || !precedes(reason, best?.reason)) continue
      best = { reason, by: `.${word}`, vague: tokens.some((token) => LAYOUT_WORDS.has(token)) }
    }
  }
  return best
}

function precedes(reason: RemovalReason, other: RemovalReason | undefined): boolean {
  return other === undefined || PRIORITY.indexOf(reason) < PRIORITY.indexOf(other)
}
