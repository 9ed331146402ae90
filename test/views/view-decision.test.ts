/** What counts as a view, by method and headers alone. */

import { describe, expect, it } from 'vitest'
import { viewDecision } from '../../src/views/view-decision.ts'

const PERSON =
  'Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0 Mobile Safari/537.36'

function headers(more: Record<string, string> = {}): Headers {
  return new Headers({ 'user-agent': PERSON, ...more })
}

describe('viewDecision', () => {
  it.each([
    ['a person who opens the page', 'GET', {}, 'counted'],
    ['a navigation that says so', 'GET', { 'sec-fetch-dest': 'document' }, 'counted'],
    ['the beacon of the page', 'POST', { 'sec-fetch-dest': 'empty' }, 'counted'],
    [
      'an in-app browser of Zalo',
      'GET',
      { 'user-agent': `${PERSON} Zalo android/12120567 ZaloTheme/light` },
      'counted',
    ],
    ['a conditional request', 'GET', { 'if-none-match': 'W/"1"' }, 'counted'],
    ['HEAD', 'HEAD', {}, 'head'],
    ['a known bot', 'GET', { 'user-agent': 'Googlebot/2.1' }, 'bot'],
    ['an empty agent', 'GET', { 'user-agent': '' }, 'bot'],
    ['an agent of blanks', 'GET', { 'user-agent': '  ' }, 'bot'],
    ['a prefetch', 'GET', { 'sec-purpose': 'prefetch' }, 'prefetch'],
    ['a prerender', 'GET', { 'sec-purpose': 'prefetch;prerender' }, 'prefetch'],
    ['an old prefetch', 'GET', { purpose: 'prefetch' }, 'prefetch'],
    ['a prefetch of Firefox', 'GET', { 'x-moz': 'prefetch' }, 'prefetch'],
    ['a bot that prefetches', 'GET', { 'user-agent': 'bot', purpose: 'prefetch' }, 'prefetch'],
    ['an image element', 'GET', { 'sec-fetch-dest': 'image' }, 'subresource'],
    ['a script that fetches the page', 'GET', { 'sec-fetch-dest': 'empty' }, 'subresource'],
    ['a frame', 'GET', { 'sec-fetch-dest': 'iframe' }, 'subresource'],
  ] as const)('%s', (_case, method, more, decision) => {
    expect(viewDecision(method, headers(more))).toBe(decision)
  })

  it('takes a request without any agent for a bot', () => {
    expect(viewDecision('GET', new Headers())).toBe('bot')
  })
})
