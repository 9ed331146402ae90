/** `discover URL [--json]`: prints what the crawler would find at a partner, what it would use, and why. */

import { parseArgs } from 'node:util'
import { discover } from '../src/crawler/discover.ts'
import type { Found } from '../src/crawler/discovery.ts'
import { environmentFault } from './environment.ts'
import { guestFetch } from './guest-fetch.ts'
import type { CliIo } from './io.ts'

const USAGE = 'usage: discover URL [--json]\n'

export async function run(args: string[], io: CliIo): Promise<0 | 1 | 2> {
  const parsed = parse(args)
  if (parsed === undefined) {
    io.err(USAGE)
    return 2
  }
  const fault = environmentFault(io.env)
  if (fault !== undefined) {
    io.err(`${fault}\n`)
    return 2
  }
  const { url, json } = parsed
  const sitemaps = new Set<string>()
  const fetchPage = guestFetch(url, io, {
    onRobots: (robots) => {
      for (const sitemap of robots.sitemaps) sitemaps.add(sitemap)
    },
  })
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
