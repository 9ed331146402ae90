/** The grade sheet of a week: each rule with what it looked at and what broke it, and the figures. */

import { type Allowance, conditionalShare, gradeEconomy } from './economy.ts'
import { gradeManners } from './manners.ts'
import { gradePersistence } from './persistence.ts'
import type { Asked, Rule } from './request-log.ts'
import { delaysMinutes, gradeUpkeep, type Outcome, type Trouble } from './upkeep.ts'

/** At most so many violations of a rule are shown. */
const SHOWN_MAX = 5

export type Week = {
  startMs: number
  endMs: number
  log: Asked[]
  allowances: Allowance[]
  outcome: Outcome
  troubles: Trouble[]
  /** The partner that publishes as an office does, by which the figures are taken. */
  main: string
}

type Figure = { name: string; value: number; unit: string }

export type Sheet = { rules: Rule[]; figures: Figure[] }

export function grade(week: Week): Sheet {
  const { log, outcome, troubles } = week
  return {
    rules: [
      ...gradeManners(log),
      ...gradeEconomy(log, week.allowances),
      ...gradePersistence(log, week),
      ...gradeUpkeep(outcome, troubles),
    ],
    figures: figuresOf(week),
  }
}

function figuresOf({ log, outcome, troubles, main, startMs }: Week): Figure[] {
  const asked = log.filter(({ partner }) => partner === main)
  const written = outcome.written.filter(({ partner }) => partner === main)
  const delays = delaysMinutes({ ...outcome, written }, troubles, startMs)
  const count = (kind: Asked['kind']) => asked.filter((one) => one.kind === kind).length
  return [
    { name: 'articles', value: written.length, unit: '' },
    { name: 'requests for the list', value: count('source'), unit: '' },
    { name: 'requests for pages', value: count('page'), unit: '' },
    { name: 'requests per article', value: asked.length / Math.max(1, written.length), unit: '' },
    { name: 'of the list, conditional', value: 100 * conditionalShare(asked), unit: '%' },
    { name: 'publication to ours, median', value: quantile(delays, 0.5), unit: 'min' },
    { name: 'publication to ours, 95th percentile', value: quantile(delays, 0.95), unit: 'min' },
  ]
}

/** Of values in ascending order. */
function quantile(values: number[], share: number): number {
  return values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? Number.NaN
}

/** The sheet as lines of text. */
export function sheetLines({ rules, figures }: Sheet): string[] {
  return [
    ...rules.flatMap(({ name, checked, violations }) => [
      `${(violations.length === 0 ? 'held' : 'BROKEN').padStart(7)}  ${name}  (${checked} looked at, ${violations.length} broke it)`,
      ...violations.slice(0, SHOWN_MAX).map((violation) => `           ${violation}`),
    ]),
    ...figures.map(({ name, value, unit }) =>
      `${value.toFixed(unit === '' && Number.isInteger(value) ? 0 : 1).padStart(7)}  ${name} ${unit}`.trimEnd(),
    ),
  ]
}
