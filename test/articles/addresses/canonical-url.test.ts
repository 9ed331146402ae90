/** What an article's stored address keeps, and what it drops. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalUrl, urlKey } from '../../../src/articles/addresses/canonical-url.ts'

describe('canonicalUrl', () => {
  it.each([
    ['keeps the root slash', 'https://a.example/', 'https://a.example/'],
    ['adds the root slash', 'https://a.example', 'https://a.example/'],
    ['drops a trailing slash', 'https://a.example/post/', 'https://a.example/post'],
    ['drops several', 'https://a.example/post///', 'https://a.example/post'],
    ['keeps the scheme', 'http://a.example/post', 'http://a.example/post'],
    ['keeps the host as it is', 'https://www.a.example/p', 'https://www.a.example/p'],
    ['writes the host in lower case', 'https://A.Example/Post', 'https://a.example/Post'],
    ['writes the host in punycode', 'https://bücher.example/p', 'https://xn--bcher-kva.example/p'],
    ['drops the default port', 'https://a.example:443/p', 'https://a.example/p'],
    ['keeps another port', 'https://a.example:8443/p', 'https://a.example:8443/p'],
    ['drops user info', 'https://me:secret@a.example/p', 'https://a.example/p'],
    ['sorts what is left', 'https://a.example/?b=2&a=1', 'https://a.example/?a=1&b=2'],
    ['keeps the order of one name', 'https://a.example/?t=z&t=a', 'https://a.example/?t=z&t=a'],
    ['leaves encoding alone', 'https://a.example/?q=a%20b+c', 'https://a.example/?q=a%20b+c'],
    ['drops an empty query', 'https://a.example/p?', 'https://a.example/p'],
    ['drops empty parameters', 'https://a.example/p?&&a=1&', 'https://a.example/p?a=1'],
    ['drops the fragment', 'https://a.example/p#comments', 'https://a.example/p'],
    ['keeps a fragment that is a path', 'https://a.example/#/p/7', 'https://a.example/#/p/7'],
    ['keeps a hashbang', 'https://a.example/#!p=7', 'https://a.example/#!p=7'],
    ['drops an empty route', 'https://a.example/p#/', 'https://a.example/p'],
    ['drops utm in any case', 'https://a.example/p?UTM_Source=x&id=1', 'https://a.example/p?id=1'],
    ['reads doubly escaped &', 'https://a.example/p?id=1&amp;utm_id=2', 'https://a.example/p?id=1'],
    ['drops a referrer', 'https://a.example/p?ref=homepage', 'https://a.example/p'],
    ['drops a referring site', 'https://a.example/p?ref=b.example/x', 'https://a.example/p'],
    ['keeps a path in ref', 'https://a.example/p?ref=/x/y', 'https://a.example/p?ref=/x/y'],
    [
      'keeps a branch in ref',
      'https://a.example/p?ref=heads%2Fa',
      'https://a.example/p?ref=heads%2Fa',
    ],
    [
      'keeps vn_ parameters',
      'https://a.example/p?vn_source=hue',
      'https://a.example/p?vn_source=hue',
    ],
    ['ignores white space around', '  https://a.example/p\n', 'https://a.example/p'],
  ])('%s', (_case, address, expected) => {
    expect(canonicalUrl(address)).toBe(expected)
  })

  it.each([
    'fbclid',
    'gclid',
    'gbraid',
    'wbraid',
    'msclkid',
    'yclid',
    'mc_cid',
    'mc_eid',
    'igshid',
    'zarsrc',
    '_ga',
    'spm',
    'utm_anything',
  ])('drops %s, which says where a reader came from', (name) => {
    expect(canonicalUrl(`https://a.example/p?${name}=1&id=2`)).toBe('https://a.example/p?id=2')
  })

  it.each([
    ['a relative address', '../b?utm_id=1', 'https://a.example/x/y', 'https://a.example/b'],
    ['an address without a scheme', '//b.example/p', 'https://a.example/', 'https://b.example/p'],
    ['only a query', '?page=2', 'https://a.example/list', 'https://a.example/list?page=2'],
  ])('resolves %s against its page', (_case, address, base, expected) => {
    expect(canonicalUrl(address, base)).toBe(expected)
  })

  it.each([
    ['empty', ''],
    ['a word', 'post'],
    ['no base', '/post'],
    ['a script', 'javascript:alert(1)'],
    ['mail', 'mailto:a@a.example'],
    ['data', 'data:text/html,x'],
    ['a file', 'file:///etc/passwd'],
    ['no host', 'https://'],
    ['a port that is none', 'https://a.example:99999/'],
    ['longer than a server takes', `https://a.example/${'a'.repeat(5_000)}`],
  ])('gives nothing for what is no web address: %s', (_case, address) => {
    expect(canonicalUrl(address)).toBeUndefined()
    expect(urlKey(address)).toBeUndefined()
  })

  it('gives nothing where the base is no URL', () => {
    expect(canonicalUrl('/p', 'nonsense')).toBeUndefined()
  })
})

describe('canonicalUrl and urlKey together', () => {
  const addresses = fc.oneof(
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc
      .tuple(fc.webPath(), fc.string({ maxLength: 60 }), fc.string({ maxLength: 20 }))
      .map(([path, query, hash]) => `http://m.a.example${path}?${query}#${hash}`),
  )

  it('say the same twice as once', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        const once = canonicalUrl(address)
        expect(once === undefined ? undefined : canonicalUrl(once)).toBe(once)
      }),
    )
  })

  it('agree: an address and its canonical form have one key', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        expect(urlKey(canonicalUrl(address) ?? '')).toBe(urlKey(address))
      }),
    )
  })

  it('never throw, whatever a page links to', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        canonicalUrl(text, 'https://a.example/')
        urlKey(`https://a.example/${text}`)
      }),
    )
  })

  it('take no longer than a moment for the longest address of slashes', () => {
    const address = `https://a.example${'/'.repeat(4_000)}x`
    expect(urlKey(address)).toBe('a.example/x')
  })
})
