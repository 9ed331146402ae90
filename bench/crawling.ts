/** What the crawler makes of many partners at once: articles, memory, waiting for others, opening runs. */

import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { type Comparison, comparison, median } from './comparison.ts'
import { type Crawl, startCrawl } from './crawl-runtime.ts'
import { type CrawledBlog, openBlog } from './crawled-blogs.ts'

const run = promisify(execFile)

const HANGING_ARTICLES = 20
const HANGING_HOSTS = 20

/** One in so many hosts never answers. */
const HANGING_EVERY = 5

const HANGING_ROUNDS = 2

const MEMORY_GROWTH_MIB_MAX = 128
const DUE_PARTNERS = 1_000
const BASELINE_ROUNDS = 3

/** `articles` are spread over `hosts`; both may be smaller where time is short. */
export async function benchCrawling({ articles = 2_000, hosts = 20 } = {}): Promise<Comparison[]> {
  const blogs = await openBlogs(hosts, Math.ceil(articles / hosts))
  const crawl = await startCrawl(blogs)
  try {
    const parsing = await parsingRate(blogs)
    const memoryBefore = await crawl.memory()
    const seconds = await crawl.ingest(blogs)
    const stored = blogs.reduce((sum, { pages }) => sum + pages.length, 0)
    const growth = (await crawl.memory()) - memoryBefore
    return [
      comparison('articles ingested / fetched and parsed', 'per second', stored / seconds, parsing),
      comparison('memory grown / allowed', 'MiB', growth, MEMORY_GROWTH_MIB_MAX),
      ...(await quietVisits(blogs, crawl)),
      await openingRuns(crawl),
      await besideHangingHosts(),
    ]
  } finally {
    await crawl.stop()
    await Promise.all(blogs.map(({ close }) => close()))
  }
}

function openBlogs(hosts: number, articles: number): Promise<CrawledBlog[]> {
  return Promise.all(Array.from({ length: hosts }, (_, number) => openBlog(number, { articles })))
}

/** Of a Worker in the same runtime that fetches and parses the same pages, as many hosts at a time. */
async function parsingRate(blogs: CrawledBlog[]): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'trendwire-parse-'))
  const config = ['--config', join(import.meta.dirname, 'parse-worker.toml')]
  const wrangler = join(import.meta.dirname, '..', 'node_modules', '.bin', 'wrangler')
  await run(wrangler, ['deploy', ...config, '--dry-run', '--outdir', folder])
  const contents = await readFile(join(folder, 'parse-worker.js'), 'utf8')
  const modules = [{ type: 'ESModule' as const, path: 'parse-worker.js', contents }]
  const workers = [{ name: 'parse-worker', compatibilityDate: '2026-11-02', modules }]
  const miniflare = new Miniflare(convertV4MiniflareOptions({ cf: false, workers }))
  try {
    const url = await miniflare.ready
    const body = JSON.stringify(blogs.map(({ pages }) => pages))
    const pages = blogs.reduce((sum, blog) => sum + blog.pages.length, 0)
    const rates: number[] = []
    for (let round = 0; round < BASELINE_ROUNDS; round += 1) {
      const startedAt = performance.now()
      await (await fetch(url, { method: 'POST', body })).text()
      rates.push(pages / ((performance.now() - startedAt) / 1000))
    }
    return median(rates)
  } finally {
    await miniflare.dispose()
    await rm(folder, { recursive: true, force: true })
  }
}

/** What a partner without news is asked, against the one question that it takes. */
async function quietVisits(blogs: CrawledBlog[], crawl: Crawl): Promise<Comparison[]> {
  const asked = () => blogs.reduce((sum, blog) => sum + blog.asked.total, 0)
  const before = asked()
  await crawl.visitAgain()
  const requests = (asked() - before) / blogs.length
  return [comparison('requests to a partner without news / one', 'requests', requests, 1)]
}

/** A tick that opens a thousand runs, against one that opens a tenth of them. */
async function openingRuns(crawl: Crawl): Promise<Comparison> {
  const few = await crawl.tickMs(DUE_PARTNERS / 10)
  const many = await crawl.tickMs(DUE_PARTNERS)
  return comparison(`tick of ${DUE_PARTNERS} due partners / of a tenth`, 'ms', many, few)
}

/** How long hosts that answer take beside such as hang, against how long they take alone. */
async function besideHangingHosts(): Promise<Comparison> {
  const blogs = await openBlogs(HANGING_HOSTS, HANGING_ARTICLES)
  const hanging = await Promise.all(
    Array.from({ length: HANGING_HOSTS / HANGING_EVERY }, (_, number) =>
      openBlog(HANGING_HOSTS + number, { articles: 1, delay: () => undefined }),
    ),
  )
  const answering = blogs.slice(hanging.length)
  const alone: number[] = []
  const beside: number[] = []
  for (let round = 0; round < HANGING_ROUNDS; round += 1) {
    alone.push(await ingestionSeconds(answering, []))
    beside.push(await ingestionSeconds(answering, hanging))
  }
  await Promise.all([...blogs, ...hanging].map(({ close }) => close()))
  const name = `ingestion beside ${hanging.length} hanging hosts of ${HANGING_HOSTS} / alone`
  // The quickest of each: whatever else the machine does only adds.
  return comparison(name, 's', Math.min(...beside), Math.min(...alone))
}

async function ingestionSeconds(answering: CrawledBlog[], others: CrawledBlog[]): Promise<number> {
  const crawl = await startCrawl([...others, ...answering])
  try {
    return await crawl.ingest(answering)
  } finally {
    await crawl.stop()
  }
}
