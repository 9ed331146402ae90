/** Backfills at the operators' desk: starting one, and how far each of them is. */

import { type Backfill, isUnderWay, visitedPages } from '../articles/backfill.ts'
import { type TextKey, translate } from './catalogue.ts'
import type { PageContext } from './context.ts'
import { ActionButton, DeskForm, deskDocument } from './desk-layout.tsx'
import { formatNumber } from './formats.ts'
import { pathWith } from './layout.tsx'
import { StatePill } from './state-pill.tsx'
import { InstantTime } from './times.tsx'
import { webAddress } from './web-address.ts'

/** How often the page asks for itself again while a backfill is under way. */
const REFRESH_SECONDS = 10

const STATES = {
  queued: { label: 'runQueued', mood: 'neutral' },
  running: { label: 'runRunning', mood: 'neutral' },
  stopped: { label: 'backfillStopped', mood: 'neutral' },
  done: { label: 'runDone', mood: 'good' },
  failed: { label: 'runFailed', mood: 'bad' },
} as const satisfies Record<Backfill['state'], { label: TextKey; mood: string }>

const COUNTS = [
  ['listed', 'backfillListed'],
  ['skipped', 'backfillSkipped'],
  ['stored', 'stored'],
  ['known', 'backfillKnown'],
  ['outside', 'backfillOutside'],
  ['gone', 'goneCount'],
  ['failed', 'failedCount'],
] as const satisfies [keyof Backfill, TextKey][]

type PartnerName = { id: string; name: string }

/** What was typed into the form, and why it was refused. */
export type BackfillForm = {
  partnerId: string
  since?: string
  until?: string
  pagesMax?: string
  error?: string
}

type BackfillsData = {
  backfills: Backfill[]
  partners: PartnerName[]
  nextCursor: string | null
  csrf: string
  form?: BackfillForm | undefined
}

/** Returns the page; while a backfill is under way it reloads itself. */
export function backfillsPage(data: BackfillsData, context: PageContext): string {
  const t = translate(context.language)
  const { backfills, partners, nextCursor, csrf, form } = data
  const names = new Map(partners.map(({ id, name }) => [id, name]))
  const refreshSeconds = backfills.some(isUnderWay) ? REFRESH_SECONDS : undefined
  return deskDocument(
    { title: t('backfills'), context, at: '/admin/backfills', csrf, refreshSeconds },
    <>
      <h1>{t('backfills')}</h1>
      <section class="pane">
        <h2>{t('backfillStart')}</h2>
        <p class="soft">{t('backfillHelp')}</p>
        <StartForm partners={partners} form={form} csrf={csrf} context={context} />
      </section>
      <section>
        {backfills.length === 0 && <p>{t('noBackfills')}</p>}
        <ul class="rows">
          {backfills.map((backfill) => (
            <BackfillRow
              backfill={backfill}
              name={names.get(backfill.partnerId) ?? backfill.partnerId}
              csrf={csrf}
              context={context}
            />
          ))}
        </ul>
        {nextCursor !== null && (
          <p>
            <a href={pathWith(context.path, 'cursor', nextCursor)} rel="next">
              {t('backfillOlder')}
            </a>
          </p>
        )}
      </section>
    </>,
  )
}

type StartOptions = {
  partners: PartnerName[]
  form: BackfillForm | undefined
  csrf: string
  context: PageContext
}

function StartForm({ partners, form, csrf, context }: StartOptions) {
  const t = translate(context.language)
  return (
    <DeskForm action="/admin/backfills" csrf={csrf}>
      {form?.error !== undefined && (
        <p class="wrong" role="alert">
          {form.error}
        </p>
      )}
      <label>
        {t('backfillPartner')}
        <select name="partner" required>
          {partners.map(({ id, name }) => (
            <option value={id} selected={id === form?.partnerId}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('backfillSince')}
        <input type="date" name="since" value={form?.since} />
      </label>
      <label>
        {t('backfillUntil')}
        <input type="date" name="until" value={form?.until} />
      </label>
      <label>
        {t('backfillPagesMax')}
        <input type="number" name="pagesMax" min={1} value={form?.pagesMax} placeholder="10000" />
      </label>
      <button type="submit">{t('backfillStart')}</button>
    </DeskForm>
  )
}

type RowOptions = { backfill: Backfill; name: string; csrf: string; context: PageContext }

function BackfillRow({ backfill, name, csrf, context }: RowOptions) {
  const t = translate(context.language)
  const { label, mood } = STATES[backfill.state]
  const counts = COUNTS.map(
    ([count, text]) => `${t(text)}: ${formatNumber(backfill[count], context.language)}`,
  )
  return (
    <li class="row">
      <div>
        <h3>
          {name}
          <StatePill label={t(label)} mood={mood} />
        </h3>
        <p class="facts">
          {daysText(backfill, context)} · <InstantTime iso={backfill.createdAt} context={context} />
        </p>
        <BackfillProgress backfill={backfill} context={context} />
        <p class="facts">{counts.join(' · ')}</p>
        {backfill.message !== null && <p class="facts">{backfill.message}</p>}
        <BackfillErrors backfill={backfill} context={context} />
      </div>
      <BackfillAction backfill={backfill} name={name} csrf={csrf} context={context} />
    </li>
  )
}

function daysText({ since, until }: Backfill, { language }: PageContext): string {
  const t = translate(language)
  if (since === null && until === null) return t('backfillAllDays')
  return t('backfillDays', { since: since ?? '…', until: until ?? '…' })
}

function BackfillProgress({ backfill, context }: { backfill: Backfill; context: PageContext }) {
  const t = translate(context.language)
  const settled = visitedPages(backfill)
  const text = t('runProgress', {
    settled: formatNumber(settled, context.language),
    discovered: formatNumber(backfill.added, context.language),
  })
  return (
    <>
      <progress value={settled} max={Math.max(backfill.added, 1)} aria-label={text} />
      <p class="soft">
        {text}
        {isUnderWay(backfill) && !backfill.isListed && <> · {t('backfillListing')}</>}
      </p>
    </>
  )
}

function BackfillErrors({ backfill, context }: { backfill: Backfill; context: PageContext }) {
  if (backfill.errors.length === 0) return null
  return (
    <details class="recipe">
      <summary>{translate(context.language)('backfillErrors')}</summary>
      <ul>
        {backfill.errors.map(({ url, message }) => (
          <li>
            <a href={webAddress(url)}>{url}</a>: {message}
          </li>
        ))}
      </ul>
    </details>
  )
}

function BackfillAction({ backfill, name, csrf, context }: RowOptions) {
  const t = translate(context.language)
  const path = `/admin/backfills/${encodeURIComponent(backfill.id)}`
  if (isUnderWay(backfill)) {
    const label = t('backfillStop')
    return <ActionButton action={`${path}/stop`} csrf={csrf} label={label} about={name} />
  }
  if (backfill.state !== 'stopped') return null
  const label = t('resume')
  return <ActionButton action={`${path}/resume`} csrf={csrf} label={label} about={name} />
}
