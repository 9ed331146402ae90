/** Robots directives: what is kept of them, and what it means for what we show. */

import { describe, expect, it } from 'vitest'
import {
  indexableUntil,
  keptDirectives,
  snippetLengthMax,
} from '../../src/articles/robots-directives.ts'

describe('keptDirectives', () => {
  it.each([
    ['nothing', [], []],
    ['what is allowed anyway', ['index, follow, all, archive'], []],
    ['one directive', ['noindex'], ['noindex']],
    ['several, in any letters and order', ['NoSnippet,NOAI'], ['noai', 'nosnippet']],
    ['spaces in place of commas', ['noindex nofollow'], ['nofollow', 'noindex']],
    ['several tags, added together', ['noai', 'noindex'], ['noai', 'noindex']],
    ['one said twice', ['noai, noai', 'noai'], ['noai']],
    ['none, which is two', ['none'], ['nofollow', 'noindex']],
    ['Bing’s word for noarchive', ['nocache'], ['noarchive']],
    ['directives for images', ['noimageai, noimageindex'], ['noimageai', 'noimageindex']],
    ['what nobody knows', ['noodp, nothing, , ;'], []],
    ['a length', ['max-snippet:50'], ['max-snippet:50']],
    ['a length behind a space', ['noai, max-snippet: 50'], ['max-snippet:50', 'noai']],
    ['no limit', ['max-snippet:-1, max-video-preview:-1, max-image-preview:large'], []],
    ['a length of nothing', ['max-snippet:0'], ['nosnippet']],
    ['two lengths, the shorter', ['max-snippet:90', 'max-snippet:20'], ['max-snippet:20']],
    ['a length beside nosnippet', ['max-snippet:20, nosnippet'], ['nosnippet']],
    ['a length that is none', ['max-snippet:a few'], []],
    ['a picture’s size', ['max-image-preview:standard'], ['max-image-preview:standard']],
    ['a film’s length', ['max-video-preview:0'], ['max-video-preview:0']],
    ['a word before a figure', ['noai max-snippet:5'], ['max-snippet:5', 'noai']],
    [
      'an instant as in ISO 8601',
      ['unavailable_after: 2026-12-01T07:00:00+07:00'],
      ['unavailable_after:2026-12-01T00:00:00Z'],
    ],
    [
      'an instant as in RFC 822, with its comma',
      ['unavailable_after: Tue, 01 Dec 2026 00:00:00 GMT, noai'],
      ['noai', 'unavailable_after:2026-12-01T00:00:00Z'],
    ],
    [
      'an instant as in RFC 850, cut at its comma by whoever read the header',
      ['unavailable_after: tuesday', ' 01-dec-26 00:00:00 gmt'],
      ['unavailable_after:2026-12-01T00:00:00Z'],
    ],
    [
      'a day without a zone',
      ['unavailable_after: 2026-12-01'],
      ['unavailable_after:2026-12-01T00:00:00Z'],
    ],
    [
      'two instants, the earlier',
      ['unavailable_after: 2026-12-02', 'unavailable_after: 2026-12-01'],
      ['unavailable_after:2026-12-01T00:00:00Z'],
    ],
    ['an instant that is none', ['unavailable_after: never, noai'], ['noai']],
    ['a year that nobody lives to see', ['unavailable_after: +200000-01-01T00:00:00Z'], []],
    ['names of an object’s own', ['constructor, __proto__, toString:1'], []],
    ['a megabyte', [`noai,${'x,'.repeat(500_000)}noindex`], ['noai']],
  ])('reads %s', (_case, written, kept) => {
    expect(keptDirectives(written)).toEqual(kept)
    expect(keptDirectives(kept)).toEqual(kept)
  })
})

describe('snippetLengthMax', () => {
  it.each([
    ['nobody asked', [], Number.POSITIVE_INFINITY],
    ['nothing is wanted', ['nosnippet'], 0],
    ['a length is', ['max-snippet:50', 'noai'], 50],
  ])('is right where %s', (_case, robots, length) => {
    expect(snippetLengthMax(robots)).toBe(length)
  })
})

describe('indexableUntil', () => {
  it.each([
    ['for ever where nobody asked', ['noai'], '9999'],
    ['never', ['noindex', 'unavailable_after:2026-12-01T00:00:00Z'], ''],
    ['until then', ['unavailable_after:2026-12-01T00:00:00Z'], '2026-12-01T00:00:00Z'],
  ])('is %s', (_case, robots, until) => {
    expect(indexableUntil(robots)).toBe(until)
  })
})
