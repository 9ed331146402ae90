/** How one blog takes over an article of the other: its own title, date and cards, some words changed. */

import type { ArticleChange, DemoArticle } from './article.ts'

/** A wording of the original, and what the second blog made of it. */
export type Rewording = readonly [from: string, to: string]

/** The original with every rewording applied to its body, then the given fields put in place. */
export function reprint(
  original: DemoArticle,
  change: ArticleChange & { readonly slug: string },
  rewordings: readonly Rewording[],
): DemoArticle {
  const reworded = (text: string) =>
    rewordings.reduce((sofar, [from, to]) => sofar.replace(from, to), text)
  return {
    ...original,
    intro: original.intro.map(reworded),
    sections: original.sections.map((section) => ({
      ...section,
      heading: reworded(section.heading),
      paragraphs: section.paragraphs.map(reworded),
      subsections: section.subsections.map((subsection) => ({
        ...subsection,
        heading: reworded(subsection.heading),
        paragraphs: subsection.paragraphs.map(reworded),
      })),
    })),
    conclusion: original.conclusion.map(reworded),
    ...change,
  }
}
