/** What reading an article out of a page costs, against only parsing the page. */

import { load } from 'cheerio/slim'
import { startDemo } from '../demo/server.ts'
import { readArticle } from '../src/pipeline/read-article.ts'
import { type Comparison, comparison, median } from './comparison.ts'

const ROUNDS = 15

export async function benchReading(): Promise<Comparison[]> {
  const demo = await startDemo({ ports: { trendA: 0, trendB: 0 } })
  try {
    const urls = [...demo.articles(0), ...demo.articles(1)].map((article) => article.url)
    const pages = await Promise.all(
      urls.map(async (url) => ({ url, html: await (await fetch(url)).text() })),
    )
    const options = { timezone: 'Asia/Ho_Chi_Minh', now: new Date() }
    const parsing: number[] = []
    const reading: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      parsing.push(timeOf(() => pages.forEach(({ html }) => void load(html).root())))
      reading.push(
        timeOf(() => pages.forEach(({ html, url }) => void readArticle(html, { ...options, url }))),
      )
    }
    const perPage = (total: number[]) => median(total) / pages.length
    return [comparison('reading an article / parsing it', 'ms', perPage(reading), perPage(parsing))]
  } finally {
    await demo.close()
  }
}

function timeOf(work: () => void): number {
  const startedAt = performance.now()
  work()
  return performance.now() - startedAt
}
