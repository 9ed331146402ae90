/** `npm start`: the Worker, its cron and the demo partners on this machine, until Ctrl-C. */

import { join } from 'node:path'
import { type DemoServer, startDemo } from '../demo/server.ts'
import { parseConfig } from '../src/config.ts'
import { ingestDemo } from './demo-partners.ts'
import { addMissingSecrets } from './dev-vars.ts'
import { configuredVars, type LocalRuntime, startRuntime } from './local-runtime.ts'
import { operatorClient } from './operator-client.ts'
import { originOf, readStartOptions, type StartOptions } from './start-options.ts'

const TICK_MS = 60_000
const SAME_SIGNAL_MS = 1_000
const DEV_VARS = '.dev.vars'

/** What the environment may say differently than wrangler.toml and .dev.vars. */
const OVERRIDABLE = [
  'ADMIN_TOKEN',
  'ALLOW_PRIVATE_HOSTS',
  'SITE_LANGUAGE',
  'SITE_NAME',
  'SITE_TIMEZONE',
  'VIEW_WINDOW_MINUTES',
]

type Closer = () => Promise<void>

process.chdir(join(import.meta.dirname, '..'))
const options = readStartOptions(process.argv.slice(2))
if (options.ok) await start(options.options)
else {
  ;(options.help ? process.stdout : process.stderr).write(`${options.message}\n`)
  process.exitCode = options.help ? 0 : 2
}

async function start(wanted: StartOptions): Promise<void> {
  const closers: Closer[] = []
  const end = ending(closers)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(0))
  // Whoever started us is gone without a signal: nothing may be left behind.
  process.on('disconnect', () => end(0))
  try {
    await bringUp(wanted, closers)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    await end(1)
  }
}

/** Ends everything that was started, last first, once; a second Ctrl-C does not wait. */
function ending(closers: Closer[]): (code: number) => Promise<void> {
  let begunAt: number | undefined
  return async (code) => {
    // npm hands on a signal that the terminal has sent already: the same Ctrl-C comes twice.
    if (begunAt !== undefined && Date.now() - begunAt > SAME_SIGNAL_MS) process.exit(1)
    if (begunAt !== undefined) return
    begunAt = Date.now()
    for (const close of closers.toReversed()) await close()
    process.exit(code)
  }
}

async function bringUp(wanted: StartOptions, closers: Closer[]): Promise<void> {
  const added = await addMissingSecrets(DEV_VARS)
  if (added.length > 0) say(`Made up ${added.join(', ')} in ${DEV_VARS}.`)
  const configured = { ...configuredVars(), ...ownVars(wanted) }
  const { adminToken } = parseConfig(configured)

  const demo = wanted.demo ? await startDemoBlogs(wanted, closers) : undefined
  say('Building the Worker, migrating its database…')
  const runtime = await startRuntime({
    ...wanted,
    vars: { ...configured, ALLOW_PRIVATE_HOSTS: allowedHosts(configured, demo) },
    onLog: (line) => say(`worker: ${line.trimEnd()}`),
  })
  closers.push(runtime.stop)
  closers.push(startCron(runtime))
  if (demo !== undefined) {
    say('Reading the demo blogs for the first time…')
    const operator = operatorClient(runtime.url, adminToken)
    await ingestDemo(demo, operator, { persistTo: wanted.persistTo, say })
  }
  greet(runtime, demo)
}

/** What a start on this machine sets itself: its own address, and what the environment says. */
function ownVars(wanted: StartOptions): Record<string, string> {
  const overrides = OVERRIDABLE.flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value]]
  })
  return { ...Object.fromEntries(overrides), SITE_URL: originOf(wanted.host, wanted.port) }
}

async function startDemoBlogs(wanted: StartOptions, closers: Closer[]): Promise<DemoServer> {
  const demo = await startDemo({ ports: { trendA: wanted.demoPort, trendB: wanted.demoPort + 1 } })
  closers.push(demo.close)
  return demo
}

function allowedHosts(configured: Record<string, string>, demo: DemoServer | undefined): string {
  const blogs = demo?.blogs.map((blog) => new URL(blog.url).host) ?? []
  return [configured['ALLOW_PRIVATE_HOSTS'], ...blogs].filter(Boolean).join(',')
}

/** Nothing on this machine fires the cron: this does. */
function startCron(runtime: LocalRuntime): Closer {
  const tick = () => {
    runtime.tick().catch((error: unknown) => say(`The tick failed: ${String(error)}`))
  }
  tick()
  const timer = setInterval(tick, TICK_MS)
  return async () => clearInterval(timer)
}

function greet(runtime: LocalRuntime, demo: DemoServer | undefined): void {
  say('')
  say(`Readers:  ${runtime.url}/`)
  say(`Admin:    ${runtime.url}/admin  (sign in with ADMIN_TOKEN from ${DEV_VARS})`)
  for (const blog of demo?.blogs ?? []) {
    say(`Partner:  ${blog.url}  (its webhooks: ${blog.webhookUrl})`)
  }
  say('Stop:     Ctrl-C. Everything is kept for the next start.')
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
