/** The Worker under workerd on this machine: built as it is deployed, with its storage in a folder. */

import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { D1Database } from '@cloudflare/workers-types'
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare'
import { unstable_getMiniflareWorkerOptions } from 'wrangler'
import * as z from 'zod/mini'
import { LEASE_MS, releaseLeases } from '../src/storage/runs.ts'

const CRON = '* * * * *'

/** Variables are text; wrangler would take any JSON. */
const bindingsSchema = z.optional(z.record(z.string(), z.string()))

const root = join(import.meta.dirname, '..')
const run = promisify(execFile)

export type RuntimeOptions = {
  host: string
  /** 0: any free one. */
  port: number
  /** Where D1, KV, queues and Durable Objects are kept; `wrangler --persist-to` reads the same. */
  persistTo: string
  /** Variables and secrets, over those of wrangler.toml and .dev.vars. */
  vars: Record<string, string>
  /** Log lines of the Worker. */
  onLog: (line: string) => void
}

export type LocalRuntime = {
  /** The origin, without a trailing slash. */
  url: string
  /** Does what the cron does every minute. */
  tick: () => Promise<void>
  /** For whoever measures. */
  db: D1Database
  stop: () => Promise<void>
}

/** Variables of wrangler.toml with the secrets of .dev.vars over them. */
export function configuredVars(): Record<string, string> {
  return workerOptions().bindings
}

/** Builds the Worker and migrates the database in `persistTo`; returns the Worker's script. */
export async function prepareRuntime(persistTo: string): Promise<string> {
  const [script] = await Promise.all([buildWorker(), migrate(persistTo)])
  return script
}

/** Starts the Worker, prepared here where it has not been before; ready when this resolves. */
export async function startRuntime(
  options: RuntimeOptions,
  prepared: string | undefined = undefined,
): Promise<LocalRuntime> {
  const script = prepared ?? (await prepareRuntime(options.persistTo))
  const configured = workerOptions()
  // Whoever comes as soon as the port is open may get a lease: theirs begins later.
  const startedAt = Date.now()
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: options.host,
      port: options.port,
      // Else Miniflare asks a host of Cloudflare's for it: nothing here talks to the outside.
      cf: false,
      resourcePersistencePath: join(options.persistTo, 'v3'),
      log: new Log(LogLevel.WARN),
      handleStructuredLogs: ({ message }) => options.onLog(message),
      workers: [
        {
          ...configured,
          bindings: { ...configured.bindings, ...options.vars },
          modules: [{ type: 'ESModule', path: 'index.js', contents: script }],
        },
      ],
    }),
  )
  const url = await miniflare.ready
  const db = await miniflare.getD1Database('DB')
  await releaseLeases(db, {
    now: new Date().toISOString(),
    until: new Date(startedAt + LEASE_MS).toISOString(),
  })
  return {
    url: url.origin,
    tick: async () => {
      const worker = await miniflare.getWorker()
      await worker.scheduled({ cron: CRON })
    },
    db,
    stop: () => miniflare.dispose(),
  }
}

function workerOptions() {
  // Wrangler tells on standard output that it has read .dev.vars.
  process.env['WRANGLER_LOG'] ??= 'warn'
  const options = unstable_getMiniflareWorkerOptions(join(root, 'wrangler.toml')).workerOptions
  const { bindings = {} } = z.object({ bindings: bindingsSchema }).parse(options)
  return { ...options, bindings }
}

async function buildWorker(): Promise<string> {
  const parent = join(root, '.wrangler', 'tmp')
  await mkdir(parent, { recursive: true })
  const folder = await mkdtemp(join(parent, 'build-'))
  try {
    await wrangler(['deploy', '--dry-run', '--outdir', folder])
    return await readFile(join(folder, 'index.js'), 'utf8')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function migrate(persistTo: string): Promise<void> {
  await wrangler(['d1', 'migrations', 'apply', 'trendwire', '--local', '--persist-to', persistTo])
}

/** @throws {Error} with what wrangler printed. */
async function wrangler(parameters: string[]): Promise<void> {
  try {
    await run(join(root, 'node_modules', '.bin', 'wrangler'), parameters, {
      cwd: root,
      // CI: it asks nothing and answers its own questions.
      env: { ...process.env, CI: 'true', WRANGLER_SEND_METRICS: 'false' },
    })
  } catch (error) {
    const printed = error instanceof Error && 'stderr' in error ? String(error.stderr) : ''
    throw new Error(`wrangler ${parameters.join(' ')} failed.\n${printed}`, { cause: error })
  }
}
