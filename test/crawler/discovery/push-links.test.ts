/** Which hub tells of a resource's news: the discovery order of W3C WebSub section 4. */

import { describe, expect, it } from 'vitest'
import { pushLinks } from '../../../src/crawler/discovery/push-links.ts'
import { listArticles } from '../../../src/scrapers/listing/listing.ts'

const HUB = 'https://hub.example/'
const OTHER = 'https://other.example/'
const SELF = 'https://blog.example/rss.xml'

describe('pushLinks', () => {
  it.each([
    ['the header before the document', [{ rel: 'hub', url: HUB }], [OTHER], HUB, []],
    ['the document where the header names none', [], [HUB], HUB, []],
    ['several, in their order, each once', [], [HUB, OTHER, OTHER], HUB, [OTHER]],
    ['addresses of the web only', [{ rel: 'hub', url: 'ftp://hub.example/' }], ['x'], null, []],
    ['none where none is named', [{ rel: 'next', url: OTHER }], [], null, []],
  ])('takes %s', (_case, links, hubs, hub, otherHubs) => {
    expect(pushLinks(links, { hubs, self: null })).toEqual({ hub, otherHubs, self: null })
  })

  it('takes the topic in the same order', () => {
    const links = [{ rel: 'self', url: SELF }]
    expect(pushLinks(links, { hubs: [HUB], self: OTHER })).toMatchObject({ hub: HUB, self: SELF })
    expect(pushLinks([], { hubs: [], self: SELF }).self).toBe(SELF)
    expect(pushLinks([], { hubs: [], self: 'urn:uuid:1' }).self).toBeNull()
  })
})

describe('listArticles, hub and self', () => {
  it('reads the links of the head', () => {
    const html = `<head><link rel="hub" href="https://hub.example/"><link rel="HUB other" href="/hub">
      <link rel="self" href="/tin"></head><body><a href="/x" rel="hub">no</a></body>`
    expect(listArticles(html, 'https://blog.example/tin?x=1')).toMatchObject({
      hubs: [HUB, 'https://blog.example/hub'],
      self: 'https://blog.example/tin',
    })
  })
})
