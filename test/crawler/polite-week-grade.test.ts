/** The grader of the polite week: each of its rules holds for a good week, and fails for a bad one. */

import { describe, expect, it } from 'vitest'
import { grade, sheetLines, type Week } from '../../bench/polite-week/grade.ts'
import type { Answered, Asked } from '../../bench/polite-week/request-log.ts'
import type { Outcome } from '../../bench/polite-week/upkeep.ts'

const START_MS = Date.UTC(2026, 10, 23)
const MINUTE_MS = 60_000
const DAY_MS = 1_440 * MINUTE_MS

const SAID_NOTHING: Answered = {
  status: 200,
  etag: null,
  lastModified: null,
  location: null,
  bodyHash: null,
  rules: null,
  freshSeconds: null,
  everySeconds: null,
  skipHours: [],
  retryAfterSeconds: null,
}

type Change = Partial<Omit<Asked, 'answer'>> & { minute: number; answer?: Partial<Answered> }

/** A request of a tenth of a second. */
function asked({ minute, answer, headers, ...rest }: Change): Asked {
  const startMs = START_MS + minute * MINUTE_MS
  return {
    startMs,
    endMs: startMs + 100,
    url: 'https://blog.example/rss.xml',
    kind: 'source',
    partner: 'pho',
    headers: { 'user-agent': 'Trendwire/0.1 (+https://trendwire.example/about; x)', ...headers },
    answer: { ...SAID_NOTHING, ...answer },
    ...rest,
  }
}

const ROBOTS: Change = {
  minute: 0,
  url: 'https://blog.example/robots.txt',
  kind: 'robots',
  answer: { rules: { crawlDelaySeconds: 5, disallowed: ['/noi-bo/'] } },
}
const PAGE = { url: 'https://blog.example/bai-1', kind: 'page' } as const
const MOVED = { status: 301, location: 'https://blog.example/moi' }
const DOWN = { status: 503 }

const GOOD_LOG: Change[] = [
  ROBOTS,
  { minute: 1, answer: { etag: '"a"', bodyHash: '1', freshSeconds: 60 } },
  { ...PAGE, minute: 2, answer: { etag: 'W/"p"', bodyHash: '9' } },
  { minute: 30, headers: { 'if-none-match': '"a"' }, answer: { status: 304 } },
  { ...PAGE, minute: 63, headers: { 'if-none-match': 'W/"p"' }, answer: { status: 304 } },
]

const TOLD = { partner: 'pho', articleId: 'a1', title: 'Một' }
const GOOD_OUTCOME: Outcome = {
  written: [
    {
      partner: 'pho',
      title: 'Một',
      publishedMs: START_MS,
      correctedMs: [START_MS + 40 * MINUTE_MS],
      withdrawnMs: null,
      isForbidden: false,
    },
  ],
  told: [
    { ...TOLD, type: 'article.published', atMs: START_MS + 2 * MINUTE_MS },
    { ...TOLD, type: 'article.updated', atMs: START_MS + 63 * MINUTE_MS },
  ],
  standing: [{ partner: 'pho', title: 'Một', state: 'published' }],
  states: [],
}

function weekOf(log: Change[], changes: Partial<Week> = {}): Week {
  return {
    startMs: START_MS,
    endMs: START_MS + DAY_MS,
    log: log.map(asked),
    allowances: [{ partner: 'pho', pagesPerDay: 3 }],
    outcome: GOOD_OUTCOME,
    troubles: [],
    main: 'pho',
    ...changes,
  }
}

function brokenBy(week: Week): string[] {
  return grade(week).rules.flatMap(({ name, violations }) => (violations.length > 0 ? [name] : []))
}

describe('grade', () => {
  it('finds nothing wrong with a good week', () => {
    expect(brokenBy(weekOf(GOOD_LOG))).toEqual([])
  })

  it.each<[string, RegExp, Change[]]>([
    ['a page before robots.txt', /^robots\.txt is asked/, [{ minute: 1 }]],
    [
      'robots.txt of another origin',
      /^robots\.txt is asked/,
      [ROBOTS, { minute: 1, url: 'https://www.blog.example/' }],
    ],
    ['a robots.txt of the day before', /^robots\.txt is asked/, [ROBOTS, { minute: 1_441 }]],
    [
      'a disallowed folder',
      /disallows/,
      [ROBOTS, { ...PAGE, minute: 1, url: 'https://blog.example/noi-bo/a' }],
    ],
    ['a page while robots.txt is down', /disallows/, [{ ...ROBOTS, answer: DOWN }, { minute: 1 }]],
    [
      'two requests at once',
      /one request at a time/,
      [ROBOTS, { minute: 1, endMs: START_MS + 3 * MINUTE_MS }, { ...PAGE, minute: 2 }],
    ],
    [
      'another partner on the same host at once',
      /one request at a time/,
      [
        ROBOTS,
        { minute: 1, endMs: START_MS + 3 * MINUTE_MS },
        { ...PAGE, minute: 2, partner: 'am-thuc' },
      ],
    ],
    [
      'four seconds where Crawl-delay is five',
      /two seconds or Crawl-delay/,
      [ROBOTS, { minute: 1 }, { ...PAGE, minute: 1 + 4 / 60 }],
    ],
    [
      'a visit before Retry-After',
      /Retry-After/,
      [
        ROBOTS,
        { minute: 1, answer: { status: 429, retryAfterSeconds: 3_600 } },
        { ...PAGE, minute: 60 },
      ],
    ],
    ['a cookie', /no cookies/, [ROBOTS, { minute: 1, headers: { cookie: 'a=b' } }]],
    [
      'a Referer',
      /no cookies/,
      [ROBOTS, { minute: 1, headers: { referer: 'https://a.example/' } }],
    ],
    [
      'a name without a contact',
      /no cookies/,
      [ROBOTS, { minute: 1, headers: { 'user-agent': 'Mozilla/5.0' } }],
    ],
    [
      'an ETag without its quotes',
      /byte for byte/,
      [
        ROBOTS,
        { minute: 1, answer: { etag: '"a"' } },
        { minute: 9, headers: { 'if-none-match': 'a' } },
      ],
    ],
    [
      'a Last-Modified that was kept to itself',
      /byte for byte/,
      [
        ROBOTS,
        { minute: 1, answer: { lastModified: 'Mon, 23 Nov 2026 00:00:00 GMT' } },
        { minute: 9 },
      ],
    ],
    [
      'what had not changed, again within a day',
      /once a day/,
      [
        ROBOTS,
        { minute: 1, answer: { bodyHash: '1' } },
        { minute: 100, answer: { bodyHash: '1' } },
        { minute: 200, answer: { bodyHash: '1' } },
      ],
    ],
    [
      'a visit before max-age is over',
      /sooner than it wishes/,
      [ROBOTS, { minute: 1, answer: { freshSeconds: 3_600 } }, { minute: 60 }],
    ],
    [
      'a visit before the ttl of the last body is over',
      /sooner than it wishes/,
      [
        ROBOTS,
        { minute: 1, answer: { everySeconds: 3_600, etag: '"a"' } },
        { minute: 62, headers: { 'if-none-match': '"a"' }, answer: { status: 304 } },
        { minute: 80, headers: { 'if-none-match': '"a"' }, answer: { status: 304 } },
      ],
    ],
    [
      'a visit in an hour to skip',
      /sooner than it wishes/,
      [ROBOTS, { minute: 1, answer: { skipHours: [2] } }, { minute: 130 }],
    ],
    ['a source after four minutes', /every five minutes/, [ROBOTS, { minute: 1 }, { minute: 5 }]],
    [
      'an article twice within its first hour',
      /only for a reason/,
      [ROBOTS, { ...PAGE, minute: 1 }, { ...PAGE, minute: 30 }],
    ],
    [
      'an address that has said four times where it moved',
      /a move for good/,
      [ROBOTS, ...[1, 10, 20, 30, 40].map((minute) => ({ minute, answer: MOVED }))],
    ],
    [
      'more pages than a day has',
      /3 pages a day/,
      [
        ROBOTS,
        ...[1, 2, 3, 4].map((minute) => ({
          ...PAGE,
          minute,
          url: `https://blog.example/${minute}`,
        })),
      ],
    ],
    [
      'a second failure after five minutes',
      /each failure doubles/,
      [
        ROBOTS,
        { minute: 1, answer: DOWN },
        { minute: 7, answer: DOWN },
        { minute: 13, answer: DOWN },
      ],
    ],
    [
      'a partner that is not asked any more',
      /nobody is given up/,
      [ROBOTS, { minute: 1 }, { minute: 1_440 * 5, answer: { status: 404 } }],
    ],
  ])('sees %s', (_case, name, log) => {
    const endMs = START_MS + Math.max(1_440, ...log.map(({ minute }) => minute)) * MINUTE_MS
    expect(brokenBy(weekOf(log, { endMs }))).toContainEqual(expect.stringMatching(name))
  })

  const failing = { type: 'partner.failing', partner: 'pho', articleId: null, title: null }
  const back = { ...failing, type: 'partner.recovered' }
  const trouble = { partner: 'pho', fromMs: START_MS, untilMs: START_MS + 60 * MINUTE_MS }
  const degraded = { partner: 'pho', state: 'degraded', atMs: START_MS + MINUTE_MS }
  const active = { partner: 'pho', state: 'active', atMs: START_MS + 90 * MINUTE_MS }
  const [first] = GOOD_OUTCOME.written
  const [published, updated] = GOOD_OUTCOME.told
  const rest = GOOD_OUTCOME.told
  const told = [
    { ...failing, atMs: START_MS + MINUTE_MS },
    { ...back, atMs: active.atMs },
  ]

  it('finds nothing wrong with trouble that was told', () => {
    const outcome = { ...GOOD_OUTCOME, told: [...rest, ...told], states: [degraded, active] }
    expect(brokenBy(weekOf(GOOD_LOG, { outcome, troubles: [trouble] }))).toEqual([])
  })

  it.each<[string, RegExp, Partial<Outcome>]>([
    ['an article that is missing', /stored once/, { standing: [] }],
    [
      'an article that is there twice',
      /stored once/,
      {
        standing: [...GOOD_OUTCOME.standing, ...GOOD_OUTCOME.standing],
      },
    ],
    [
      'an article that was announced twice',
      /stored once/,
      {
        told: [...rest, { ...TOLD, articleId: 'a2', type: 'article.published', atMs: START_MS }],
      },
    ],
    [
      'an article that was forbidden',
      /forbidden/,
      {
        written: first === undefined ? [] : [{ ...first, isForbidden: true }],
      },
    ],
    [
      'a correction that was not seen',
      /one revision/,
      {
        told: published === undefined ? [] : [published],
      },
    ],
    [
      'a revision without a correction',
      /one revision/,
      {
        told: updated === undefined ? [] : [...rest, updated],
      },
    ],
    [
      'a withdrawn article that stands',
      /withdrawn is gone/,
      {
        written: first === undefined ? [] : [{ ...first, withdrawnMs: START_MS + DAY_MS }],
      },
    ],
    [
      'an article that was taken away for nothing',
      /withdrawn is gone/,
      {
        standing: [{ partner: 'pho', title: 'Một', state: 'gone' }],
      },
    ],
    ['trouble that nobody was told of', /told once/, { states: [degraded, active] }],
    [
      'trouble that was told twice',
      /told once/,
      {
        told: [...rest, ...told, ...told],
        states: [degraded, active],
      },
    ],
    [
      'a partner that stays in trouble',
      /told once/,
      { told: [...rest, ...told], states: [degraded] },
    ],
    [
      'an end before the end',
      /told once/,
      {
        told: [...rest, ...told.map((event) => ({ ...event, atMs: START_MS + MINUTE_MS }))],
        states: [degraded, active],
      },
    ],
  ])('sees %s', (_case, name, changes) => {
    const outcome = { ...GOOD_OUTCOME, ...changes }
    const broken = brokenBy(weekOf(GOOD_LOG, { outcome, troubles: [trouble] }))
    expect(broken).toContainEqual(expect.stringMatching(name))
  })

  it('sees trouble that is told where there is none', () => {
    const outcome = { ...GOOD_OUTCOME, told: [...rest, ...told] }
    expect(brokenBy(weekOf(GOOD_LOG, { outcome }))).toEqual([
      'no trouble is told where there is none',
    ])
  })
})

describe('sheetLines', () => {
  it('shows what broke a rule under it, and the figures', () => {
    const lines = sheetLines(grade(weekOf([ROBOTS, { minute: 1 }, { minute: 2 }])))
    const at = lines.findIndex((line) => line.includes('every five minutes'))
    expect(lines[at]).toMatch(/BROKEN .*\(1 looked at, 1 broke it\)/)
    expect(lines[at + 1]).toContain('2026-11-23 00:02:00 https://blog.example/rss.xml')
    expect(lines.at(-2)).toMatch(/2\.0 {2}publication to ours, median min/)
  })
})
