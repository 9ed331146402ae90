/** The partners at the operators' desk: state, last run, and what can be done about them. */

import type { Partner } from '../articles/partner.ts'
import type { Run } from '../articles/run.ts'
import { translate } from './catalogue.ts'
import type { PageContext } from './context.ts'
import { ActionButton } from './desk-layout.tsx'
import { formatNumber } from './formats.ts'
import { intervalText, PartnerState, PartnerTroubles } from './partner-standing.tsx'
import { PushFacts } from './push-facts.tsx'
import { RecipeForm } from './recipe-field.tsx'
import { RunState } from './run-page.tsx'
import { InstantTime } from './times.tsx'
import { webAddress } from './web-address.ts'

/** `articles`: how many of the partner's are stored. */
export type PartnerLine = { partner: Partner; articles: number; lastRun: Run | null }

/** A recipe that was not saved, and why. */
export type RefusedRecipe = { partnerId: string; text: string; error: string }

type RowsOptions = {
  lines: PartnerLine[]
  refused?: RefusedRecipe | undefined
  csrf: string
  context: PageContext
}

export function PartnerRows({ lines, refused, csrf, context }: RowsOptions) {
  if (lines.length === 0) return null
  return (
    <ul class="rows">
      {lines.map((line) => (
        <PartnerRow
          line={line}
          refused={refused?.partnerId === line.partner.id ? refused : undefined}
          csrf={csrf}
          context={context}
        />
      ))}
    </ul>
  )
}

type RowOptions = {
  line: PartnerLine
  refused: RefusedRecipe | undefined
  csrf: string
  context: PageContext
}

function PartnerRow({ line, refused, csrf, context }: RowOptions) {
  const { partner, articles, lastRun } = line
  const t = translate(context.language)
  const count = formatNumber(articles, context.language)
  return (
    <li class="row" id={`partner-${partner.id}`}>
      <div>
        <h3>
          <a href={`/partners/${encodeURIComponent(partner.id)}`}>{partner.name}</a>
          <PartnerState partner={partner} context={context} />
        </h3>
        <p class="facts">
          <a href={webAddress(partner.url)}>{partner.url}</a>
        </p>
        <p class="facts">
          {t('articleCount', { count })} · {intervalText(partner, context.language)}
          {partner.isVisited && (
            <>
              {' · '}
              {t('nextRun')}: <InstantTime iso={partner.nextRunAt} context={context} />
            </>
          )}
        </p>
        <PartnerTroubles partner={partner} context={context} />
        <PushFacts push={partner.push} context={context} />
        <LastRun run={lastRun} context={context} />
        <PartnerRecipe partner={partner} refused={refused} csrf={csrf} context={context} />
      </div>
      <PartnerActions partner={partner} csrf={csrf} context={context} />
    </li>
  )
}

function LastRun({ run, context }: { run: Run | null; context: PageContext }) {
  const t = translate(context.language)
  if (run === null) return <p class="facts">{t('neverRan')}</p>
  return (
    <p class="facts">
      <a href={`/admin/runs/${encodeURIComponent(run.id)}`}>{t('lastRun')}</a>
      {run.startedAt !== null && (
        <>
          : <InstantTime iso={run.startedAt} context={context} />
        </>
      )}
      <RunState run={run} context={context} />
    </p>
  )
}

type RecipeOptions = Omit<RowOptions, 'line'> & { partner: Partner }

function PartnerRecipe({ partner, refused, csrf, context }: RecipeOptions) {
  const { id, name, recipe, recipeError } = partner
  const t = translate(context.language)
  const stored = recipe === null ? '' : JSON.stringify(recipe, null, 2)
  return (
    <>
      {recipeError !== undefined && (
        <p class="wrong">
          {t('recipeUnreadable')}: {recipeError}
        </p>
      )}
      <RecipeForm
        action={`/admin/partners/${encodeURIComponent(id)}/recipe`}
        about={name}
        text={refused?.text ?? stored}
        error={refused?.error}
        csrf={csrf}
        context={context}
      />
    </>
  )
}

type ActionsOptions = { partner: Partner; csrf: string; context: PageContext }

function PartnerActions({ partner, csrf, context }: ActionsOptions) {
  const t = translate(context.language)
  const path = `/admin/partners/${encodeURIComponent(partner.id)}`
  const change = partner.isVisited ? 'pause' : 'resume'
  const shared = { csrf, about: partner.name }
  return (
    <div class="actions">
      <ActionButton action={`${path}/run`} label={t('runNow')} {...shared} />
      <ActionButton action={`${path}/${change}`} label={t(change)} kind="quiet" {...shared} />
      <a href={`/admin/backfills?partner=${encodeURIComponent(partner.id)}`}>{t('backfillOf')}</a>
    </div>
  )
}
