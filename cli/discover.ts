/** `discover URL [--json]`: prints what the crawler would find at a partner, what it would use, and why. */

import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { discover } from '../src/crawler/discover.ts'
import type { Found } from '../src/crawler/discovery.ts'
import { guardedFetch } from '../src/crawler/guarded-fetch.ts'
import { hostPort } from '../src/crawler/host-port.ts'
import { type FetchPage, politeFetcher } from '../src/crawler/polite.ts'
import { robotsFromStatus } from '../src/crawler/robots.ts'
import { userAgent } from '../src/crawler/user-agent.ts'
import type { CliIo } from './io.ts'

const USAGE = 'usage: discover URL [--json]\n'

/** Between requests to one host. */
const GAP_MS = 2000
const DEFAULT_SITE_URL = 'http://127.0.0.1:8787'

export async function run(args: string[], io: CliIo): Promise<0 | 1 | 2> {
  const parsed = parse(args)
  if (parsed === undefined) {
    io.err(USAGE)
    return 2
  }
  const { url, json } = parsed
  const sitemaps = new Set<string>()
  const fetchPage = fetcher(url, io, sitemaps)
  const discovery = await discover({ url, feed: null, listing: null }, { fetchPage })
  if (!discovery.ok || discovery.status === 'not-modified') {
    io.err(`${discovery.ok ? `${url} has nothing new.` : discovery.message}\n`)
    return 1
  }
  const report = reportOf(url, discovery, [...sitemaps])
  io.out(json ? `${JSON.stringify(report, null, 2)}\n` : sentences(report))
  return 0
}

function parse(args: string[]): { url: string; json: boolean } | undefined {
  try {
    const options = { json: { type: 'boolean', default: false } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [url, ...more] = positionals
    if (url === undefined || more.length > 0 || !URL.canParse(url)) return undefined
    return { url, json: values.json }
  } catch {
    return undefined
  }
}

/** The crawler's own way out, robots.txt and pauses included; collects the sitemaps on the way. */
function fetcher(url: string, io: CliIo, sitemaps: Set<string>): FetchPage {
  const { SITE_URL: siteUrl = DEFAULT_SITE_URL, ALLOW_PRIVATE_HOSTS: hosts = '' } = io.env
  const listed = hosts.split(',').map((host) => host.trim().toLowerCase())
  const options = {
    fetch: io.fetch,
    // Whoever types a private address at their own machine means it; what it leads to stays guarded.
    allowPrivateHosts: new Set([...listed, hostPort(new URL(url))].filter((host) => host !== '')),
    ownHost: new URL(siteUrl).host,
    userAgent: userAgent(siteUrl),
  }
  return politeFetcher({
    guarded: (address, request) => guardedFetch(address, { ...options, ...request }),
    async robotsFor(_origin, ask) {
      const { status, body } = await ask()
      const robots = robotsFromStatus(status, body)
      for (const sitemap of robots.sitemaps) sitemaps.add(sitemap)
      return robots
    },
    gapMs: GAP_MS,
    allowPrivateHosts: options.allowPrivateHosts,
    sleep: async (milliseconds) => {
      await sleep(milliseconds)
    },
    now: () => Date.now(),
  })
}

function reportOf(url: string, discovery: Found, sitemaps: string[]) {
  const { via, source, why, considered, entries } = discovery
  return { url, uses: { via, url: source.url }, why, considered, sitemaps, entries }
}

function sentences(report: ReturnType<typeof reportOf>): string {
  const lines = [
    `${report.url} would be read by its ${report.uses.via}: ${report.uses.url}`,
    report.why,
    '',
    ...report.considered.map(({ kind, url, verdict }) => `${kind}\t${url}\t${verdict}`),
    ...report.sitemaps.map((url) => `sitemap\t${url}\tnamed by robots.txt`),
    '',
    ...report.entries.map(({ url, title }) => (title === null ? url : `${url}\t${title}`)),
  ]
  return `${lines.join('\n')}\n`
}
