/** `npm start`, as whoever cloned the project runs it. */

import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, type TestContext } from 'vitest'
import { eventually, freePort } from './servers.ts'

const START_TIMEOUT_MS = 90_000
const STOP_TIMEOUT_MS = 20_000

type Started = { child: ChildProcess; output: () => string; ended: Promise<number | null> }

/** One test's own folder and mark; everything it starts is ended with it. */
type Scene = {
  start: (parameters: string[], vars?: Record<string, string>) => Started
  /** Processes that carry this scene's mark in their environment: all that it started. */
  processes: () => Promise<string[]>
}

async function newScene({ onTestFinished }: TestContext): Promise<Scene> {
  const folder = await mkdtemp(join(tmpdir(), 'trendwire-start-'))
  const mark = randomUUID()
  const started: Started[] = []
  onTestFinished(async () => {
    for (const { child, ended } of started) {
      child.kill('SIGINT')
      await ended
    }
    await rm(folder, { recursive: true, force: true })
  })
  return {
    start(parameters, vars = {}) {
      const one = startProcess(['--persist-to', folder, ...parameters], {
        TRENDWIRE_TEST_MARK: mark,
        ...vars,
      })
      started.push(one)
      return one
    },
    processes: () => processesMarked(mark),
  }
}

function startProcess(parameters: string[], vars: Record<string, string>): Started {
  const child = spawn('npm', ['start', '--', ...parameters], {
    cwd: join(import.meta.dirname, '..', '..'),
    env: { ...process.env, ...vars },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
  }
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  return { child, output: () => output, ended }
}

async function processesMarked(mark: string): Promise<string[]> {
  const found: string[] = []
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue
    const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '')
    if (environment.includes(mark)) found.push(pid)
  }
  return found
}

async function ready(one: Started): Promise<void> {
  await eventually('it says how to stop it', START_TIMEOUT_MS, () => {
    if (one.child.exitCode !== null) throw new Error(`It ended:\n${one.output()}`)
    return one.output().includes('Stop:') || undefined
  })
}

async function articlesAt(port: number): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/articles?limit=100`)
  const { items } = (await answer.json()) as { items: unknown[] }
  return items.length
}

describe.concurrent('npm start', () => {
  it('brings both demo blogs in, ends every process on Ctrl-C, and keeps the data', async (test) => {
    const scene = await newScene(test)
    const [port, demoPort] = [await freePort(), 18_801]
    const parameters = ['--port', String(port), '--demo-port', String(demoPort)]
    const first = scene.start(parameters)
    await ready(first)
    expect(first.output()).toContain(`Readers:  http://127.0.0.1:${port}/`)
    expect(first.output()).toContain(`Admin:    http://127.0.0.1:${port}/admin`)
    expect(await articlesAt(port)).toBeGreaterThanOrEqual(24)
    expect((await scene.processes()).length).toBeGreaterThan(1)
    first.child.kill('SIGINT')
    await first.ended
    await eventually('all its processes ended', STOP_TIMEOUT_MS, async () =>
      (await scene.processes()).length === 0 ? true : undefined,
    )

    const second = scene.start(parameters)
    await ready(second)
    expect(second.output()).toMatch(/13 listed, 0 new, 0 updated, 13 unchanged, 0 failed/)
    expect(await articlesAt(port)).toBeGreaterThanOrEqual(24)
  })

  it('starts the Worker alone with --no-demo, its cron included', async (test) => {
    const scene = await newScene(test)
    const port = await freePort()
    const partner = createServer((request, response) => {
      if (request.url === '/') partnerAsked = true
      response.writeHead(404).end()
    })
    let partnerAsked = false
    await new Promise<void>((resolve) => partner.listen(0, '127.0.0.1', resolve))
    const address = partner.address()
    const host = `127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`
    const token = 'a-token-from-the-environment'
    const one = scene.start(['--no-demo', '--port', String(port)], {
      ALLOW_PRIVATE_HOSTS: host,
      ADMIN_TOKEN: token,
    })
    await ready(one)
    const response = await fetch(`http://127.0.0.1:${port}/api/admin/partners`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ name: 'Láng giềng', url: `http://${host}/` }),
    })
    expect(response.status).toBe(201)
    await eventually('the cron asked the partner', 75_000, () => partnerAsked || undefined)
    partner.close()
  })

  it.for([
    ['SITE_TIMEZONE', 'Mars/Olympus'],
    ['ALLOW_PRIVATE_HOSTS', 'no-port'],
    ['VIEW_WINDOW_MINUTES', 'soon'],
    ['ADMIN_TOKEN', 'short'],
  ] as const)('stops with one line that names a malformed %s', async ([name, value], test) => {
    const scene = await newScene(test)
    const one = scene.start(['--no-demo', '--port', String(await freePort())], { [name]: value })
    expect(await one.ended).toBe(1)
    const lines = one.output().trim().split('\n')
    expect(lines.at(-1)).toMatch(new RegExp(`^${name} is malformed: `))
  })

  it('says which port is taken', async (test) => {
    const scene = await newScene(test)
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const address = taken.address()
    const port = address !== null && typeof address === 'object' ? address.port : 0
    const one = scene.start(['--no-demo', '--port', String(port)])
    expect(await one.ended).toBe(1)
    expect(one.output()).toContain(String(port))
    taken.close()
  })

  it('explains itself, and refuses what it does not know', async (test) => {
    const scene = await newScene(test)
    const help = scene.start(['--help'])
    expect(await help.ended).toBe(0)
    expect(help.output()).toContain('--no-demo')
    const wrong = scene.start(['--colour', 'red'])
    expect(await wrong.ended).toBe(2)
    expect(wrong.output()).toContain('--colour')
  })
})
