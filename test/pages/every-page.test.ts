/** Rules for all pages: nothing hostile runs, nothing is inline, nothing is said in the wrong language. */

import { load } from 'cheerio'
import { describe, expect, it } from 'vitest'
import { everyPage, HOSTILE } from './every-page.ts'

describe.each(['vi', 'en'] as const)('every page in %s', (language) => {
  const pages = everyPage(language)

  it.each(pages)('%s runs no script of its own but the one file and JSON-LD', (_name, html) => {
    const $ = load(html)
    for (const script of $('script').toArray()) {
      const src = $(script).attr('src')
      if (src === undefined) expect($(script).attr('type')).toBe('application/ld+json')
      else expect(src).toMatch(/^\/assets\/app\.js\?v=[0-9a-f]+$/)
    }
  })

  it.each(pages)('%s has no inline handler and no style attribute', (_name, html) => {
    const attributes = load(html)('*')
      .toArray()
      .flatMap((element) => ('attribs' in element ? Object.keys(element.attribs) : []))
    expect(attributes.filter((name) => name === 'style' || name.startsWith('on'))).toEqual([])
  })

  it.each(pages)('%s links nowhere but to http(s) and itself', (_name, html) => {
    const $ = load(html)
    const addresses = $('body [href], body [src], body [action]')
      .toArray()
      .map(
        (element) => $(element).attr('href') ?? $(element).attr('src') ?? $(element).attr('action'),
      )
    expect(addresses.length).toBeGreaterThan(0)
    for (const address of addresses) expect(address).toMatch(/^(\/(?!\/)|\?|#|https?:)/)
  })

  it.each(pages)('%s is one document in its language, with one style and one h1', (_name, html) => {
    const $ = load(html)
    expect(html.startsWith('<!DOCTYPE html>')).toBe(true)
    expect($('html').attr('lang')).toBe(language)
    expect($('style').length).toBe(1)
    expect($('h1').length).toBe(1)
    expect($('title').text()).toContain(HOSTILE)
  })

  it.each(pages)('%s lets the keyboard skip to its content', (_name, html) => {
    const $ = load(html)
    expect($('body').children().first().attr('href')).toBe('#content')
    expect($('main#content').length).toBe(1)
  })

  it.each(pages)('%s uses no id twice', (_name, html) => {
    const $ = load(html)
    const ids = $('[id]')
      .toArray()
      .map((element) => $(element).attr('id'))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it.each(pages)('%s asks for the session’s token in every form it posts', (_name, html) => {
    const $ = load(html)
    for (const form of $('form[method=post]').not('[action="/admin/sign-in"]').toArray()) {
      expect($(form).find('input[type=hidden][name=csrf]').attr('value')).toBe(HOSTILE)
    }
  })
})
