/** The body of a demo article as a flat list of blocks, numbered and lettered as both templates print it. */

import type { DemoArticle, DemoSection } from './article.ts'

const FIRST_LETTER_CODE = 'a'.charCodeAt(0)

export type Block =
  | {
      readonly kind: 'title' | 'numbered' | 'lettered' | 'conclusion' | 'paragraph'
      readonly text: string
    }
  | { readonly kind: 'list'; readonly items: readonly string[] }

/** The repeated title, the intro, the sections and the conclusion, in reading order. */
export function articleBody(article: DemoArticle): readonly Block[] {
  return [
    { kind: 'title', text: article.title },
    ...paragraphs(openingParagraphs(article)),
    ...article.sections.flatMap(sectionBlocks),
    { kind: 'conclusion', text: 'Kết luận' },
    ...paragraphs(article.conclusion),
  ]
}

function openingParagraphs({ lead, leadRepeat, intro }: DemoArticle): readonly string[] {
  if (leadRepeat === 'none') return intro
  if (leadRepeat === 'alone') return [lead, ...intro]
  const [first, ...others] = intro
  return [first === undefined ? lead : `${lead} ${first}`, ...others]
}

function sectionBlocks(section: DemoSection, index: number): readonly Block[] {
  const list: Block[] = section.list === undefined ? [] : [{ kind: 'list', items: section.list }]
  const subsections = section.subsections.flatMap((subsection, place): readonly Block[] => {
    const marker = subsection.spoiltMarker ?? `${String.fromCharCode(FIRST_LETTER_CODE + place)}.`
    const heading: Block = { kind: 'lettered', text: `${marker} ${subsection.heading}` }
    return [heading, ...paragraphs(subsection.paragraphs)]
  })
  const heading: Block = { kind: 'numbered', text: `${index + 1}. ${section.heading}` }
  return [heading, ...paragraphs(section.paragraphs), ...list, ...subsections]
}

function paragraphs(texts: readonly string[]): readonly Block[] {
  return texts.map((text) => ({ kind: 'paragraph', text }))
}
