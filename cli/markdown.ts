/** Writes our own safe HTML as Markdown; what Markdown cannot say is left as text. */

import { load } from 'cheerio/slim'
import {
  collapse,
  type HtmlElement,
  type HtmlNode,
  isElement,
  textData,
  walk,
} from '../src/articles/html-tree.ts'

const EMPHASIS: ReadonlyMap<string, string> = new Map([
  ['code', '`'],
  ['em', '*'],
  ['strong', '**'],
])

const HEADING = /^h[2-6]$/

type Writing = { parts: string[]; lists: { ordered: boolean; count: number }[]; pre: boolean }

/** `html` must come from our allow-list: its tags are the only ones that are known. */
export function markdownOf(html: string): string {
  const writing: Writing = { parts: [], lists: [], pre: false }
  for (const node of load(html).root()[0]?.children ?? []) {
    walk(node, {
      enter: (inner) => enter(inner, writing),
      leave: (element) => leave(element, writing),
    })
  }
  return writing.parts
    .join('')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function enter(node: HtmlNode, writing: Writing): boolean {
  const data = textData(node)
  if (data !== undefined) writing.parts.push(writing.pre ? data : escaped(data))
  if (!isElement(node)) return false
  writing.parts.push(opening(node, writing))
  return true
}

function leave(element: HtmlElement, writing: Writing): void {
  writing.parts.push(closing(element, writing))
}

function opening(element: HtmlElement, writing: Writing): string {
  const { name } = element
  if (name === 'br') return '  \n'
  if (name === 'img')
    return `![${escaped(element.attribs['alt'] ?? '')}](${element.attribs['src']})`
  if (name === 'a') return '['
  if (name === 'ul' || name === 'ol') {
    writing.lists.push({ ordered: name === 'ol', count: 0 })
    return '\n'
  }
  if (name === 'li') return itemMarker(writing)
  if (name === 'pre') {
    writing.pre = true
    return '\n\n```\n'
  }
  if (name === 'blockquote') return '\n\n> '
  if (HEADING.test(name)) return `\n\n${'#'.repeat(Number(name[1]))} `
  if (name === 'p') return '\n\n'
  if (name === 'tr') return '\n|'
  return EMPHASIS.get(name) ?? ''
}

function itemMarker(writing: Writing): string {
  const list = writing.lists.at(-1)
  if (list === undefined) return '\n- '
  list.count += 1
  const indent = '   '.repeat(writing.lists.length - 1)
  return `\n${indent}${list.ordered ? `${list.count}.` : '-'} `
}

function closing(element: HtmlElement, writing: Writing): string {
  const { name } = element
  if (name === 'a') return `](${element.attribs['href']})`
  if (name === 'ul' || name === 'ol') {
    writing.lists.pop()
    return '\n'
  }
  if (name === 'pre') {
    writing.pre = false
    return '\n```\n\n'
  }
  if (name === 'td' || name === 'th') return ' |'
  if (name === 'blockquote' || name === 'figure' || name === 'p' || HEADING.test(name))
    return '\n\n'
  return EMPHASIS.get(name) ?? ''
}

function escaped(text: string): string {
  const leading = /^\s/.test(text) ? ' ' : ''
  const trailing = /\s$/.test(text) ? ' ' : ''
  const inner = collapse(text).replace(/[\\`*_[\]]/g, '\\$&')
  return inner === '' ? leading : `${leading}${inner}${trailing}`
}
