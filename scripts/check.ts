/** `npm run check`: everything that can be known without running the tests, every failure shown. */

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const STEPS: [string, string[]][] = [
  ['biome', ['check', '--error-on-warnings']],
  ['tsc', []],
  ['tsc', ['--project', 'tsconfig.node.json']],
  ['knip', []],
  ['wrangler', ['deploy', '--dry-run', '--outdir', 'dist']],
]

process.chdir(join(import.meta.dirname, '..'))
const failed = STEPS.filter(([command, parameters]) => {
  process.stdout.write(`\n> ${command} ${parameters.join(' ')}\n`)
  return spawnSync(command, parameters, { stdio: 'inherit' }).status !== 0
})
process.stdout.write(
  failed.length === 0
    ? '\nAll checks passed.\n'
    : `\nFailed: ${failed.map(([command, parameters]) => [command, ...parameters].join(' ')).join('; ')}\n`,
)
process.exitCode = failed.length === 0 ? 0 : 1
