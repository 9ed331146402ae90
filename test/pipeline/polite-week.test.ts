/** The polite week: seven days of a partner pass, and every request is graded. */

import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { grade, sheetLines } from '../../bench/polite-week/grade.ts'
import { simulateWeek } from '../../bench/polite-week/simulate.ts'

/** A week of real runs, on a machine that may be busy. */
const LONG = { timeout: 300_000 }

/** A partner that publishes six times a day, with a move and a redesign in one week. */
const MOST: Record<string, number> = {
  'requests per article': 9,
  'publication to ours, median': 150,
  'publication to ours, 95th percentile': 420,
}

it('breaks no rule in a week, and costs little', LONG, async () => {
  const sheet = grade(await simulateWeek({ db: env.DB, content: env.CONTENT }))
  const broken = sheet.rules.filter(({ violations }) => violations.length > 0)
  expect(broken, sheetLines(sheet).join('\n')).toEqual([])
  // A rule that saw nothing has not held.
  expect(sheet.rules.filter(({ checked }) => checked === 0)).toEqual([])
  const dear = sheet.figures.filter(({ name, value }) => !(value <= (MOST[name] ?? 1_000)))
  expect(dear).toEqual([])
})
