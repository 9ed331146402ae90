/** The operators' first page: add a partner, try a page, see how every partner fares. */

import { type TextKey, translate } from './catalogue.ts'
import type { PageContext } from './context.ts'
import { DeskForm, deskDocument } from './desk-layout.tsx'
import { type PartnerLine, PartnerRows, type RefusedRecipe } from './partner-rows.tsx'
import { type AlarmLine, AlarmList } from './partner-standing.tsx'
import { PreviewForm, type TriedPage } from './preview-form.tsx'

/** What was just done, told once at the top of the next page. */
export type Flash =
  | 'partnerAdded'
  | 'runStarted'
  | 'partnerPaused'
  | 'partnerResumed'
  | 'recipeSaved'
  | 'articleHidden'
  | 'articleRestored'
  | 'articleTakenDown'

export type DeskData = {
  /** What is wrong and not over yet, newest first. */
  alarms?: AlarmLine[]
  partners: PartnerLine[]
  preview?: { error: string }
  /** What was typed into the form that adds a partner, and why it was refused. */
  form?: { name: string; url: string; error?: string }
  /** What was typed into the form that tries a page. */
  tried?: TriedPage
  /** What was typed as a partner's recipe, and why it was refused. */
  recipe?: RefusedRecipe
  csrf: string
  flash?: Flash
}

/** Returns the desk; `error` texts are shown as given, so say them in the page's language. */
export function deskPage(data: DeskData, context: PageContext): string {
  const t = translate(context.language)
  const { csrf, form, preview } = data
  return deskDocument(
    { title: t('desk'), context, at: '/admin', csrf },
    <>
      <h1>{t('desk')}</h1>
      <FlashLine flash={data.flash} context={context} />
      <AlarmList alarms={data.alarms ?? []} context={context} />
      <section class="panes">
        <AddPartner form={form} csrf={csrf} context={context} />
        <PreviewPane tried={data.tried} csrf={csrf} context={context} />
      </section>
      {preview !== undefined && (
        <p class="wrong" role="alert">
          {t('previewFailed')}: {preview.error}
        </p>
      )}
      <section>
        <h2>{t('partners')}</h2>
        {data.partners.length === 0 && <p>{t('noPartners')}</p>}
        <PartnerRows lines={data.partners} refused={data.recipe} csrf={csrf} context={context} />
      </section>
    </>,
  )
}

/** Announced by screen readers when the page opens. */
export function FlashLine({
  flash,
  context,
}: {
  flash: TextKey | undefined
  context: PageContext
}) {
  if (flash === undefined) return null
  return (
    <p class="flash" role="status">
      {translate(context.language)(flash)}
    </p>
  )
}

type FormOptions = { csrf: string; context: PageContext }

function AddPartner({ form, csrf, context }: FormOptions & { form: DeskData['form'] }) {
  const t = translate(context.language)
  return (
    <div class="pane">
      <h2>{t('addPartner')}</h2>
      <p class="soft">{t('addPartnerHelp')}</p>
      <DeskForm action="/admin/partners" csrf={csrf}>
        {form?.error !== undefined && (
          <p class="wrong" role="alert">
            {form.error}
          </p>
        )}
        <label>
          {t('partnerName')}
          <input name="name" value={form?.name} required maxlength={200} autocomplete="off" />
        </label>
        <label>
          {t('partnerUrl')}
          <input type="url" name="url" value={form?.url} required placeholder="https://" />
        </label>
        <button type="submit">{t('add')}</button>
      </DeskForm>
    </div>
  )
}

function PreviewPane({ tried, csrf, context }: FormOptions & { tried: TriedPage | undefined }) {
  const t = translate(context.language)
  return (
    <div class="pane">
      <h2>{t('previewTitle')}</h2>
      <p class="soft">{t('previewHelp')}</p>
      <PreviewForm tried={tried} csrf={csrf} context={context} />
    </div>
  )
}
