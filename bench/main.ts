/** `npm run bench`: measured comparisons, each against its baseline in the same run, as ratios; and the polite week. */

import { benchExtraction } from './extraction.ts'
import { politeWeekLines } from './polite-week.ts'
import { benchReading } from './reading.ts'
import { benchServing } from './serving.ts'

for (const bench of [benchReading, benchExtraction, benchServing]) {
  for (const { name, figure, baseline, unit, ratio } of await bench()) {
    const figures = `${figure.toFixed(2)} ${unit} against ${baseline.toFixed(2)} ${unit}`
    process.stdout.write(`${ratio.toFixed(2).padStart(7)}  ${name}  (${figures})\n`)
  }
}
process.stdout.write(`\nThe polite week\n${(await politeWeekLines()).join('\n')}\n`)
