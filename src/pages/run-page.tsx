/** The report of one run: how far it is, what it found, what went wrong. */

import type { Partner } from '../articles/partner.ts'
import type { Run } from '../articles/run.ts'
import { type TextKey, translate } from './catalogue.ts'
import type { PageContext } from './context.ts'
import { deskDocument } from './desk-layout.tsx'
import { formatNumber } from './formats.ts'
import { StatePill } from './state-pill.tsx'
import { InstantTime } from './times.tsx'
import { webAddress } from './web-address.ts'

/** How often the report of an unfinished run asks for itself again. */
const REFRESH_SECONDS = 3

const STATES = {
  queued: { label: 'runQueued', mood: 'neutral' },
  running: { label: 'runRunning', mood: 'neutral' },
  done: { label: 'runDone', mood: 'good' },
  failed: { label: 'runFailed', mood: 'bad' },
} as const satisfies Record<Run['state'], { label: TextKey; mood: string }>

const COUNTS = [
  ['discovered', 'discovered'],
  ['fetched', 'fetched'],
  ['stored', 'stored'],
  ['updated', 'updated'],
  ['unchanged', 'unchanged'],
  ['duplicates', 'duplicates'],
  ['gone', 'goneCount'],
  ['failed', 'failedCount'],
] as const satisfies [keyof Run, TextKey][]

type RunData = { run: Run; partner: Pick<Partner, 'id' | 'name'> }
type RunOptions = { run: Run; context: PageContext }

/** Returns the report; while the run is queued or running the page reloads itself. */
export function runPage({ run, partner }: RunData, context: PageContext): string {
  const title = translate(context.language)('runTitle', { partner: partner.name })
  const refreshSeconds = isUnfinished(run) ? REFRESH_SECONDS : undefined
  return deskDocument(
    { title, context, refreshSeconds },
    <>
      <h1>
        {title}
        <RunState run={run} context={context} />
      </h1>
      <RunTimes run={run} context={context} />
      {isUnfinished(run) && <Progress run={run} context={context} />}
      <dl class="counts">
        {COUNTS.map(([name, label]) => (
          <div>
            <dt>{translate(context.language)(label)}</dt>
            <dd>{formatNumber(run[name], context.language)}</dd>
          </div>
        ))}
      </dl>
      <RunErrors run={run} context={context} />
    </>,
  )
}

export function RunState({ run, context }: RunOptions) {
  const { label, mood } = STATES[run.state]
  return <StatePill label={translate(context.language)(label)} mood={mood} />
}

function RunTimes({ run, context }: RunOptions) {
  const t = translate(context.language)
  return (
    <p class="facts">
      {run.startedAt !== null && (
        <>
          {t('started')}: <InstantTime iso={run.startedAt} context={context} />
        </>
      )}
      {run.finishedAt !== null && (
        <>
          {' · '}
          {t('finished')}: <InstantTime iso={run.finishedAt} context={context} />
        </>
      )}
    </p>
  )
}

/** A page is settled when it has an outcome; `fetched` overlaps the outcomes and is left out. */
function Progress({ run, context }: RunOptions) {
  const t = translate(context.language)
  const settled = run.stored + run.updated + run.unchanged + run.duplicates + run.gone + run.failed
  const text = t('runProgress', {
    settled: formatNumber(settled, context.language),
    discovered: formatNumber(run.discovered, context.language),
  })
  return (
    <section>
      <progress value={settled} max={Math.max(run.discovered, settled, 1)} aria-label={text} />
      <p class="soft">
        {text}. {t('runRefreshes')}
      </p>
    </section>
  )
}

function RunErrors({ run, context }: RunOptions) {
  const t = translate(context.language)
  return (
    <section>
      <h2>{t('runErrors')}</h2>
      {run.errors.length === 0 && <p class="soft">{t('noErrors')}</p>}
      {run.errors.length > 0 && (
        <ul class="rows">
          {run.errors.map(({ url, message }) => (
            <li class="row">
              <p>
                <a href={webAddress(url)}>{url}</a>
                <br />
                {message}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function isUnfinished(run: Run): boolean {
  return run.state === 'queued' || run.state === 'running'
}
