/** robots.txt, a row for each sentence that decides something: RFC 9309, its draft of 1996, Google's reading. */

import { describe, expect, it } from 'vitest'
import { decodeBody } from '../../../src/crawler/fetch/decode-body.ts'
import { parseRobots, robotsAllow } from '../../../src/crawler/politeness/robots.ts'

type Row = [reason: string, lines: string[], agent: string, url: string, allowed: boolean]

const ALL = 'User-agent: *'
const US = 'User-agent: foobot'
const THEM = 'User-agent: barbot'

/** RFC 9309 sections 2.1 to 2.2.1: groups, and who obeys which. */
const GROUPS: Row[] = [
  ['2.1 no file text at all', [''], 'foobot', '/', true],
  ['2.1 only comments', ['# Disallow: /', '#', '# User-agent: *'], 'foobot', '/', true],
  [
    '2.1 a group ends where the next begins',
    [US, 'Disallow: /a', THEM, 'Disallow: /b'],
    'foobot',
    '/b',
    true,
  ],
  [
    '2.1 the last group ends with the file',
    [THEM, 'Disallow: /b', US, 'Disallow: /a'],
    'foobot',
    '/a',
    false,
  ],
  ['2.1 a group of no rules before the end', [ALL, 'Disallow: /', US], 'foobot', '/a', true],
  [
    '2.2 a blank line ends no group',
    [US, '', 'Disallow: /a', '', 'Disallow: /b'],
    'foobot',
    '/b',
    false,
  ],
  [
    '2.2 rules before any group have no owner',
    ['Disallow: /', ALL, 'Disallow: /b'],
    'foobot',
    '/a',
    true,
  ],
  ['2.2 nor an allow there', ['Allow: /a', ALL, 'Disallow: /'], 'foobot', '/a', false],
  [
    '2.2.1 an agent may be named in any case',
    ['User-agent: FooBot', 'Disallow: /'],
    'FOOBOT',
    '/a',
    false,
  ],
  [
    '2.2.1 a hyphen is part of a token',
    ['User-agent: foo-bot', 'Disallow: /'],
    'foo-bot',
    '/a',
    false,
  ],
  ['2.2.1 and makes another of it', ['User-agent: foo-bot', 'Disallow: /'], 'foo', '/a', true],
  [
    '2.2.1 an underscore is part of a token',
    ['User-agent: foo_bot', 'Disallow: /'],
    'foo_bot',
    '/a',
    false,
  ],
  ['2.2.1 and makes another of it', ['User-agent: foo', 'Disallow: /'], 'foo_bot', '/a', true],
  ['2.2.1 the end of a token is none', ['User-agent: bot', 'Disallow: /'], 'foobot', '/a', true],
  [
    '2.2.1 the beginning of a token is none',
    ['User-agent: foo', 'Disallow: /'],
    'foobot',
    '/a',
    true,
  ],
  [
    '2.2.1 groups of one token are one',
    [US, 'Allow: /a/b', THEM, 'Allow: /', US, 'Disallow: /a'],
    'foobot',
    '/a/b',
    true,
  ],
  [
    '2.2.1 and the other way round',
    [US, 'Disallow: /a', THEM, 'Allow: /', US, 'Allow: /a/b'],
    'foobot',
    '/a/b',
    true,
  ],
  [
    '2.2.1 merged from shared groups, too',
    [US, THEM, 'Disallow: /a', US, 'Disallow: /b'],
    'foobot',
    '/a',
    false,
  ],
  [
    '2.2.1 but only what is shared',
    [US, THEM, 'Disallow: /a', US, 'Disallow: /b'],
    'barbot',
    '/b',
    true,
  ],
  [
    '2.2.1 the star gives way to a name',
    [ALL, 'Disallow: /a', US, 'Disallow: /b'],
    'foobot',
    '/a',
    true,
  ],
  ['2.2.1 wherever it stands', [US, 'Disallow: /b', ALL, 'Disallow: /a'], 'foobot', '/a', true],
  [
    '2.2.1 a star beside the name is no second group',
    [US, ALL, 'Disallow: /a', ALL, 'Disallow: /b'],
    'foobot',
    '/b',
    true,
  ],
  ['2.2.1 the star beside a name is for all', [US, ALL, 'Disallow: /a'], 'barbot', '/a', false],
  [
    '2.2.1 stars are merged',
    [ALL, 'Disallow: /a', US, 'Allow: /', ALL, 'Disallow: /b'],
    'barbot',
    '/a',
    false,
  ],
  ['2.2.1 no group, no star: no rules', [US, 'Disallow: /'], 'barbot', '/a', true],
  [
    '2.2.1 the agent with its version',
    [US, 'Disallow: /a', ALL, 'Disallow: /b'],
    'foobot/2.1',
    '/a',
    false,
  ],
  ['2.2.1 the agent with white space around', [US, 'Disallow: /a'], ' foobot ', '/a', false],
  ['2.2.1 an agent of two words is in no group', [US, 'Disallow: /'], 'foobot two', '/a', true],
  ['2.2.1 but in that for all', [US, 'Allow: /', ALL, 'Disallow: /'], 'foobot two', '/a', false],
  ['2.2.1 no agent is in that for all', [ALL, 'Disallow: /'], '', '/a', false],
  [
    '2.2.1 a name of our time with a dot',
    ['User-agent: archive.org_bot', 'Disallow: /'],
    'archive.org_bot',
    '/a',
    false,
  ],
  ['2.2.1 and with figures', ['User-agent: 360Spider', 'Disallow: /'], '360Spider', '/a', false],
  [
    'Google: a line holds up to what is no token',
    ['User-agent: foobot*', 'Disallow: /'],
    'foobot',
    '/a',
    false,
  ],
  [
    'Google: the star with words behind',
    ['User-agent: * all', 'Disallow: /'],
    'foobot',
    '/a',
    false,
  ],
  [
    'Google: a star with letters is no star',
    ['User-agent: *bot', 'Disallow: /'],
    'foobot',
    '/a',
    true,
  ],
  [
    '2.2.4 a sitemap before the rules',
    [US, 'Sitemap: https://a.example/s.xml', 'Disallow: /a'],
    'foobot',
    '/a',
    false,
  ],
  [
    '2.2.4 a sitemap between agents',
    [US, 'Sitemap: https://a.example/s.xml', ALL, 'Disallow: /a'],
    'foobot',
    '/a',
    false,
  ],
  [
    '2.2.4 an unknown record between agents',
    [US, 'Request-rate: 1/5', ALL, 'Disallow: /a'],
    'foobot',
    '/a',
    false,
  ],
  [
    '2.2.4 an unknown record amid rules',
    [US, 'Disallow: /b', 'Host: a.example', 'Disallow: /a'],
    'foobot',
    '/a',
    false,
  ],
  [
    '2.2.4 a delay after the rules',
    [US, 'Disallow: /a', 'Crawl-delay: 5', ALL, 'Allow: /'],
    'foobot',
    '/a',
    false,
  ],
  [
    '2.2.4 an empty rule is a rule: it ends the agents',
    [US, 'Disallow:', ALL, 'Disallow: /'],
    'foobot',
    '/a',
    true,
  ],
  [
    '2.2.4 so is one that is no path',
    [US, 'Disallow: a', ALL, 'Disallow: /'],
    'foobot',
    '/a',
    true,
  ],
]

/** RFC 9309 sections 2.2.2 and 2.2.3 for one group, and section 5.2. */
const RULES: Row[] = [
  ['2.2.2 the beginning of the path', ['Disallow: /a'], '', '/a', false],
  ['2.2.2 and nothing that is longer', ['Disallow: /a/'], '', '/a', true],
  ['2.2.2 a path of two slashes', ['Disallow: /a//b'], '', '/a//b', false],
  ['2.2.2 is not that of one', ['Disallow: /a/b'], '', '/a//b', true],
  ['2.2.2 two slashes at the start', ['Disallow: //a'], '', 'https://a.example//a', false],
  ['2.2.2 an address without a path', ['Disallow: /$'], '', 'https://a.example', false],
  ['2.2.2 an address of only a query', ['Disallow: /?a'], '', 'https://a.example?a', false],
  ['2.2.2 an empty query is a query', ['Disallow: /*?'], '', '/a?', false],
  ['2.2.2 before a fragment, too', ['Disallow: /*?$'], '', '/a?#b', false],
  ['2.2.2 a question mark of the fragment is none', ['Disallow: /*?'], '', '/a#b?', true],
  ['2.2.2 parameters of the path', ['Disallow: /a;b'], '', '/a;b=c', false],
  ['2.2.2 the fragment is no part of it', ['Disallow: /a$'], '', '/a#b', false],
  ['2.2.2 another port has the same path', ['Disallow: /a'], '', 'https://a.example:8443/a', false],
  [
    '2.2.2 the longest of three',
    ['Disallow: /', 'Allow: /a', 'Disallow: /a/b'],
    '',
    '/a/b/c',
    false,
  ],
  [
    '2.2.2 the longest in the middle',
    ['Allow: /a', 'Disallow: /a/b/c', 'Allow: /a/b'],
    '',
    '/a/b/c',
    false,
  ],
  ['2.2.2 one rule twice', ['Disallow: /a', 'Disallow: /a', 'Allow: /a'], '', '/a', true],
  ['2.2.2 a tie of two spellings', ['Disallow: /a*', 'Allow: /*a'], '', '/a', true],
  ['2.2.2 the end counts as an octet', ['Allow: /a', 'Disallow: /a$'], '', '/a', false],
  ['2.2.2 the star counts as an octet', ['Allow: /a', 'Disallow: /a*'], '', '/a', false],
  [
    '2.2.2 a letter outside ASCII counts encoded',
    ['Allow: /aaaaaaaaaaa', 'Disallow: /tứ*aaaaaaa*'],
    '',
    '/aaaaaaaaaaa',
    true,
  ],
  ['2.2.2 /robots.txt is allowed', ['Disallow: /robots.txt'], '', '/robots.txt', true],
  ['2.2.2 with a query it is another address', ['Disallow: /'], '', '/robots.txt?a', false],
  ['2.2.2 in capitals it is another address', ['Disallow: /'], '', '/ROBOTS.TXT', false],
  ['2.2.2 no rules at all', [], '', '/a', true],
  ['2.2.2 an empty disallow takes nothing back', ['Disallow: /a', 'Disallow:'], '', '/a', false],
  ['2.2.2 an empty allow is no rule', ['Allow:', 'Disallow: /a'], '', '/a', false],
  ['2.2.3 a star in the query', ['Disallow: /*?*sort='], '', '/a?b&sort=c', false],
  ['2.2.3 a star before the end', ['Disallow: /*.pdf$'], '', '/a.pdf.html', true],
  ['2.2.3 only the last dollar ends', ['Disallow: /a$b$'], '', '/a$b', false],
  ['2.2.3 an end amid the pattern is itself', ['Disallow: /a$b$'], '', '/a', true],
  ['2.2.3 two ends', ['Disallow: /a$$'], '', '/a$', false],
  ['2.2.3 an end and a star', ['Disallow: /a$*'], '', '/a', true],
  ['2.2.3 a star, an end', ['Disallow: *$'], '', '/', false],
  ['2.2.3 an encoded star', ['Disallow: /a-%2A.html'], '', '/a-*.html', false],
  ['2.2.3 an encoded end', ['Disallow: /foo-%24'], '', '/foo-$', false],
  ['2.2.3 a comment ends the rule', ['Disallow: /a#b'], '', '/a/c', false],
  ['2.2.3 an encoded number sign does not', ['Disallow: /a%23b'], '', '/a', true],
  [
    '5.2 the longer disallow',
    ['Allow: /example/page/', 'Disallow: /example/page/disallowed.gif'],
    '',
    '/example/page/disallowed.gif',
    false,
  ],
]

/** Section 2.2.2 on octets; the rows marked 1996 are the table of the draft that it grew from. */
const OCTETS: Row[] = [
  ['1996 /tmp', ['Disallow: /tmp'], '', '/tmp', false],
  ['1996 /tmp.html', ['Disallow: /tmp'], '', '/tmp.html', false],
  ['1996 /tmp/a.html', ['Disallow: /tmp'], '', '/tmp/a.html', false],
  ['1996 /tmp/ is not /tmp', ['Disallow: /tmp/'], '', '/tmp', true],
  ['1996 %3c as itself', ['Disallow: /a%3cd.html'], '', '/a%3cd.html', false],
  ['1996 %3C as %3c', ['Disallow: /a%3Cd.html'], '', '/a%3cd.html', false],
  ['1996 %3c as %3C', ['Disallow: /a%3cd.html'], '', '/a%3Cd.html', false],
  ['1996 %2f as itself', ['Disallow: /a%2fb.html'], '', '/a%2fb.html', false],
  ['1996 %2f is no slash', ['Disallow: /a%2fb.html'], '', '/a/b.html', true],
  ['1996 a slash is no %2f', ['Disallow: /a/b.html'], '', '/a%2fb.html', true],
  ['1996 %7e is a tilde', ['Disallow: /%7ejoe/index.html'], '', '/~joe/index.html', false],
  ['1996 a tilde is %7E', ['Disallow: /~joe/index.html'], '', '/%7Ejoe/index.html', false],
  ['1996 a bare < is %3C', ['Disallow: /a<d.html'], '', '/a%3cd.html', false],
  ['unreserved hyphen, dot, underscore', ['Disallow: /a%2Db%2ec%5Fd'], '', '/a-b.c_d', false],
  ['figures', ['Disallow: /%31'], '', '/1', false],
  ['a space', ['Disallow: /a b'], '', '/a%20b', false],
  ['a bar', ['Disallow: /a|b'], '', '/a%7Cb', false],
  ['a plus is no space', ['Disallow: /a+b'], '', '/a%20b', true],
  ['an apostrophe in the query', ["Disallow: /?a='b'"], '', '/?a=%27b%27', false],
  ['two letters of one octet each', ['Disallow: /é'], '', '/%C3%A9', false],
  ['a letter beyond the first plane', ['Disallow: /😀'], '', '/%F0%9F%98%80', false],
  ['composed and not composed differ', ['Disallow: /\u00e9'], '', '/e\u0301', true],
  ['the beginning of a letter', ['Disallow: /%E3%83'], '', '/ツ', false],
  ['half an escape', ['Disallow: /a%4'], '', '/a%4', false],
  ['a percent sign of its own', ['Disallow: /100%-off'], '', '/100%-off', false],
  ['an escape of an escape', ['Disallow: /%2561'], '', '/a', true],
  ['a NUL', ['Disallow: /a%00'], '', '/a%00b', false],
]

/** Section 2.2's grammar of lines, and 2.3.1.5: what can be parsed is used. */
const LINES: Row[] = [
  ['white space before the name', [`  ${US}`, '\tDisallow: /a'], 'foobot', '/a', false],
  [
    'white space before the colon',
    ['User-agent : foobot', 'Disallow \t: /a'],
    'foobot',
    '/a',
    false,
  ],
  ['white space at the end', [`${US} \t`, 'Disallow: /a \t'], 'foobot', '/a', false],
  ['a comment without space', [`${US}#me`, 'Disallow: /a#all'], 'foobot', '/a', false],
  ['a colon in the value', [US, 'Disallow: /a:b'], 'foobot', '/a:b', false],
  ['a value without a name', [US, ': /a', 'Disallow: /b'], 'foobot', '/b', false],
  ['a name that only begins so', [US, 'Disallow-not: /a'], 'foobot', '/a', true],
  ['three words without a colon', [US, 'Disallow /a /b'], 'foobot', '/a', true],
  [
    'a page instead of a file',
    ['<!doctype html>', '<p>User-agent: *', 'Disallow: /</p>'],
    'foobot',
    '/a',
    true,
  ],
  ['no end of the last line', [`${US}\nDisallow: /a`], 'foobot', '/a', false],
  ['mixed ends of lines', [`${US}\r\nDisallow: /b\rDisallow: /a\n`], 'foobot', '/a', false],
  ['an end of line each way about', [`${US}\n\rDisallow: /a\n\r`], 'foobot', '/a', false],
  [
    'a mark before each of two joined files',
    [`\ufeff${THEM}`, 'Allow: /', `\ufeff${US}`, 'Disallow: /a'],
    'foobot',
    '/a',
    false,
  ],
  ['two marks', [`\ufeff\ufeff${US}`, 'Disallow: /a'], 'foobot', '/a', false],
]

describe.each([
  ['groups', GROUPS],
  ['rules', RULES.map(forAll)],
  ['octets', OCTETS.map(forAll)],
  ['lines', LINES],
])('robotsAllow, sentence by sentence: %s', (_title, rows) => {
  it.each(rows)('%s: %j', (_reason, lines, agent, url, allowed) => {
    const robots = parseRobots(lines.join('\n'))
    expect(robotsAllow(robots, agent, new URL(url, 'https://a.example/').href)).toBe(allowed)
  })
})

/** Rules of one group for everyone. */
function forAll([reason, lines, , url, allowed]: Row): Row {
  return [reason, [ALL, ...lines], 'foobot', url, allowed]
}

describe('robotsAllow on octets that are no UTF-8', () => {
  const file = (...path: number[]) =>
    decodeBody(Uint8Array.from([...Buffer.from(`${ALL}\nDisallow: /`), ...path]), null, 'text')

  it.each([
    ['a letter of another charset', [0x63, 0x61, 0x66, 0xe9], '/caf%E9', false],
    ['is not that of UTF-8', [0x63, 0x61, 0x66, 0xe9], '/caf%C3%A9', true],
    ['a letter of UTF-8 beside it', [0xc3, 0xa9, 0x2f, 0xe9], '/é/%e9', false],
    ['half a letter', [0xe3, 0x83], '/ツ', false],
  ])('%s', (_reason, octets, url, allowed) => {
    const robots = parseRobots(file(...octets))
    expect(robotsAllow(robots, 'foobot', `https://a.example${url}`)).toBe(allowed)
  })

  it.each([
    ['half a byte order mark', [0xef, 0xbb]],
    ['a third of one', [0xef]],
    ['two of them', [0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf]],
  ])('reads a file that begins with %s', (_reason, octets) => {
    const bytes = Uint8Array.from([...octets, ...Buffer.from(`${ALL}\nDisallow: /`)])
    const robots = parseRobots(decodeBody(bytes, null, 'text'))
    expect(robotsAllow(robots, 'foobot', 'https://a.example/')).toBe(false)
  })
})
