/** Politeness on an injected clock: who is asked, when, and what robots.txt keeps us from. */

import { describe, expect, it } from 'vitest'
import { failure } from '../../../src/crawler/fetch/fetch-outcome.ts'
import { type PoliteTools, politeFetcher } from '../../../src/crawler/politeness/polite.ts'
import { robotsFromStatus } from '../../../src/crawler/politeness/robots.ts'
import { answerWith } from '../answer-with.ts'

type Origin = {
  robots?: string
  robotsStatus?: number
  redirects?: Record<string, string>
  /** How long each answer takes. */
  answerMs?: number
}

/** Origins in memory, a clock that only sleeping and answering move, and a log of requests. */
function world(origins: Record<string, Origin>, tools: Partial<PoliteTools> = {}) {
  let now = 0
  const log: string[] = []
  const guarded: PoliteTools['guarded'] = async (url, { accept, permit }) => {
    const refused = await permit(url, 0)
    if (refused !== undefined) {
      return typeof refused === 'string' ? failure('refused', refused) : refused
    }
    log.push(`${now} ${url}`)
    const origin = origins[new URL(url).origin] ?? {}
    now += origin.answerMs ?? 0
    const target = origin.redirects?.[url]
    if (target !== undefined) return await guarded(target, { accept, permit })
    if (accept !== 'robots') return answerWith({ url, body: 'page' })
    const status = origin.robotsStatus ?? 200
    return status === 200
      ? answerWith({ url, body: origin.robots ?? '' })
      : failure('server-error', `answered ${status}`, status)
  }
  const fetchPage = politeFetcher({
    guarded,
    robotsFor: async (_origin, ask) => {
      const { status, body } = await ask()
      return robotsFromStatus(status, body)
    },
    gapMs: 2000,
    allowPrivateHosts: new Set(),
    sleep: async (milliseconds) => {
      now += milliseconds
    },
    now: () => now,
    ...tools,
  })
  return { fetchPage, log }
}

describe('politeFetcher', () => {
  it('asks robots.txt once, first, and keeps two seconds between requests', async () => {
    const { fetchPage, log } = world({})
    await fetchPage('https://a.example/1', 'page')
    await fetchPage('https://a.example/2', 'page')
    expect(log).toEqual([
      '0 https://a.example/robots.txt',
      '2000 https://a.example/1',
      '4000 https://a.example/2',
    ])
  })

  it('measures the pause from the end of a slow answer', async () => {
    const { fetchPage, log } = world({ 'https://a.example': { answerMs: 5000 } })
    await fetchPage('https://a.example/1', 'page')
    await fetchPage('https://a.example/2', 'page')
    expect(log.at(-1)).toBe('14000 https://a.example/2')
  })

  it('lets one host wait without the other', async () => {
    const { fetchPage, log } = world({})
    await fetchPage('https://a.example/1', 'page')
    await fetchPage('https://b.example/1', 'page')
    expect(log.slice(2)).toEqual(['2000 https://b.example/robots.txt', '4000 https://b.example/1'])
  })

  it('never asks a host twice at once', async () => {
    let open = 0
    let most = 0
    const { fetchPage } = world(
      {},
      {
        guarded: async (url) => {
          open++
          most = Math.max(most, open)
          await Promise.resolve()
          open--
          return answerWith({ url })
        },
      },
    )
    await Promise.all([1, 2, 3].map((n) => fetchPage(`https://a.example/${n}`, 'page')))
    expect(most).toBe(1)
  })

  it('goes on after a visit that threw', async () => {
    let calls = 0
    const { fetchPage } = world(
      {},
      {
        guarded: async (url) => {
          calls++
          if (calls === 1) throw new Error('storage is away')
          return answerWith({ url })
        },
      },
    )
    await expect(fetchPage('https://a.example/1', 'page')).rejects.toThrow('storage is away')
    expect(await fetchPage('https://a.example/2', 'page')).toMatchObject({ ok: true })
  })

  it('does not fetch what robots.txt disallows, and says so', async () => {
    const { fetchPage, log } = world({
      'https://a.example': { robots: 'User-agent: Trendwire\nDisallow: /private' },
    })
    expect(await fetchPage('https://a.example/private/1', 'page')).toEqual({
      ok: false,
      reason: 'refused',
      message: 'https://a.example/robots.txt disallows https://a.example/private/1 for Trendwire.',
    })
    expect(await fetchPage('https://a.example/1', 'page')).toMatchObject({ ok: true })
    expect(log).toHaveLength(2)
  })

  it('fetches nothing where robots.txt cannot be had (RFC 9309 section 2.3.1.4)', async () => {
    const { fetchPage, log } = world({ 'https://a.example': { robotsStatus: 500 } })
    expect(await fetchPage('https://a.example/1', 'page')).toEqual({
      ok: false,
      reason: 'server-error',
      httpStatus: 500,
      message:
        'https://a.example/robots.txt answered 500: until it gives its rules, nothing there is fetched.',
    })
    expect(log).toEqual(['0 https://a.example/robots.txt'])
  })

  it('asks the robots.txt of the host that a redirect leads to', async () => {
    const { fetchPage, log } = world({
      'https://a.example': { redirects: { 'https://a.example/1': 'https://b.example/1' } },
      'https://b.example': { robots: 'User-agent: *\nDisallow: /' },
    })
    expect(await fetchPage('https://a.example/1', 'page')).toMatchObject({ reason: 'refused' })
    expect(log.at(-1)).toBe('2000 https://b.example/robots.txt')
  })

  it.each([
    ['longer than the pause', 5],
    ['shorter than the pause', 0.1],
    ['beyond reason', 86_400],
  ])('honours a Crawl-delay %s', async (_case, delay) => {
    const { fetchPage, log } = world({
      'https://a.example': { robots: `User-agent: *\nCrawl-delay: ${delay}` },
    })
    await fetchPage('https://a.example/1', 'page')
    await fetchPage('https://a.example/2', 'page')
    const [first = 0, second = 0] = log.slice(1).map((line) => Number.parseInt(line, 10))
    expect(second - first).toBe(Math.min(Math.max(2, delay), 30) * 1000)
  })

  it('owes a Crawl-delay to the robots.txt that asks for it, too', async () => {
    const { fetchPage, log } = world({
      'https://a.example': { robots: 'User-agent: *\nCrawl-delay: 5', answerMs: 100 },
    })
    await fetchPage('https://a.example/1', 'page')
    expect(log).toEqual(['0 https://a.example/robots.txt', '5100 https://a.example/1'])
  })

  it('does not pause for the hosts that are our own', async () => {
    const allowPrivateHosts = new Set(['127.0.0.1:8801'])
    const { fetchPage, log } = world({}, { allowPrivateHosts })
    await fetchPage('http://127.0.0.1:8801/1', 'page')
    await fetchPage('http://127.0.0.1:8801/2', 'page')
    expect(log.at(-1)).toBe('0 http://127.0.0.1:8801/2')
  })

  it('takes the rules that the caller kept', async () => {
    const robots = robotsFromStatus(200, 'User-agent: *\nDisallow: /1')
    const { fetchPage, log } = world({}, { robotsFor: async () => robots })
    expect(await fetchPage('https://a.example/1', 'page')).toMatchObject({ reason: 'refused' })
    await fetchPage('https://a.example/2', 'page')
    expect(log).toEqual(['0 https://a.example/2'])
  })

  it('waits before a redirect as long as it asks', async () => {
    const slept: number[] = []
    const { fetchPage } = world(
      {},
      {
        guarded: async (url, { permit }) => {
          await permit(url, 5)
          return answerWith({ url })
        },
        robotsFor: async () => robotsFromStatus(404, ''),
        sleep: async (milliseconds) => {
          slept.push(milliseconds)
        },
      },
    )
    await fetchPage('https://a.example/1', 'page')
    expect(slept).toEqual([5000])
  })

  it('passes on what is no address', async () => {
    const { fetchPage } = world({}, { guarded: async () => failure('refused', 'No address.') })
    expect(await fetchPage('nonsense', 'page')).toMatchObject({ message: 'No address.' })
  })
})
