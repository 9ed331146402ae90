/** Writes one article as JSON, Markdown, HTML or plain text, all from the same sections. */

import type { Article, Section } from '../src/articles/article.ts'
import type { PageExplanation } from './article-of-page.ts'
import { markdownOf } from './markdown.ts'
import { escapedWords } from './markdown-inline.ts'

export const FORMATS = ['json', 'markdown', 'html', 'text'] as const
export type Format = (typeof FORMATS)[number]

/** The whole of standard output, its last line ended; `explanation` is a part of JSON only. */
export function writeArticle(
  article: Article,
  format: Format,
  explanation?: PageExplanation,
): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify({ ...article, explanation }, null, 2)}\n`
    case 'markdown':
      return markdownDocument(article)
    case 'html':
      return htmlDocument(article)
    case 'text':
      return `${paragraphs([article.title, article.lead, article.text])}\n`
    default:
      return format satisfies never
  }
}

function markdownDocument({ title, lead, sections }: Article): string {
  const parts = sections.flatMap(({ level, html, ...section }) => [
    titleOf(section, (words) => `${'#'.repeat(level)} ${escapedWords(words)}`),
    markdownOf(html),
  ])
  const shownLead = lead === null ? null : markdownOf(`<p>${escaped(lead)}</p>`)
  return `${paragraphs([`# ${escapedWords(title)}`, shownLead, ...parts])}\n`
}

function htmlDocument({ title, lead, sections, language }: Article): string {
  const parts = sections.flatMap(({ level, html, ...section }) => [
    titleOf(section, (words) => `<h${level}>${escaped(words)}</h${level}>`),
    html,
  ])
  const head = `<meta charset="utf-8">\n<title>${escaped(title)}</title>`
  const body = [
    `<h1>${escaped(title)}</h1>`,
    lead === null ? '' : `<p>${escaped(lead)}</p>`,
    ...parts,
  ]
  const shown = body.filter((part) => part !== '').join('\n')
  return `<!doctype html>\n<html lang="${escaped(language)}">\n${head}\n${shown}\n</html>\n`
}

function titleOf(
  { marker, heading }: Pick<Section, 'marker' | 'heading'>,
  write: (words: string) => string,
): string {
  const words = [marker, heading].filter((part) => part !== null).join(' ')
  return words === '' ? '' : write(words)
}

function paragraphs(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join('\n\n')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
