/** The polite week: seven days of a partner pass, and every request is graded. */

import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { grade, sheetLines } from '../../bench/polite-week/grade.ts'
import { simulateWeek } from '../../bench/polite-week/simulate.ts'

it('breaks no rule in a week', { timeout: 120_000 }, async () => {
  const week = await simulateWeek({ db: env.DB, content: env.CONTENT })
  const sheet = grade(week)
  const broken = sheet.rules.filter(({ violations }) => violations.length > 0)
  expect(broken, sheetLines(sheet).join('\n')).toEqual([])
})
