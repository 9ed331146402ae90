/** Says in which language a page's article is written, and what showed it. */

import { detectLanguage } from '../../articles/language.ts'
import type { Page } from '../page/page-block.ts'
import { proseOf } from '../page/prose.ts'
import type { Found } from './found.ts'
import type { PageHead } from './page-head.ts'

const DAY_FIRST_ENGLISH = /^en[-_](?:au|gb|hk|ie|in|my|ng|nz|pk|sg|uk|za)\b/i

/** Paragraphs that show the language. */
const SAMPLE_BLOCKS = 60

/** BCP 47, lower case; `und` where neither the page nor its words say. */
export function findLanguage(page: Page, head: PageHead): Found<string> {
  const sample: string[] = []
  const prose = proseOf(page)
  for (const [index, block] of page.blocks.entries()) {
    if (sample.length >= SAMPLE_BLOCKS) break
    if (prose.between(index, index + 1) > 0) sample.push(block.text)
  }
  const value = detectLanguage(sample.join('\n'), head.language)
  const declared = head.language?.trim().toLowerCase().split(/[-_]/)[0]
  return { value, origin: value === declared ? 'html lang' : 'text' }
}

/** Whether `09/07/2024` is in July: everywhere but in English, and in most of its countries. */
export function writesDayFirst(language: string, declared: string | null): boolean {
  return language !== 'en' || DAY_FIRST_ENGLISH.test(declared ?? '')
}
