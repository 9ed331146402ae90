/** The table of contents: folded on phones, beside the text where there is room. */

import type { Article } from '../articles/article.ts'
import { translate } from './catalogue.ts'
import { type ContentsEntry, nestContents } from './contents.ts'
import type { PageContext } from './context.ts'

/** With fewer headings the page itself is the overview. */
const HEADINGS_MIN = 2

/** Draws nothing for an article that has next to no headings. */
export function ContentsNav({ article, context }: { article: Article; context: PageContext }) {
  const { sections, language } = article
  const t = translate(context.language)
  if (sections.filter(({ heading }) => heading !== null).length < HEADINGS_MIN) return null
  return (
    <nav aria-label={t('contents')} lang={context.language}>
      <details class="contents">
        <summary>{t('contents')}</summary>
        <Entries entries={nestContents(sections)} language={language} />
      </details>
    </nav>
  )
}

/** Calls itself once for each level of headings, of which there are five. */
function Entries({ entries, language }: { entries: ContentsEntry[]; language?: string }) {
  return (
    <ol lang={language}>
      {entries.map(({ anchor, marker, heading, below }) => (
        <li>
          <a href={`#${anchor}`}>
            {marker !== null && `${marker} `}
            {heading}
          </a>
          {below.length > 0 && <Entries entries={below} />}
        </li>
      ))}
    </ol>
  )
}
