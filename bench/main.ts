/** `npm run bench`: measured comparisons, each against its baseline in the same run, as ratios; and the polite week. */

import { parseArgs } from 'node:util'
import { benchCrawling } from './crawling.ts'
import { benchExtraction } from './extraction.ts'
import { politeWeekLines } from './polite-week.ts'
import { benchReading } from './reading.ts'
import { benchServing } from './serving.ts'

/** Of the crawl, where two thousand articles take too long. */
const { values } = parseArgs({ options: { articles: { type: 'string' } } })
const crawled = values.articles === undefined ? {} : { articles: Number(values.articles) }
const crawling = () => benchCrawling(crawled)

for (const bench of [benchReading, benchExtraction, benchServing, crawling]) {
  for (const { name, figure, baseline, unit, ratio } of await bench()) {
    const figures = `${figure.toFixed(2)} ${unit} against ${baseline.toFixed(2)} ${unit}`
    process.stdout.write(`${ratio.toFixed(2).padStart(7)}  ${name}  (${figures})\n`)
  }
}
process.stdout.write(`\nThe polite week\n${(await politeWeekLines()).join('\n')}\n`)
