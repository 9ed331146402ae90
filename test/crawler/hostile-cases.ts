/** What a hostile server does, and what it is called: the same in Node and in workerd. */

import type { FetchKind } from '../../src/crawler/fetch/fetch-outcome.ts'

export type HostileCase = {
  case: string
  path: string
  /** Part of the outcome. */
  outcome: Record<string, unknown>
  /** Of the sentence, after the address. */
  says?: string
  accept?: FetchKind
}

const refused = { ok: false, reason: 'refused' }
const unreachable = { ok: false, reason: 'unreachable' }
const timeout = { ok: false, reason: 'timeout' }
const tooLarge = { ok: false, reason: 'too-large' }
const page = { ok: true, body: '<p>abc' }

const OUT_OF_TIME = ' did not answer within '
const BROKEN = ' broke off in the middle of its answer: '
const NO_ANSWER = ' could not be reached: '

/** Each ends within its limits, in its own sentence, without an exception. */
export const HOSTILE_CASES: HostileCase[] = [
  { case: 'a connection that is reset', path: '/reset', outcome: unreachable, says: NO_ANSWER },
  {
    case: 'one that is closed unanswered',
    path: '/hang-up',
    outcome: unreachable,
    says: NO_ANSWER,
  },
  { case: 'HTTP/0.9', path: '/no-http', outcome: unreachable, says: NO_ANSWER },
  { case: 'any octets', path: '/octets', outcome: unreachable, says: NO_ANSWER },
  { case: 'slow-loris headers', path: '/slow-headers', outcome: timeout, says: OUT_OF_TIME },
  { case: '1xx without end', path: '/early-hints-forever', outcome: timeout, says: OUT_OF_TIME },
  { case: 'one 103', path: '/early-hints', outcome: page },
  { case: 'a megabyte of headers', path: '/many-headers', outcome: unreachable, says: NO_ANSWER },
  { case: 'headers without end', path: '/headers-forever', outcome: unreachable, says: NO_ANSWER },
  {
    case: 'a header without a colon',
    path: '/header-without-colon',
    outcome: unreachable,
    says: NO_ANSWER,
  },
  { case: 'a NUL in a header', path: '/header-with-nul', outcome: unreachable, says: NO_ANSWER },
  { case: 'a status of two figures', path: '/status-99', outcome: unreachable, says: NO_ANSWER },
  {
    case: 'a status of no class',
    path: '/status-999',
    outcome: { ok: false, reason: 'server-error', httpStatus: 999 },
    says: ' answered 999.',
  },
  { case: 'a body that never comes', path: '/silent-body', outcome: timeout, says: OUT_OF_TIME },
  { case: 'a slow-loris body', path: '/slow-body', outcome: timeout, says: OUT_OF_TIME },
  {
    case: 'a body without end',
    path: '/endless',
    outcome: tooLarge,
    says: ' is larger than 4 MiB.',
  },
  {
    case: 'chunks without end',
    path: '/endless-chunked',
    outcome: tooLarge,
    says: ' is larger than ',
  },
  { case: 'less than announced', path: '/length-too-long', outcome: unreachable, says: BROKEN },
  { case: 'more than announced', path: '/length-too-short', outcome: { ok: true, body: '<p>' } },
  { case: 'a negative length', path: '/length-negative', outcome: unreachable, says: NO_ANSWER },
  { case: 'two lengths', path: '/length-twice', outcome: unreachable, says: NO_ANSWER },
  { case: 'a length of 100 GB', path: '/length-huge', outcome: tooLarge, says: ' is larger than ' },
  { case: 'chunks of nonsense', path: '/chunks-of-nonsense', outcome: unreachable, says: BROKEN },
  { case: 'chunks that break off', path: '/chunks-cut-off', outcome: unreachable, says: BROKEN },
  { case: 'a chunk of exabytes', path: '/chunk-of-exabytes', outcome: unreachable, says: BROKEN },
  { case: 'a reset in the body', path: '/reset-in-body', outcome: unreachable, says: BROKEN },
  { case: 'a gzip bomb', path: '/gzip-bomb', outcome: tooLarge, says: ' is larger than 4 MiB.' },
  {
    case: 'a brotli bomb',
    path: '/brotli-bomb',
    outcome: tooLarge,
    says: ' is larger than 4 MiB.',
  },
  { case: 'gzip that is none', path: '/gzip-nonsense', outcome: unreachable, says: BROKEN },
  {
    case: 'half a sitemap',
    path: '/half.gz',
    accept: 'sitemap',
    outcome: { ok: true, isCut: true },
  },
  {
    case: 'a whole sitemap',
    path: '/whole.gz',
    accept: 'sitemap',
    outcome: { ok: true, isCut: false },
  },
  {
    case: 'a sitemap of nonsense',
    path: '/nonsense.gz',
    accept: 'sitemap',
    outcome: { ok: false, reason: 'wrong-type' },
    says: ' is packed with gzip, but cannot be unpacked.',
  },
  {
    case: 'a Location of a megabyte',
    path: '/redirect-megabyte',
    outcome: unreachable,
    says: NO_ANSWER,
  },
  { case: 'a Location of 9,000 characters', path: '/redirect-long', outcome: refused },
  {
    case: 'a Location in UTF-8',
    path: '/redirect-utf8',
    outcome: refused,
    says: ' redirects to http://intranet/tin-t%E1%BB%A9c, which is refused: ',
  },
  { case: 'a redirect with an endless body', path: '/redirect-with-body', outcome: page },
  {
    case: 'a 404 with an endless body',
    path: '/gone-with-body',
    outcome: { ok: false, reason: 'gone', httpStatus: 404 },
  },
]

/** Node takes half a packed page for the whole, and takes long to unpack 64 MiB. */
export const WORKERD_CASES: HostileCase[] = [
  {
    case: 'a bomb of a sitemap',
    path: '/bomb.gz',
    accept: 'sitemap',
    outcome: tooLarge,
    says: ' is larger than 64 MiB.',
  },
  { case: 'gzip that breaks off', path: '/gzip-cut-off', outcome: unreachable, says: BROKEN },
]
