/** The readers' script is small, counts only what no request has counted, and refreshes the count. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CLIENT_SCRIPT, CLIENT_SCRIPT_PATH } from '../../src/pages/client-script.ts'
import { DESK_PAGE_STYLE, READER_STYLE } from '../../src/pages/style.ts'

const SCRIPT_BYTES_MAX = 3 * 1024
const STYLE_BYTES_MAX = 9 * 1024

type Arrival = { prerendering?: boolean; activationStart?: number; deliveryType?: string }

/** Runs the script in a page made of just what it touches. */
function arrive(arrival: Arrival, answer: object = { views: 1234 }) {
  const listeners = new Map<string, (event: object) => void>()
  const listen = (name: string, listener: (event: object) => void) => listeners.set(name, listener)
  const counter = { dataset: { views: 'bai-hay' }, textContent: '21' }
  const beacons: string[] = []
  const asked: string[] = []
  const page = {
    visibilityState: 'visible',
    prerendering: arrival.prerendering ?? false,
    documentElement: { lang: 'vi' },
    querySelector: (selector: string) => (selector === '[data-views]' ? counter : null),
    addEventListener: listen,
  }
  const names = ['document', 'addEventListener', 'matchMedia', 'navigator', 'performance', 'fetch']
  const run = new Function(...names, CLIENT_SCRIPT)
  run(
    page,
    listen,
    () => ({ matches: false }),
    { sendBeacon: (url: string) => beacons.push(url) },
    { getEntriesByType: () => [arrival] },
    async (url: string) => {
      asked.push(url)
      return Response.json(answer)
    },
  )
  return {
    page,
    counter,
    beacons,
    asked,
    fire: (name: string, event = {}) => listeners.get(name)?.(event),
  }
}

describe('the client script', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it.each([
    ['an ordinary visit was counted by its request', {}, 0],
    ['a page fetched in advance was not', { deliveryType: 'navigational-prefetch' }, 1],
    ['a page drawn in advance and shown was not', { activationStart: 120 }, 1],
    ['a page drawn in advance and not yet seen is no view', { prerendering: true }, 0],
  ])('%s', (_reason, arrival, beacons) => {
    expect(arrive(arrival).beacons.length).toBe(beacons)
  })

  it('reports a prerendered page when it is shown', () => {
    const { beacons, fire } = arrive({ prerendering: true })
    fire('prerenderingchange')
    expect(beacons).toEqual(['/articles/bai-hay/view'])
  })

  it.each([
    ['from the back/forward cache', true, 1],
    ['from the network', false, 0],
  ])('reports a page that is shown again %s: %s', (_case, persisted, beacons) => {
    const visit = arrive({})
    visit.fire('pageshow', { persisted })
    expect(visit.beacons.length).toBe(beacons)
  })

  it('shows the fresh count in the page’s language, every 15 s while it is visible', async () => {
    const { page, counter, asked } = arrive({})
    await vi.advanceTimersByTimeAsync(0)
    expect(counter.textContent).toBe('1.234')
    await vi.advanceTimersByTimeAsync(15_000)
    expect(asked).toEqual(['/api/articles/bai-hay/views', '/api/articles/bai-hay/views'])
    page.visibilityState = 'hidden'
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked.length).toBe(2)
  })

  it('leaves the count alone when the answer is none', async () => {
    const { counter } = arrive({}, { title: 'Not found' })
    await vi.advanceTimersByTimeAsync(0)
    expect(counter.textContent).toBe('21')
  })

  it('stays small, as do the styles', () => {
    const bytes = (text: string) => new TextEncoder().encode(text).length
    expect(bytes(CLIENT_SCRIPT)).toBeLessThanOrEqual(SCRIPT_BYTES_MAX)
    expect(bytes(READER_STYLE)).toBeLessThanOrEqual(STYLE_BYTES_MAX)
    expect(bytes(DESK_PAGE_STYLE)).toBeLessThanOrEqual(STYLE_BYTES_MAX)
    expect(CLIENT_SCRIPT_PATH).toMatch(/^\/assets\/app\.js\?v=[0-9a-f]+$/)
  })
})
