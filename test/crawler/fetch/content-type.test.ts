/** Which labels are believed, and what bodies that lie look like. */

import { describe, expect, it } from 'vitest'
import { acceptsType, looksLike } from '../../../src/crawler/fetch/content-type.ts'

describe('acceptsType', () => {
  it.each([
    ['a page', 'page', 'text/html; charset=utf-8', true],
    ['XHTML', 'page', 'application/xhtml+xml', true],
    ['capitals', 'page', 'Text/HTML', true],
    ['no label', 'page', null, true],
    ['a label that says nothing', 'page', 'application/octet-stream', true],
    ['a label that is none', 'page', ';;;', true],
    ['two headers, the last of which counts', 'page', 'text/plain, text/html', true],
    ['two headers that agree', 'page', 'text/html; charset=a, text/html; charset=b', true],
    ['a page that calls itself XML', 'page', 'application/xml', false],
    ['a page that calls itself text', 'page', 'text/plain', false],
    ['an image', 'page', 'image/png', false],
    ['JSON', 'page', 'application/json', false],
    ['a feed as text', 'feed', 'text/plain', true],
    ['a feed as a page', 'feed', 'text/html', true],
    ['a feed as an image', 'feed', 'image/svg', false],
    ['a packed feed', 'feed', 'application/gzip', false],
    ['a sitemap', 'sitemap', 'application/xml', true],
    ['a sitemap of lines', 'sitemap', 'text/plain', true],
    ['a packed sitemap', 'sitemap', 'application/x-gzip', true],
    ['a packed sitemap without a name', 'sitemap', 'application/octet-stream', true],
    ['a sitemap as a film', 'sitemap', 'video/mp4', false],
    ['robots.txt as anything', 'robots', 'image/png', true],
  ] as const)('%s', (_case, kind, contentType, expected) => {
    expect(acceptsType(kind, contentType)).toBe(expected)
  })
})

describe('looksLike', () => {
  it.each([
    ['a page', 'page', '<p>', true],
    ['an empty page', 'page', ' \n', true],
    ['words', 'page', 'hello', false],
    ['a PDF', 'page', '%PDF-1.7 <p>', false],
    ['an image', 'page', '\ufffdPNG\r\n\0\0<', false],
    ['a feed with junk before it', 'feed', 'Warning: x\n<rss>', true],
    ['a PDF for a feed', 'feed', '%PDF-1.7', false],
    ['a list of addresses', 'sitemap', 'https://a.example/', true],
    ['anything for rules', 'robots', '\0', true],
  ] as const)('%s', (_case, kind, body, expected) => {
    expect(looksLike(kind, body)).toBe(expected)
  })
})
