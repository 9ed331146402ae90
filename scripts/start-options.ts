/** What `npm start` can be told, and how it says so. */

import { join } from 'node:path'
import { parseArgs } from 'node:util'

const START_HELP = `Starts Trendwire on this machine: the Worker under workerd, its cron, and two demo blogs.

  npm start -- [--no-demo] [--port N] [--demo-port N] [--host ADDRESS] [--persist-to FOLDER]

  --no-demo           the Worker alone, cron included
  --port N            where readers find it (8787)
  --demo-port N       the first blog; the second is at N + 1 (8801)
  --host ADDRESS      the address to listen on (127.0.0.1)
  --persist-to FOLDER where everything is kept (.wrangler/state)
  --help              this text

Variables of wrangler.toml may be overridden by .dev.vars and by the environment. Ctrl-C ends it.
`

const PORT_MAX = 65_535

export type StartOptions = {
  demo: boolean
  port: number
  demoPort: number
  host: string
  persistTo: string
}

/** The origin under which a reader on this machine reaches a server that listens on `host`. */
export function originOf(host: string, port: number): string {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`
}

/** The options, or a sentence that says what is wrong with them, or that help is asked for. */
export function readStartOptions(
  parameters: string[],
): { ok: true; options: StartOptions } | { ok: false; help: boolean; message: string } {
  try {
    const { values } = parseArgs({
      args: parameters,
      allowNegative: true,
      options: {
        demo: { type: 'boolean', default: true },
        port: { type: 'string', default: '8787' },
        'demo-port': { type: 'string', default: '8801' },
        host: { type: 'string', default: '127.0.0.1' },
        'persist-to': { type: 'string', default: join('.wrangler', 'state') },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) return { ok: false, help: true, message: START_HELP }
    return {
      ok: true,
      options: {
        demo: values.demo,
        port: portOf('--port', values.port),
        demoPort: portOf('--demo-port', values['demo-port']),
        host: values.host,
        persistTo: values['persist-to'],
      },
    }
  } catch (error) {
    return {
      ok: false,
      help: false,
      message: error instanceof Error ? error.message : String(error),
    }
  }
}

function portOf(name: string, text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port < 1 || port > PORT_MAX)
    throw new Error(`${name} ${text} is no port.`)
  return port
}
