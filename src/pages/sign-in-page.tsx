/** The door to the operators' desk. */

import { translate } from './catalogue.ts'
import type { PageContext } from './context.ts'
import { deskDocument } from './desk-layout.tsx'

/** Returns a form that posts `token` to /admin/sign-in; before a session there is no `csrf` to carry. */
export function signInPage({ failed }: { failed: boolean }, context: PageContext): string {
  const t = translate(context.language)
  return deskDocument(
    { title: t('signIn'), context },
    <div class="pane sign-in">
      <h1>{t('signIn')}</h1>
      <p class="soft">{t('signInHelp')}</p>
      {failed && (
        <p class="wrong" id="sign-in-failed" role="alert">
          {t('signInFailed')}
        </p>
      )}
      <form method="post" action="/admin/sign-in">
        <label for="token">{t('token')}</label>
        <input
          type="password"
          id="token"
          name="token"
          autocomplete="current-password"
          required
          aria-invalid={failed ? 'true' : undefined}
          aria-describedby={failed ? 'sign-in-failed' : undefined}
        />
        <button type="submit">{t('signIn')}</button>
      </form>
    </div>,
  )
}
