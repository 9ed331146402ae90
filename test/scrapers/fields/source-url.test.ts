/** Which address a page is believed to have: what it declares may be a mistake of its template. */

import { describe, expect, it } from 'vitest'
import { extraction, PAGE_URL, pageWith } from '../page-with.ts'

const OTHER = 'https://blog.example/tin/khac'

const link = (href: string) => `<link rel="canonical" href="${href}">`

function read(head: string, url = PAGE_URL, sent: string[] = []) {
  const links = sent.map((address) => ({ rel: 'canonical', url: address }))
  const outcome = extraction(pageWith({ head }), url, { headers: { robotsTag: [], links } })
  if (!outcome.ok) throw new Error(outcome.message)
  const { page, origins } = outcome
  return { url: page.sourceUrl, origin: origins.sourceUrl, original: page.originalUrl }
}

describe('the address of an article', () => {
  it.each([
    ['one canonical link', link(OTHER), OTHER],
    ['a relative one (RFC 3986, section 5.2)', link('khac'), OTHER],
    ['one with tracking', link(`${OTHER}?utm_source=x&fbclid=1#top`), OTHER],
    ['one without its scheme', link('blog.example/tin/khac'), OTHER],
    [
      'one on the phone’s host',
      link('https://m.blog.example/tin/khac'),
      'https://m.blog.example/tin/khac',
    ],
    ['one in http, of a page that came by https', link('http://blog.example/tin/khac'), OTHER],
    ['the same twice', link(OTHER) + link(`${OTHER}/`), OTHER],
    [
      'one that can be true beside one that cannot',
      link('https://blog.example/') + link(OTHER),
      OTHER,
    ],
    [
      'og:url, where the canonical link cannot be true',
      `${link('/')}<meta property="og:url" content="${OTHER}">`,
      OTHER,
    ],
    ['the article that a page of it names', link('/tin'), '/tin', 'https://blog.example/tin/2'],
    ['a version of it for print', link('/tin/pho-sach'), PAGE_URL, `${PAGE_URL}/print`],
  ])('is what it declares: %s', (_case, head, expected, url = PAGE_URL) => {
    expect(read(head, url).url).toBe(new URL(expected, PAGE_URL).href)
  })

  it.each([
    ['the front page', link('/'), 'front page'],
    ['the front of the blog', link('/blog/'), 'front page'],
    ['a category', link('/category/pho'), 'category'],
    ['a tag', link('/tag/sach'), 'tag'],
    ['a page of a list', link('/page/2'), 'list page'],
    ['a search', link('/?s=sach'), 'search'],
    ['a script’s lost variable', link('/tin/undefined'), 'a lost address'],
    ['another', link('/tin/null'), 'a lost address'],
    ['another site', link('https://khac.example/tin/pho-sach'), 'another site'],
    ['a name that only begins like ours', link('https://blog.example.evil/tin'), 'another site'],
    ['two that contradict each other', link('/tin/mot') + link('/tin/hai'), 'several'],
    [
      'one that a hostile base moves',
      `<base href="https://khac.example/">${link('/tin/x')}`,
      'another site',
    ],
  ])('is its own, and it is told why, where it declares %s', (_case, head, reason) => {
    expect(read(head)).toMatchObject({ url: PAGE_URL, origin: `url (canonical: ${reason})` })
  })

  it.each([
    ['nothing', ''],
    ['an empty one', link('')],
    ['no address', link('javascript:void(0)')],
    ['a megabyte', link(`/${'x'.repeat(1_000_000)}`)],
  ])('is its own where it declares %s', (_case, head) => {
    expect(read(head)).toMatchObject({ url: PAGE_URL, origin: 'url' })
  })

  it('is its own where one of several says so', () => {
    expect(read(link(OTHER) + link(PAGE_URL))).toMatchObject({
      url: PAGE_URL,
      origin: 'link canonical',
    })
  })

  it('is its own below a section that its template names for all', () => {
    const url = 'https://blog.example/goc-nhin/pho-sach-mo-lai'
    expect(read(link('/goc-nhin'), url)).toEqual({
      ...{ url, origin: 'url (canonical: the section above)', original: null },
    })
  })

  it('is what the Link header declares (RFC 6596), unless the page contradicts', () => {
    expect(read('', PAGE_URL, [OTHER])).toMatchObject({ url: OTHER, origin: 'link canonical' })
    expect(read(link('/tin/ba'), PAGE_URL, [OTHER]).url).toBe(PAGE_URL)
  })
})

describe('the original of an article', () => {
  it.each([
    [
      'what a canonical link names on another site',
      link('https://khac.example/tin/x?utm_source=y'),
      'https://khac.example/tin/x',
    ],
    ['nothing where there is none', '', null],
    ['nothing on its own site', link(OTHER), null],
    ['no front page', link('https://khac.example/'), null],
    ['no developer’s machine', link('http://localhost:3000/tin/x'), null],
    ['no address of a machine', link('http://10.0.0.7/tin/x'), null],
    [
      'nothing where several are named',
      link('https://a.example/x') + link('https://b.example/x'),
      null,
    ],
  ])('is %s', (_case, head, original) => {
    expect(read(head).original).toBe(original)
  })
})
