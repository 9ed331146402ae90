/** How a partner fares, as operators see it: its state, how often it is visited, and what is wrong. */

import type { Alarm, AlarmKind } from '../articles/alarm.ts'
import type { Partner } from '../articles/partner.ts'
import { type Language, type TextKey, translate } from './catalogue.ts'
import type { PageContext } from './context.ts'
import { formatMinutes } from './formats.ts'
import { StatePill } from './state-pill.tsx'
import { InstantTime } from './times.tsx'

const ALARM_TEXTS = {
  failing: 'alarmFailing',
  'layout-changed': 'alarmLayout',
  'quality-fell': 'alarmQuality',
  silent: 'alarmSilent',
} as const satisfies Record<AlarmKind, TextKey>

export function PartnerState({ partner, context }: { partner: Partner; context: PageContext }) {
  const t = translate(context.language)
  switch (partner.state) {
    case 'active':
      return <StatePill label={t('partnerActive')} mood="good" />
    case 'degraded':
      return <StatePill label={t('partnerDegraded')} mood="bad" />
    case 'paused':
      return partner.isVisited ? (
        <StatePill label={t('partnerGivenUp')} mood="bad" />
      ) : (
        <StatePill label={t('partnerOnHold')} mood="neutral" />
      )
    case 'gone':
      return <StatePill label={t('partnerGone')} mood="bad" />
    default:
      return partner.state satisfies never
  }
}

/** How often a partner is visited, in words. */
export function intervalText(
  { intervalMinutes, learntMinutes }: Partner,
  language: Language,
): string {
  const t = translate(language)
  const wait = (minutes: number) => ({ wait: formatMinutes(minutes, language) })
  if (intervalMinutes !== null) return t('everyMinutes', wait(intervalMinutes))
  return learntMinutes === null ? t('byRhythm') : t('byRhythmNow', wait(learntMinutes))
}

/** Why a partner is not well, and what else is wrong with it. */
export function PartnerTroubles({ partner, context }: { partner: Partner; context: PageContext }) {
  const t = translate(context.language)
  const others = partner.alarms.filter(({ kind }) => kind !== 'failing')
  return (
    <>
      {partner.isVisited && partner.stateReason !== null && (
        <p class="wrong">
          {t('stateReason')}: {partner.stateReason}
        </p>
      )}
      {others.map(({ kind, message }) => (
        <p class="wrong">
          {t(ALARM_TEXTS[kind])}: {message}
        </p>
      ))}
    </>
  )
}

export type AlarmLine = Alarm & { partnerName: string }

/** Everything that is wrong and not over yet; nothing where all is well. */
export function AlarmList({ alarms, context }: { alarms: AlarmLine[]; context: PageContext }) {
  const t = translate(context.language)
  if (alarms.length === 0) return null
  return (
    <section class="alarms">
      <h2>{t('alarms')}</h2>
      <ul>
        {alarms.map(({ kind, message, partnerId, partnerName, raisedAt }) => (
          <li class="wrong">
            <strong>
              <a href={`#partner-${partnerId}`}>{partnerName}</a>: {t(ALARM_TEXTS[kind])}
            </strong>{' '}
            (<InstantTime iso={raisedAt} context={context} />) {message}
          </li>
        ))}
      </ul>
    </section>
  )
}
