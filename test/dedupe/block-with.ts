/** Builds blocks of an article, complete and valid, differing only where a test cares. */

import type { Block } from '../../src/articles/block.ts'

export function paragraph(text: string, html = `<p>${text}</p>`): Block {
  return { kind: 'paragraph', tag: 'p', bold: false, text, html }
}

export function heading(text: string): Block {
  return { kind: 'heading', tag: 'h2', bold: false, text, html: `<h2>${text}</h2>` }
}

export function picture(alt: string, address = 'https://p.example/a.jpg'): Block {
  const html = `<figure><img src="${address}" alt="${alt}"></figure>`
  return { kind: 'figure', tag: 'figure', bold: false, text: '', html }
}
