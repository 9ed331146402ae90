/** Which element the body is, and how it was known. */

import { load } from 'cheerio/slim'
import { describe, expect, it } from 'vitest'
import { isElement } from '../../../src/articles/html/html-tree.ts'
import { findBody } from '../../../src/scrapers/body/body.ts'
import { wholeBody } from '../../../src/scrapers/body/whole-body.ts'
import type { Page } from '../../../src/scrapers/page/page-block.ts'
import { pageBlocks } from '../../../src/scrapers/page/page-blocks.ts'
import { proseWeight, weigh } from '../../../src/scrapers/page/prose.ts'
import { PARAGRAPHS } from '../page-with.ts'

const TEXT = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')

function pageOf(html: string): Page {
  const root = load(html)('html')[0]
  if (root === undefined || !isElement(root)) throw new Error('The page has no root.')
  return pageBlocks(root)
}

const idOf = ({ node }: { node: { attribs: Record<string, string> } }) => node.attribs['id']

describe('findBody', () => {
  it.each([
    ['where most of the prose is', `<div id="b">${TEXT}</div>`, 'density'],
    ['what is called a body', `<div id="b" class="entry-content">${TEXT}</div>`, 'name'],
    ['what says so as microdata', `<div id="b" itemprop="articleBody">${TEXT}</div>`, 'itemprop'],
    [
      'what is called a body around it',
      `<div id="b" class="post_body"><p>${PARAGRAPHS[0]}</p><div>${TEXT}</div></div>`,
      'name',
    ],
    [
      'no name over little of the prose',
      `<div id="b">${TEXT}<p class="post-body"></p><div class="post-body">A word.</div></div>`,
      'density',
    ],
  ])('takes %s', (_case, html, rule) => {
    const page = pageOf(`<html><body><p>Blog</p>${html}</body></html>`)
    const found = findBody(page, {
      weights: weigh(page, proseWeight),
      titleIndex: undefined,
    })
    expect([idOf(found.element), found.rule]).toEqual(['b', rule])
  })
})

describe('wholeBody', () => {
  const opening = `<div id="b"><h3>1. Gian hàng</h3>${TEXT}</div>`

  it.each([
    ['widens to what counts on', `<div><h3>2. Giá thuê</h3><p>${PARAGRAPHS[0]}</p></div>`, 'outer'],
    ['stays where nothing does', `<div><h3>Đặt chỗ sớm?</h3><p>${PARAGRAPHS[0]}</p></div>`, 'b'],
  ])('%s', (_case, below, id) => {
    const page = pageOf(`<html><body><div id="outer">${opening}${below}</div></body></html>`)
    const weights = weigh(page, proseWeight)
    const body = page.elements.find((element) => idOf(element) === 'b') ?? page.root
    const whole = wholeBody(page, body, { weights, titleIndex: undefined, isFree: () => true })
    expect([idOf(whole.element), whole.isWidened]).toEqual([id, id !== 'b'])
  })
})
