/** Reads a partner's page into an article as we keep it: extract, say everything once, give it sections. */

import type { ScrapedArticle } from '../articles/article.ts'
import { articleText, sectionTree } from '../articles/headings/sections.ts'
import { withoutRepeats } from '../dedupe/repeated-blocks.ts'
import { extractArticle } from '../scrapers/extract.ts'
import type { Extracted, ExtractFailure, ExtractOptions } from '../scrapers/raw-article.ts'

export type ReadPage = Omit<Extracted, 'page' | 'origins'> & { readonly article: ScrapedArticle }

export type ReadOutcome = ({ readonly ok: true } & ReadPage) | ExtractFailure

/** Pure: the same page and options give the same article. Fails with a reason, never throws. */
export function readArticle(html: string, options: ExtractOptions): ReadOutcome {
  const extracted = extractArticle(html, options)
  return extracted.ok ? articleOf(extracted) : extracted
}

/** The article of what was extracted: of one page, or of several that were joined. */
export function articleOf({ page, origins: _, ...rest }: Extracted): ReadOutcome {
  const { blocks, ...shown } = page
  const once = withoutRepeats({ ...shown, blocks })
  const sections = sectionTree(once.blocks)
  const article = { ...shown, sections, text: articleText(sections), removed: once.removed }
  if (article.text !== '') return { ...rest, ok: true, article }
  return {
    ok: false,
    reason: 'not-an-article',
    message: 'The page has a title but no article below it.',
  }
}
