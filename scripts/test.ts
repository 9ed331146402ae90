/** `npm test`: every test, and as the last line how many passed and failed, from the runner's report. */

import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod/mini'

const reportSchema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  success: z.boolean(),
})

process.chdir(join(import.meta.dirname, '..'))
const folder = await mkdtemp(join(tmpdir(), 'trendwire-test-'))
const report = join(folder, 'report.json')
const { status } = spawnSync(
  'vitest',
  [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit' },
)
try {
  const { numPassedTests, numFailedTests, success } = reportSchema.parse(
    JSON.parse(await readFile(report, 'utf8')),
  )
  process.stdout.write(`${numPassedTests} passed, ${numFailedTests} failed\n`)
  process.exitCode = success && numFailedTests === 0 ? (status ?? 1) : 1
} catch {
  process.stderr.write('The runner left no report.\n')
  process.exitCode = 1
}
await rm(folder, { recursive: true, force: true })
