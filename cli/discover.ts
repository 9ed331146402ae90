/** `discover URL [--json]`: prints what the crawler would find at a partner, what it would use, and why. */

import { parseArgs } from 'node:util'
import { discover } from '../src/crawler/discovery/discover.ts'
import type { Found } from '../src/crawler/discovery/discovery.ts'
import { PRODUCT_TOKEN } from '../src/crawler/fetch/user-agent.ts'
import { crawlDelaySeconds, type Robots, robotsAllow } from '../src/crawler/politeness/robots.ts'
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
  const robots = new Map<string, Robots>()
  const fetchPage = guestFetch(url, io, {
    onRobots: (rules, origin) => robots.set(origin, rules),
  })
  const discovery = await discover(
    { url, feed: null, sitemap: null, listing: null },
    {
      fetchPage,
      now: () => new Date(),
      sitemapsOf: async (origin) => robots.get(origin)?.sitemaps ?? [],
      patterns: {},
    },
  )
  if (!discovery.ok || discovery.status === 'not-modified') {
    io.err(`${discovery.ok ? `${url} has nothing new.` : discovery.message}\n`)
    return 1
  }
  const report = reportOf(url, discovery, robots)
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

function reportOf(url: string, discovery: Found, robots: ReadonlyMap<string, Robots>) {
  const { via, source, second, why, considered, leftOut } = discovery
  const rules = robots.get(new URL(url).origin)
  const entries = discovery.entries.map(({ html: _, ...entry }) => entry)
  const dates = entries.map(({ publishedAt, updatedAt }) => publishedAt ?? updatedAt)
  const newest =
    dates
      .filter((date) => date !== null)
      .sort(byInstant)
      .at(-1) ?? null
  return {
    url,
    uses: { via, url: source.url },
    second: second === null ? null : { via: second.kind, url: second.url },
    why,
    robots: {
      allowed: rules === undefined || robotsAllow(rules, PRODUCT_TOKEN, url),
      crawlDelaySeconds:
        rules === undefined ? null : (crawlDelaySeconds(rules, PRODUCT_TOKEN) ?? null),
    },
    considered,
    sitemaps: [...robots.values()].flatMap(({ sitemaps }) => sitemaps),
    leftOut,
    newest,
    entries,
  }
}

function byInstant(a: string, b: string): number {
  return Date.parse(a) - Date.parse(b)
}

type Report = ReturnType<typeof reportOf>

function sentences(report: Report): string {
  const { url, uses, second, why, considered, sitemaps, leftOut, entries } = report
  const checked =
    second === null ? [] : [`Checked now and then by its ${second.via}: ${second.url}`]
  const lines = [
    `${url} would be read by its ${uses.via}: ${uses.url}`,
    why,
    ...checked,
    manners(report),
    '',
    ...considered.map(({ kind, url, verdict }) => `${kind}\t${url}\t${verdict}`),
    ...sitemaps.map((url) => `sitemap\t${url}\tnamed by robots.txt`),
    ...leftOut.map(({ why, count, example }) => `left out\t${example}\t${why}, ${count} in all`),
    '',
    counted(report),
    ...entries.map(({ url, title }) => (title === null ? url : `${url}\t${title}`)),
  ]
  return `${lines.join('\n')}\n`
}

function manners({ robots: { allowed, crawlDelaySeconds: delay } }: Report): string {
  const verdict = allowed ? 'robots.txt allows it' : 'robots.txt forbids it'
  return delay === null ? `${verdict}.` : `${verdict} and asks for ${delay} s between requests.`
}

function counted({ entries, newest }: Report): string {
  const articles = entries.length === 1 ? '1 article' : `${entries.length} articles`
  return newest === null ? `${articles}:` : `${articles}, the newest of ${newest}:`
}
