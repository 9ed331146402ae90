/** The frame of every readers' page: head, masthead, skip link, footer. */

import type { Child } from 'hono/jsx'
import { type Language, translate } from './catalogue.ts'
import { CLIENT_SCRIPT_PATH } from './client-script.ts'
import type { PageContext } from './context.ts'
import { InlineStyle } from './raw-html.tsx'
import { READER_STYLE } from './style.ts'

/** The mark of the wordmark, small enough to travel inside the page; needs `img-src data:`. */
const ICON =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b6856"/><path d="M6 20h5l4-9 4 12 3-7h4" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>',
  )

type PageHead = {
  /** Plain text, without the site's name. */
  title: string
  description?: string | undefined
  /** Absolute address under which the page is known; none for errors and the desk. */
  canonical?: string | undefined
  robots?: string | undefined
  /** More elements for `<head>`: OpenGraph, JSON-LD. */
  more?: Child
}

type FrameOptions = { head: PageHead; context: PageContext; children?: Child }

/** Returns the whole document as text. `page` must not be asynchronous. */
export function documentText(page: unknown): string {
  return `<!DOCTYPE html>${page}`
}

export function Head({ head, context, style }: Omit<FrameOptions, 'children'> & { style: string }) {
  const title = head.title === context.siteName ? head.title : `${head.title} · ${context.siteName}`
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      {head.description !== undefined && <meta name="description" content={head.description} />}
      {head.robots !== undefined && <meta name="robots" content={head.robots} />}
      {head.canonical !== undefined && <link rel="canonical" href={head.canonical} />}
      <meta name="theme-color" content="#fcfdfb" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#14191a" media="(prefers-color-scheme: dark)" />
      <link rel="icon" href={ICON} />
      <InlineStyle css={style} />
      {head.more}
    </head>
  )
}

export function ReaderPage({ head, context, children }: FrameOptions) {
  const t = translate(context.language)
  return (
    <html lang={context.language}>
      <Head
        head={{ ...head, more: [head.more, <script src={CLIENT_SCRIPT_PATH} defer />] }}
        context={context}
        style={READER_STYLE}
      />
      <body>
        <a class="skip" href="#content">
          {t('skipToContent')}
        </a>
        <Masthead context={context} />
        <main id="content" tabindex={-1}>
          {children}
        </main>
        <footer class="colophon">
          <p>
            <strong>{context.siteName}</strong>
          </p>
          <p>{t('footer')}</p>
        </footer>
      </body>
    </html>
  )
}

function Masthead({ context }: { context: PageContext }) {
  const t = translate(context.language)
  return (
    <header class="masthead">
      <Wordmark href="/" name={context.siteName} />
      <nav aria-label={t('siteMenu')}>
        <a href="/trending">{t('trending')}</a>
        <a href="/search">{t('search')}</a>
        <LanguageLink context={context} />
      </nav>
    </header>
  )
}

export function Wordmark({ href, name }: { href: string; name: string }) {
  return (
    <a class="wordmark" href={href}>
      <svg viewBox="0 0 32 20" width="32" height="20" aria-hidden="true">
        <path d="M1 13h8l4-10 5 15 4-9h9" />
      </svg>
      {name}
    </a>
  )
}

/** A link to this same page in the other language; `at` is given where its path answers no GET. */
export function LanguageLink({
  context,
  at = '',
}: {
  context: PageContext
  at?: string | undefined
}) {
  const other: Language = context.language === 'vi' ? 'en' : 'vi'
  const t = translate(context.language)
  return (
    <a
      href={`${at}${pathWith(at === '' ? context.path : at, 'lang', other)}`}
      lang={other}
      hreflang={other}
      rel="nofollow"
    >
      {t('otherLanguage')}
    </a>
  )
}

/** Returns the absolute address of this page, the same in both languages. */
export function canonicalAddress(context: PageContext): string {
  const [pathname = '/', query = ''] = context.path.split('?')
  const kept = new URLSearchParams(query)
  kept.delete('lang')
  return `${context.siteUrl}${pathname}${kept.size === 0 ? '' : `?${kept}`}`
}

/**
 * Returns a link to this same page with one parameter of its query set, as in `?q=kol&cursor=abc`.
 * It names no path, so that a path such as `//elsewhere.example` leads nowhere else.
 */
export function pathWith(path: string, name: string, value: string): string {
  const query = new URLSearchParams(path.split('?')[1] ?? '')
  query.set(name, value)
  return `?${query}`
}
