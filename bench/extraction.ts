/** What extraction costs in CPU time against Readability and defuddle with linkedom, on our own pages. */

import { Readability } from '@mozilla/readability'
import { Defuddle } from 'defuddle/node'
import { parseHTML } from 'linkedom'
import { extractArticle } from '../src/scrapers/extract.ts'
import { type Comparison, comparison, median } from './comparison.ts'
import { type BenchPage, extractionPages } from './extraction-pages.ts'

/** The first round warms up all readers, and is not counted. */
const ROUNDS = 3

const MICROSECONDS_PER_MS = 1_000

type Reader = { readonly name: string; readonly read: (page: BenchPage) => unknown }

const OURS: Reader = {
  name: 'ours',
  read: ({ html, url }) =>
    extractArticle(html, { url, timezone: 'Asia/Ho_Chi_Minh', now: new Date() }),
}

const READABILITY: Reader = {
  name: 'Readability + linkedom',
  read: ({ html }) => new Readability(parseHTML(html).document).parse(),
}

const DEFUDDLE: Reader = {
  name: 'defuddle + linkedom',
  read: ({ html, url }) => Defuddle(parseHTML(html).document, url),
}

/** CPU per page, of the process: all readers read a page before any reads the next. */
export async function benchExtraction(): Promise<Comparison[]> {
  const pages = await extractionPages()
  const readers = [OURS, READABILITY, DEFUDDLE]
  const times = new Map(readers.map((reader) => [reader, pages.map((): number[] => [])]))
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [index, page] of pages.entries()) {
      for (const reader of readers) {
        const spentMs = await cpuMsOf(() => reader.read(page))
        if (round > 0) times.get(reader)?.[index]?.push(spentMs)
      }
    }
  }
  const perPage = (reader: Reader) => (times.get(reader) ?? []).map(median)
  return [OURS, DEFUDDLE].flatMap((reader) =>
    [0.5, 0.95].map((share) => {
      const name = `CPU per page, p${share * 100}: ${reader.name} / ${READABILITY.name}`
      const [figure, baseline] = [
        quantile(perPage(reader), share),
        quantile(perPage(READABILITY), share),
      ]
      return comparison(name, 'ms', figure, baseline)
    }),
  )
}

async function cpuMsOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / MICROSECONDS_PER_MS
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN
}
