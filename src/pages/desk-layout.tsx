/** The frame of the operators' pages, and the form that every button of theirs is. */

import type { Child } from 'hono/jsx'
import { translate } from './catalogue.ts'
import { CLIENT_SCRIPT_PATH } from './client-script.ts'
import type { PageContext } from './context.ts'
import { documentText, Head, LanguageLink, Wordmark } from './layout.tsx'
import { DESK_PAGE_STYLE } from './style.ts'

type DeskOptions = {
  title: string
  context: PageContext
  /** Where a page that may answer a POST can be asked for again. */
  at?: string | undefined
  /** Of the session; without it there is nothing to sign out of. */
  csrf?: string | undefined
  /** Seconds after which the page asks for itself again; for what is still going on. */
  refreshSeconds?: number | undefined
}

/** Returns the whole document; no search engine is to keep it. */
export function deskDocument(options: DeskOptions, content: Child): string {
  const { title, context, at, csrf, refreshSeconds } = options
  const t = translate(context.language)
  return documentText(
    <html lang={context.language}>
      <Head
        head={{ title, robots: 'noindex', more: <Reload seconds={refreshSeconds} /> }}
        context={context}
        style={DESK_PAGE_STYLE}
      />
      <body>
        <a class="skip" href="#content">
          {t('skipToContent')}
        </a>
        <header class="masthead">
          <Wordmark href="/admin" name={`${context.siteName} · ${t('desk')}`} />
          <nav aria-label={t('deskMenu')}>
            <a href="/admin/articles">{t('deskArticles')}</a>
            <a href="/admin/backfills">{t('backfills')}</a>
            <a href="/">{t('deskSite')}</a>
            <LanguageLink context={context} at={at} />
          </nav>
          {csrf !== undefined && (
            <DeskForm action="/admin/sign-out" csrf={csrf}>
              <button type="submit" class="quiet">
                {t('signOut')}
              </button>
            </DeskForm>
          )}
        </header>
        <main id="content" tabindex={-1} data-reload={refreshSeconds}>
          {content}
        </main>
      </body>
    </html>,
  )
}

/** The script waits while the page is hidden, which a refresh by the browser would not. */
function Reload({ seconds }: { seconds: number | undefined }) {
  if (seconds === undefined) return null
  return (
    <>
      <script src={CLIENT_SCRIPT_PATH} defer />
      <noscript>
        <meta http-equiv="refresh" content={`${seconds}`} />
      </noscript>
    </>
  )
}

type FormOptions = { action: string; csrf: string; children?: Child }

/** A POST that carries the session's token against cross-site requests, in the field `csrf`. */
export function DeskForm({ action, csrf, children }: FormOptions) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="csrf" value={csrf} />
      {children}
    </form>
  )
}

type ButtonOptions = {
  action: string
  csrf: string
  label: string
  /** What it acts on, for those who hear the button without seeing its row. */
  about: string
  kind?: 'quiet' | 'danger'
}

export function ActionButton({ action, csrf, label, about, kind }: ButtonOptions) {
  return (
    <DeskForm action={action} csrf={csrf}>
      <button type="submit" class={kind} aria-label={`${label}: ${about}`}>
        {label}
      </button>
    </DeskForm>
  )
}
