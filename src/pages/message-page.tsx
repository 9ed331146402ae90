/** Pages that say why there is nothing to read, and where to go instead. */

import { type TextKey, translate } from './catalogue.ts'
import type { PageContext } from './context.ts'
import { documentText, ReaderPage } from './layout.tsx'
import { SearchForm } from './search-form.tsx'

export type Message = 'not-found' | 'gone' | 'error' | 'bad-request'

const MESSAGES = {
  'not-found': { title: 'notFoundTitle', text: 'notFound' },
  gone: { title: 'goneTitle', text: 'gone' },
  error: { title: 'errorTitle', text: 'error' },
  'bad-request': { title: 'badRequestTitle', text: 'badRequest' },
} as const satisfies Record<Message, { title: TextKey; text: TextKey }>

/** Returns a whole document that is never to be indexed; the status is the caller's to set. */
export function messagePage(message: Message, context: PageContext): string {
  const t = translate(context.language)
  const { title, text } = MESSAGES[message]
  // While we are in trouble a search would only meet the same trouble.
  const offersSearch = message === 'not-found' || message === 'gone'
  return documentText(
    <ReaderPage head={{ title: t(title), robots: 'noindex' }} context={context}>
      <div class="message">
        <h1>{t(title)}</h1>
        <p>{t(text)}</p>
        {offersSearch && <SearchForm query="" context={context} />}
        <p>
          <a href="/">{t('backHome')}</a>
        </p>
      </div>
    </ReaderPage>,
  )
}
