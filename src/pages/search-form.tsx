/** The search form: a plain GET, so that a search is an address. */

import { translate } from './catalogue.ts'
import type { PageContext } from './context.ts'

export function SearchForm({ query, context }: { query: string; context: PageContext }) {
  const t = translate(context.language)
  return (
    <search>
      <form action="/search" class="search">
        <label for="q">{t('searchLabel')}</label>
        <input type="search" id="q" name="q" value={query} placeholder={t('searchPlaceholder')} />
        <button type="submit">{t('searchButton')}</button>
      </form>
    </search>
  )
}
