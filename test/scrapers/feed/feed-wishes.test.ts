/** When feeds ask their readers to come back, where they are pushed, and what they call themselves. */

import { describe, expect, it } from 'vitest'
import { parseFeed } from '../../../src/scrapers/feed/feed.ts'

const SY = 'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"'

function channel(inside: string, root = '') {
  return parseFeed(`<rss ${root}><channel>${inside}</channel></rss>`, 'https://a.example/feed.xml')
}

describe('parseFeed, how often to come back', () => {
  it.each([
    ['RSS 2.0 ttl, in minutes', '<ttl>60</ttl>', '', 3_600],
    ['ttl in white space', '<ttl>\n 5 \n</ttl>', '', 300],
    ['ttl that is no figure', '<ttl>soon</ttl>', '', null],
    ['a negative ttl', '<ttl>-5</ttl>', '', null],
    ['a ttl of nothing', '<ttl>0</ttl>', '', null],
    ['a ttl of centuries', '<ttl>99999999</ttl>', '', 31_536_000],
    ['RSS 1.0 syndication', '<sy:updatePeriod>daily</sy:updatePeriod>', SY, 86_400],
    [
      'several times in a period',
      '<sy:updatePeriod> hourly </sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>',
      SY,
      1_800,
    ],
    ['another prefix', '<s:updatePeriod>weekly</s:updatePeriod>', SY.replace('sy', 's'), 604_800],
    ['an undeclared prefix', '<sy:updatePeriod>hourly</sy:updatePeriod>', '', 3_600],
    ['a period that is none', '<sy:updatePeriod>often</sy:updatePeriod>', SY, null],
    ['a frequency alone', '<sy:updateFrequency>2</sy:updateFrequency>', SY, null],
    ['both: the longer', '<ttl>90</ttl><sy:updatePeriod>hourly</sy:updatePeriod>', SY, 5_400],
    ['neither', '', '', null],
  ])('reads %s', (_case, inside, root, everySeconds) => {
    expect(channel(inside, root)?.wishes.everySeconds).toBe(everySeconds)
  })

  it.each([
    ['RSS 2.0, GMT', '<skipHours><hour>3</hour><hour>0</hour></skipHours>', [0, 3]],
    ['RSS 0.91: 24 is midnight', '<skipHours><hour>24</hour></skipHours>', [0]],
    ['an hour named twice', '<skipHours><hour>3</hour><hour>03</hour></skipHours>', [3]],
    ['hours that are none', '<skipHours><hour>25</hour><hour>x</hour></skipHours>', []],
  ])('reads the hours to skip: %s', (_case, inside, skipHours) => {
    expect(channel(inside)?.wishes.skipHours).toEqual(skipHours)
  })

  it('reads the days to skip', () => {
    const days = '<skipDays><day>Sunday</day><day>sat</day><day>Tết</day></skipDays>'
    expect(channel(days)?.wishes.skipDays).toEqual([0, 6])
  })
})

describe('parseFeed, hub and self', () => {
  it.each([
    [
      'Atom in RSS, any prefix',
      '<a10:link rel="hub" href="https://hub.example/"/><a10:link rel="self" href="/me"/>',
      'xmlns:a10="http://www.w3.org/2005/Atom"',
    ],
    [
      'a namespace of its own',
      '<link xmlns="http://www.w3.org/2005/Atom" rel="hub" href="https://hub.example/"/><link rel="SELF" href="/me"/>',
      '',
    ],
    [
      'nothing declared',
      '<link>https://a.example/</link><atom:link rel="hub" href="https://hub.example/"/><atom10:link rel="self" href="/me"/>',
      '',
    ],
  ])('reads %s', (_case, inside, root) => {
    expect(channel(inside, root)).toMatchObject({
      hubs: ['https://hub.example/'],
      self: 'https://a.example/me',
    })
  })

  it('reads those of Atom and not those of its entries', () => {
    const text =
      '<feed><entry><link rel="self" href="/entry"/></entry><link rel="hub" href="/hub"/><link rel="self" href="/me"/></feed>'
    expect(parseFeed(text, 'https://a.example/x')).toMatchObject({
      hubs: ['https://a.example/hub'],
      self: 'https://a.example/me',
    })
  })

  it('reads those of JSON Feed, where the hub speaks WebSub', () => {
    const hubs = [
      { type: 'rssCloud', url: 'https://cloud.example/' },
      { type: 'WebSub', url: 'https://hub.example/' },
    ]
    const text = JSON.stringify({ hubs, feed_url: 'https://a.example/me', items: [] })
    expect(parseFeed(text)).toMatchObject({
      hubs: ['https://hub.example/'],
      self: 'https://a.example/me',
    })
  })

  it('knows neither where none is named', () => {
    expect(channel('<link>https://a.example/</link>')).toMatchObject({ hubs: [], self: null })
  })
})
