/** robots.txt against RFC 9309, section by section, and against what real files get wrong. */

import { describe, expect, it } from 'vitest'
import {
  crawlDelaySeconds,
  parseRobots,
  robotsAllow,
  robotsFromStatus,
} from '../../../src/crawler/politeness/robots.ts'

function allows(text: string, agent: string, path: string): boolean {
  return robotsAllow(parseRobots(text), agent, `https://a.example${path}`)
}

/** Each rule list is that of one group for every agent. */
function rulesAllow(rules: string[], path: string): boolean {
  return allows(['User-agent: *', ...rules].join('\n'), 'Trendwire', path)
}

const EXAMPLE = [
  'User-Agent: *',
  'Disallow: *.gif$',
  'Disallow: /example/',
  'Allow: /publications/',
  '',
  'User-Agent: foobot',
  'Disallow:/',
  'Allow:/example/page.html',
  'Allow:/example/allowed.gif',
  '',
  'User-Agent: barbot',
  'User-Agent: bazbot',
  'Disallow: /example/page.html',
  '',
  'User-Agent: quxbot',
].join('\n')

describe('robotsAllow on the example of RFC 9309 section 5.1', () => {
  it.each([
    ['other', '/publications/x', true],
    ['other', '/publications/x.gif', true],
    ['other', '/example/', false],
    ['other', '/a.gif', false],
    ['other', '/a.gif?b', true],
    ['foobot', '/example/page.html', true],
    ['foobot', '/example/allowed.gif', true],
    ['foobot', '/publications/', false],
    ['barbot', '/example/page.html', false],
    ['bazbot', '/example/page.html', false],
    ['bazbot', '/example/', true],
    ['quxbot', '/example/page.html', true],
  ])('%s %s → %s', (agent, path, expected) => {
    expect(allows(EXAMPLE, agent, path)).toBe(expected)
  })
})

describe('robotsAllow, groups', () => {
  it.each([
    ['2.2.1 any case of the token', 'user-agent: TRENDWIRE\ndisallow: /', false],
    [
      '2.2.1 groups of one agent are merged',
      'User-agent: trendwire\nDisallow: /b\n\nUser-agent: x\nDisallow:\n\nUser-agent: trendwire\nDisallow: /a',
      false,
    ],
    [
      '2.2.1 several agents share a group',
      'User-agent: x\nUser-agent: trendwire\nDisallow: /a',
      false,
    ],
    [
      '2.2.1 blank lines between agents keep the group',
      'User-agent: x\n\nUser-agent: trendwire\n\nDisallow: /a',
      false,
    ],
    [
      '2.2.1 the own group replaces that for all',
      'User-agent: *\nDisallow: /\n\nUser-agent: trendwire\nDisallow: /b',
      true,
    ],
    [
      '2.2.1 an own group without rules allows all',
      'User-agent: *\nDisallow: /\n\nUser-agent: trendwire',
      true,
    ],
    [
      '2.2.1 the group for all, without an own one',
      'User-agent: x\nAllow: /\n\nUser-agent: *\nDisallow: /a',
      false,
    ],
    [
      '2.2.1 several groups for all are merged',
      'User-agent: *\nDisallow: /b\n\nUser-agent: *\nDisallow: /a',
      false,
    ],
    ['2.2.1 no matching group', 'User-agent: x\nDisallow: /', true],
    ['2.2.1 a longer token is another agent', 'User-agent: trendwire-images\nDisallow: /', true],
    ['2.2.1 a shorter token is another agent', 'User-agent: trend\nDisallow: /', true],
    ['2.2.1 a version after the token is noise', 'User-agent: Trendwire/2.0\nDisallow: /', false],
    ['2.2.1 words after the token are noise', 'User-agent: Trendwire crawler\nDisallow: /', false],
    ['2.2.1 an empty agent names nobody', 'User-agent:\nDisallow: /', true],
    ['2.2.1 a star inside a word is no star', 'User-agent: *wire\nDisallow: /', true],
    ['2.2.1 a comment after the star', 'User-agent: * # all\nDisallow: /a', false],
    ['2.2.2 rules before any group are ignored', 'Disallow: /\nUser-agent: x\nDisallow: /', true],
    [
      '2.2.4 a sitemap does not end a group',
      'User-agent: trendwire\nSitemap: https://a.example/s.xml\nDisallow: /a',
      false,
    ],
    [
      '2.2.4 other records do not part agents',
      'User-agent: trendwire\nCrawl-delay: 2\nUser-agent: x\nDisallow: /a',
      false,
    ],
    [
      '2.2.4 unknown records are ignored',
      'User-agent: trendwire\nNoindex: /a\nHost: a.example\n',
      true,
    ],
    [
      '2.3.1.5 broken lines are skipped',
      'User-agent: trendwire\n<html>\n:\n::\n/\nDisallow: /a',
      false,
    ],
  ])('%s', (_case, text, expected) => {
    expect(allows(text, 'Trendwire', '/a')).toBe(expected)
  })

  it.each([
    ['names a version itself', 'Trendwire/0.1', false],
    ['is no token', 'Trend wire', true],
    ['is empty', '', true],
  ])('an agent that %s', (_case, agent, expected) => {
    expect(allows('User-agent: trendwire\nDisallow: /', agent, '/a')).toBe(expected)
  })

  it('tells agents with figures apart', () => {
    const text = 'User-agent: mj12bot\nDisallow: /'
    expect(allows(text, 'MJ12bot', '/a')).toBe(false)
    expect(allows(text, 'MJ13bot', '/a')).toBe(true)
  })
})

describe('robotsAllow, lines', () => {
  it.each([
    ['2.2 LF', 'User-agent: *\nDisallow: /a\nDisallow: /b'],
    ['2.2 CRLF', 'User-agent: *\r\nDisallow: /a\r\nDisallow: /b'],
    ['2.2 CR', 'User-agent: *\rDisallow: /a\rDisallow: /b'],
    ['2.2 no space after the colon', 'User-agent:*\nDisallow:/a'],
    ['2.2 spaces and tabs around everything', ' \tUser-agent \t: \t* \t\n \tDisallow\t:\t/a\t '],
    ['2.2 names in any case', 'uSER-aGENT: *\ndISALLOW: /a'],
    ['2.2.3 comments', '# hello\nUser-agent: * # everyone\nDisallow: /a # not this'],
    ['a byte order mark', '\ufeffUser-agent: *\nDisallow: /a'],
    ['a forgotten colon', 'User-agent *\nDisallow /a'],
    ['a misspelt disallow', 'User-agent: *\nDissalow: /a'],
    ['a misspelt user-agent', 'Useragent: *\nDisallow: /a'],
  ])('%s', (_case, text) => {
    expect(allows(text, 'Trendwire', '/a')).toBe(false)
    expect(allows(text, 'Trendwire', '/c')).toBe(true)
  })

  it('reads 500 KiB (section 2.5)', () => {
    const padding = '# padding\n'.repeat(51_000)
    expect(padding.length).toBeLessThan(500 * 1024)
    expect(allows(`${padding}User-agent: *\nDisallow: /a`, 'Trendwire', '/a')).toBe(false)
  })

  it('drops the line that the limit cuts', () => {
    const start = 'User-agent: *\nDisallow: /b\n'
    const padding = `#${'a'.repeat(500 * 1024 - start.length - 14)}\n`
    const text = `${start}${padding}Disallow: /abc`
    expect(text.length).toBeGreaterThan(500 * 1024)
    expect(allows(text, 'Trendwire', '/abx')).toBe(true)
    expect(allows(text, 'Trendwire', '/b')).toBe(false)
  })

  it('reads on for no more than that', () => {
    const padding = '# padding\n'.repeat(100_000)
    expect(allows(`${padding}User-agent: *\nDisallow: /a`, 'Trendwire', '/a')).toBe(true)
  })
})

describe('robotsAllow, rules', () => {
  it.each([
    ['2.2.2 begins with the rule', ['Disallow: /a'], '/abc', false],
    ['2.2.2 matches from the first octet', ['Disallow: /b'], '/a/b', true],
    ['2.2.2 is case-sensitive', ['Disallow: /A'], '/a', true],
    ['2.2.2 the longest match wins', ['Allow: /a/b', 'Disallow: /a'], '/a/b/c', true],
    ['2.2.2 whatever the order', ['Disallow: /a', 'Allow: /a/b'], '/a/b/c', true],
    ['2.2.2 the longest may forbid', ['Allow: /a', 'Disallow: /a/b'], '/a/b', false],
    ['2.2.2 allow wins a tie', ['Disallow: /a', 'Allow: /a'], '/a', true],
    ['2.2.2 octets count stars, too', ['Allow: /page', 'Disallow: /*.htm'], '/page.htm', false],
    ['2.2.2 no match allows', ['Disallow: /b'], '/a', true],
    ['2.2.2 an empty disallow allows', ['Disallow:'], '/a', true],
    ['2.2.2 an empty allow is nothing', ['Disallow: /', 'Allow:'], '/a', false],
    ['2.2.2 robots.txt is always allowed', ['Disallow: /'], '/robots.txt', true],
    ['2.2.2 other files of that name are not', ['Disallow: /'], '/a/robots.txt', false],
    ['2.2.2 the query is part of the path', ['Disallow: /a?b=1'], '/a?b=1&c=2', false],
    ['2.2.2 a rule may name only a query', ['Disallow: /*?s='], '/?s=kol', false],
    ['2.2.2 a parameter behind a star', ['Disallow: /*replytocom='], '/a?x=1&replytocom=5', false],
    ['2.2.2 the fragment is not', ['Disallow: /a#b'], '/a', false],
    ['2.2.2 the root alone', ['Disallow: /', 'Allow: /$'], '/', true],
    ['2.2.2 and nothing else', ['Disallow: /', 'Allow: /$'], '/a', false],
    ['2.2 a path begins with a slash', ['Disallow: a'], '/a', true],
    ['2.2 an address is no path', ['Disallow: https://a.example/a'], '/a', true],
  ])('%s', (_case, rules, path, expected) => {
    expect(rulesAllow(rules, path)).toBe(expected)
  })

  it.each([
    ['a star for anything', '/a/*/c', '/a/b/c', false],
    ['a star for nothing', '/a*c', '/ac', false],
    ['a star for slashes', '/a*d', '/a/b/c/d', false],
    ['a star at the end adds nothing', '/fish*', '/fishheads', false],
    ['a star at the start', '*.gif', '/x/y.gif', false],
    ['only a star', '*', '/a', false],
    ['several stars', '/*a*b*c', '/xxaxxbxxc', false],
    ['several stars, wrong order', '/*a*b*c', '/xxbxxaxxc', true],
    ['stars side by side', '/a***b', '/a-b', false],
    ['a dollar at the end', '/*.php$', '/x.php', false],
    ['a dollar and more', '/*.php$', '/x.php?y', true],
    ['a dollar and an earlier match', '/*a$', '/a-b-a', false],
    ['a dollar without room for both parts', '/aba*aba$', '/aba', true],
    ['a dollar in the middle is itself', '/a$b', '/a$b', false],
    ['a star before the dollar', '/a*$', '/a/b', false],
    ['an encoded star is no star', '/a-%2A.html', '/a-*.html', false],
    ['nor does it match anything', '/a-%2A.html', '/a-b.html', true],
    ['an encoded dollar is no end', '/foo-%24', '/foo-$', false],
  ])('2.2.3 %s', (_case, pattern, path, expected) => {
    expect(rulesAllow([`Disallow: ${pattern}`], path)).toBe(expected)
  })

  it.each([
    ['a plain query', '/foo/bar?baz=quz', '/foo/bar?baz=quz', false],
    [
      'an address in the query',
      '/foo/bar?baz=https://foo.bar',
      '/foo/bar?baz=https%3A%2F%2Ffoo.bar',
      false,
    ],
    [
      'and the other way round',
      '/foo/bar?baz=https%3A%2F%2Ffoo.bar',
      '/foo/bar?baz=https://foo.bar',
      false,
    ],
    ['a character outside ASCII', '/foo/bar/ツ', '/foo/bar/%E3%83%84', false],
    ['encoded on the other side', '/foo/bar/%E3%83%84', '/foo/bar/ツ', false],
    ['in lower-case hexadecimal', '/foo/bar/%e3%83%84', '/foo/bar/ツ', false],
    ['Vietnamese', '/tin-tức', '/tin-t%E1%BB%A9c', false],
    ['unreserved characters, encoded', '/foo/bar/%62%61%7A', '/foo/bar/baz', false],
    ['the same in the address', '/foo/bar/baz', '/foo/bar/%62%61%7A', false],
    ['a tilde', '/~joe', '/%7Ejoe', false],
    ['an encoded slash is not a slash', '/a%2Fb', '/a/b', true],
    ['but is itself in any case', '/a%2fb', '/a%2Fb', false],
    ['an encoded question mark is not one', '/a%3Fb', '/a?b', true],
    ['a colon', '/a:b', '/a%3Ab', false],
    ['a lone percent sign', '/100%', '/100%', false],
    ['a star amid a query', '/a?*u=/b', '/a?x=1&u=%2Fb', false],
  ])('2.2.2 compares %s', (_case, pattern, path, expected) => {
    expect(rulesAllow([`Disallow: ${pattern}`], path)).toBe(expected)
  })

  it('takes a path where an address is expected', () => {
    expect(robotsAllow(parseRobots('User-agent: *\nDisallow: /a'), 'x', '/a/b')).toBe(false)
  })

  it('disallows what is no address', () => {
    expect(robotsAllow(parseRobots(''), 'x', 'http://')).toBe(false)
  })

  it('disallows an address that would take too long to compare, and no shorter one', () => {
    const rules = Array.from({ length: 20_000 }, (_, n) => `Disallow: *aaab${n}`)
    expect(rulesAllow(rules, `/${'a'.repeat(7000)}`)).toBe(false)
    expect(rulesAllow(rules, `/${'a'.repeat(200)}`)).toBe(true)
  })

  it('ends in time on patterns made to backtrack', () => {
    const text = `User-agent: *\nDisallow: /${'a*'.repeat(5_000)}b$`
    expect(allows(text, 'Trendwire', `/${'a'.repeat(8_000)}`)).toBe(true)
  })
})

describe('robotsFromStatus', () => {
  it.each([
    ['2.3.1.1 a file is obeyed', 200, true],
    ['2.3.1.2 lost among redirects: unavailable', 310, true],
    ['2.3.1.3 not found: unavailable', 404, true],
    ['2.3.1.3 unauthorised: unavailable', 401, true],
    ['2.3.1.3 forbidden: unavailable', 403, true],
    ['too many requests is no invitation', 429, false],
    ['2.3.1.4 a server error: unreachable', 500, false],
    ['2.3.1.4 unavailable service: unreachable', 503, false],
    ['2.3.1.4 no answer: unreachable', 0, false],
  ])('%s', (_case, status, expected) => {
    const robots = robotsFromStatus(status, 'User-agent: *\nDisallow: /b')
    expect(robotsAllow(robots, 'Trendwire', 'https://a.example/a')).toBe(expected)
  })
})

describe('parseRobots', () => {
  it('lists sitemaps, for whomever they stand, once', () => {
    const text = [
      'Sitemap: https://a.example/s.xml',
      'User-agent: x',
      'Site-map: https://a.example/t.xml',
      'sitemap: https://a.example/s.xml',
      'sitemap: /relative.xml',
    ].join('\n')
    expect(parseRobots(text).sitemaps).toEqual([
      'https://a.example/s.xml',
      'https://a.example/t.xml',
    ])
  })

  it.each([
    ['for all', 'User-agent: *\nCrawl-delay: 5', 5],
    ['a fraction', 'User-agent: *\nCrawl-delay: 0.5', 0.5],
    [
      'the own group before that for all',
      'User-agent: *\nCrawl-delay: 5\nUser-agent: trendwire\nCrawl-delay: 1',
      1,
    ],
    ['the larger of two', 'User-agent: *\nCrawl-delay: 1\nUser-agent: *\nCrawl-delay: 7', 7],
    ['none', 'User-agent: *\nDisallow: /', undefined],
    ['no figure', 'User-agent: *\nCrawl-delay: slow', undefined],
    ['a negative one', 'User-agent: *\nCrawl-delay: -1', undefined],
  ])('reads Crawl-delay: %s', (_case, text, expected) => {
    expect(crawlDelaySeconds(parseRobots(text), 'Trendwire')).toBe(expected)
  })
})
