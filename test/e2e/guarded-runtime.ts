/** Runs the guarded fetch alone under workerd, and hands requests to it. */

import { join } from 'node:path'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { build } from 'vite'
import type { FetchOutcome } from '../../src/crawler/fetch/fetch-outcome.ts'
import type { GuardedRequest } from './guarded-worker.ts'

const MAIN = "import { answer } from './guarded.js'\nexport default { fetch: answer }"

export type GuardedRuntime = {
  ask: (request: GuardedRequest) => Promise<FetchOutcome>
  stop: () => Promise<void>
}

export async function startGuardedRuntime(): Promise<GuardedRuntime> {
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      cf: false,
      workers: [
        {
          name: 'guarded',
          compatibilityDate: '2026-11-02',
          compatibilityFlags: ['nodejs_compat'],
          modules: [
            { type: 'ESModule', path: 'index.js', contents: MAIN },
            { type: 'ESModule', path: 'guarded.js', contents: await bundled() },
          ],
        },
      ],
    }),
  )
  await miniflare.ready
  return {
    async ask(request) {
      const body = JSON.stringify(request)
      const response = await miniflare.dispatchFetch('http://guarded/', { method: 'POST', body })
      const outcome: FetchOutcome = JSON.parse(await response.text())
      return outcome
    },
    stop: () => miniflare.dispose(),
  }
}

async function bundled(): Promise<string> {
  const entry = join(import.meta.dirname, 'guarded-worker.ts')
  const lib = { entry, formats: ['es' as const], fileName: 'guarded' }
  const built = await build({ configFile: false, logLevel: 'error', build: { write: false, lib } })
  const [bundle] = Array.isArray(built) ? built : [built]
  const [file] = bundle !== undefined && 'output' in bundle ? bundle.output : []
  if (file?.type !== 'chunk') throw new Error('The guarded fetch could not be bundled.')
  return file.code
}
