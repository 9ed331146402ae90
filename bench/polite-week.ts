/** The grade sheet of the polite week, which passes in workerd with storage of its own. */

import { join } from 'node:path'
import { readD1Migrations } from '@cloudflare/vitest-plugin'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { build } from 'vite'
import { grade, sheetLines, type Week } from './polite-week/grade.ts'

const MAIN = "import { answer } from './week.js'\nexport default { fetch: answer }"

/** The sheet as lines of text. */
export async function politeWeekLines(): Promise<string[]> {
  const runtime = new Miniflare(
    convertV4MiniflareOptions({
      cf: false,
      workers: [
        {
          name: 'polite-week',
          compatibilityDate: '2026-11-02',
          compatibilityFlags: ['nodejs_compat'],
          d1Databases: { DB: 'polite-week' },
          kvNamespaces: { CONTENT: 'polite-week' },
          modules: [
            { type: 'ESModule', path: 'index.js', contents: MAIN },
            { type: 'ESModule', path: 'week.js', contents: await bundled() },
          ],
        },
      ],
    }),
  )
  try {
    const db = await runtime.getD1Database('DB')
    const migrations = await readD1Migrations(join(import.meta.dirname, '..', 'migrations'))
    await db.batch(migrations.flatMap(({ queries }) => queries).map((sql) => db.prepare(sql)))
    const response = await runtime.dispatchFetch('http://polite-week/')
    const week: Week = JSON.parse(await response.text())
    return sheetLines(grade(week))
  } finally {
    await runtime.dispose()
  }
}

async function bundled(): Promise<string> {
  const entry = join(import.meta.dirname, 'polite-week', 'week-worker.ts')
  const lib = { entry, formats: ['es' as const], fileName: 'week' }
  const built = await build({ configFile: false, logLevel: 'error', build: { write: false, lib } })
  const [bundle] = Array.isArray(built) ? built : [built]
  const [file] = bundle !== undefined && 'output' in bundle ? bundle.output : []
  if (file?.type !== 'chunk') throw new Error('The polite week could not be bundled.')
  return file.code
}
