/** An article's sections in order, each under its heading. */

import type { Article, Section } from '../articles/article.ts'
import { sectionAnchors } from './anchors.ts'
import { translate } from './catalogue.ts'
import type { PageContext } from './context.ts'
import { SectionBody } from './raw-html.tsx'

const HEADING_TAGS = ['h2', 'h3', 'h4', 'h5', 'h6'] as const

export function ArticleBody({ article, context }: { article: Article; context: PageContext }) {
  const anchors = sectionAnchors(article.sections)
  const tableLabel = translate(context.language)('table')
  return (
    <div class="body">
      {article.sections.map((section, index) => (
        <>
          <SectionHeading section={section} anchor={anchors[index] ?? undefined} />
          <SectionBody html={section.html} tableLabel={tableLabel} />
        </>
      ))}
    </div>
  )
}

function SectionHeading({ section, anchor }: { section: Section; anchor: string | undefined }) {
  if (section.heading === null) return null
  const Tag = HEADING_TAGS[section.level - 2] ?? 'h6'
  return (
    <Tag id={anchor}>
      {section.marker !== null && <span class="marker">{section.marker} </span>}
      {section.heading}
    </Tag>
  )
}
