/** Which alarms a visit raises, and which it clears. */

import type { AlarmKind } from '../../articles/alarm.ts'
import type { Health } from '../../articles/health.ts'
import type { Rhythm } from '../../articles/rhythm.ts'
import type { Discovery } from '../discovery/discovery.ts'
import { isUnreadable } from './readable-pages.ts'
import { unexplainedSilence } from './silence.ts'
import { qualityVerdict } from './usual-quality.ts'

/** `message` raises an alarm, null clears it. A kind on which there is nothing to say is left out. */
export type AlarmVerdict = { kind: AlarmKind; message: string | null }

export type VisitSigns = {
  /** Undefined where the source was not asked. */
  discovery: Discovery | undefined
  /** With this visit taken in; of the visits before it. */
  health: Health
  healthBefore: Health
  /** Undefined where the visit told nothing of it. */
  rhythm: Rhythm | undefined
  /** Qualities of the newest articles; undefined where the visit has changed none. */
  latestQualities: number[] | undefined
  now: Date
}

/** Each kind once at most. */
export function alarmVerdicts(signs: VisitSigns): AlarmVerdict[] {
  return [layoutVerdict(signs), silenceVerdict(signs), fallVerdict(signs)].flatMap(
    (verdict) => verdict ?? [],
  )
}

function layoutVerdict({ discovery, health, healthBefore }: VisitSigns): AlarmVerdict | undefined {
  const kind = 'layout-changed'
  if (discovery?.ok === false) {
    const isLost = discovery.reason === 'nothing-found' && healthBefore.hasListed
    return isLost ? { kind, message: `${discovery.message} It used to.` } : undefined
  }
  if (isUnreadable(health)) {
    const message = `Its pages used to be articles: the last ${health.unreadable} that were asked for could not be read as such.`
    return { kind, message }
  }
  if (health.unreadable > 0) return undefined
  const isReadAgain = healthBefore.unreadable > 0
  return isReadAgain || discovery !== undefined ? { kind, message: null } : undefined
}

function silenceVerdict({ rhythm, now }: VisitSigns): AlarmVerdict | undefined {
  if (rhythm === undefined) return undefined
  const days = unexplainedSilence(rhythm, now)
  const message = `It has published nothing for ${days === 1 ? 'a day' : `${days} days`}: its rhythm does not explain that.`
  return { kind: 'silent', message: days === undefined ? null : message }
}

function fallVerdict({ health, latestQualities }: VisitSigns): AlarmVerdict | undefined {
  if (latestQualities === undefined) return undefined
  const verdict = qualityVerdict(health.quality, latestQualities)
  if (verdict === undefined) return undefined
  if (verdict === 'well') return { kind: 'quality-fell', message: null }
  const [now, usual] = [verdict.mean, health.quality?.mean ?? 0].map((share) => share.toFixed(2))
  const message = `Its articles are read less well than usual: ${now} on average of the newest ${latestQualities.length}, where it used to be ${usual}.`
  return { kind: 'quality-fell', message }
}
