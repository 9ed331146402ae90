/** Both demo blogs and the Worker as real servers on free ports, for one test file. */

import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DemoServer, startDemo } from '../../demo/server.ts'
import { type LocalRuntime, startRuntime } from '../../scripts/local-runtime.ts'
import { type OperatorClient, operatorClient } from '../../scripts/operator-client.ts'

export const PERSON =
  'Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0 Mobile Safari/537.36'

const ADMIN_TOKEN = 'end-to-end-admin-token'

export type Servers = {
  demo: DemoServer
  runtime: LocalRuntime
  operator: OperatorClient
  logs: string[]
  stop: () => Promise<void>
}

export async function startServers(): Promise<Servers> {
  const persistTo = await mkdtemp(join(tmpdir(), 'trendwire-e2e-'))
  const demo = await startDemo({ ports: { trendA: 0, trendB: 0 } })
  const port = await freePort()
  const logs: string[] = []
  const runtime = await startRuntime({
    host: '127.0.0.1',
    port,
    persistTo,
    vars: {
      ADMIN_TOKEN,
      SITE_URL: `http://127.0.0.1:${port}`,
      ALLOW_PRIVATE_HOSTS: demo.blogs.map((blog) => new URL(blog.url).host).join(','),
    },
    onLog: (line) => logs.push(line),
  })
  return {
    demo,
    runtime,
    operator: operatorClient(runtime.url, ADMIN_TOKEN),
    logs,
    stop: async () => {
      await runtime.stop()
      await demo.close()
      await rm(persistTo, { recursive: true, force: true })
    },
  }
}

export async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('No port.'))
        else resolve(address.port)
      })
    })
  })
}

/** Asks every 200 ms until `find` finds something; fails with `what` when `timeoutMs` are over. */
export async function eventually<Value>(
  what: string,
  timeoutMs: number,
  find: () => Promise<Value | undefined> | Value | undefined,
): Promise<Value> {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    const value = await find()
    if (value !== undefined) return value
    if (Date.now() > deadline) throw new Error(`Not within ${timeoutMs} ms: ${what}.`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
