/** Dates and numbers read as Vietnamese and English readers write them. */

import { describe, expect, it } from 'vitest'
import { formatInstant, formatNumber, formatPublication } from '../../src/pages/formats.ts'

const ZONE = 'Asia/Ho_Chi_Minh'

describe('formatPublication', () => {
  it.each([
    ['the partner’s own offset', '2024-07-09T10:03:00+07:00', '10:03, 09/07/2024'],
    ['another offset is not converted', '2024-07-09T10:03:00-05:00', '10:03, 09/07/2024'],
    ['no date changes at midnight', '2024-12-31T00:00:00+14:00', '00:00, 31/12/2024'],
    ['fractions of a second', '2024-07-09T10:03:00.123+07:00', '10:03, 09/07/2024'],
    ['no seconds', '2024-07-09T10:03+07:00', '10:03, 09/07/2024'],
    ['Z states no offset: the site’s zone', '2024-07-09T20:03:00Z', '03:03, 10/07/2024'],
    ['no date is shown as it is', 'hôm qua', 'hôm qua'],
  ])('%s', (_reason, iso, shown) => {
    expect(formatPublication(iso, 'vi', ZONE)).toBe(shown)
  })

  it('names the month in English', () => {
    expect(formatPublication('2024-07-09T10:03:00+07:00', 'en', ZONE)).toBe('10:03, 9 July 2024')
  })
})

describe('formatInstant', () => {
  it('shows our own instants in the given zone', () => {
    expect(formatInstant('2026-01-02T18:04:05Z', 'vi', ZONE)).toBe('01:04, 03/01/2026')
    expect(formatInstant('2026-01-02T18:04:05Z', 'en', 'UTC')).toBe('18:04, 2 January 2026')
  })
})

describe('formatNumber', () => {
  it.each([
    ['nothing yet', 0, '0', '0'],
    ['small', 21, '21', '21'],
    ['grouped', 1_234_567, '1.234.567', '1,234,567'],
  ])('%s', (_reason, value, vietnamese, english) => {
    expect(formatNumber(value, 'vi')).toBe(vietnamese)
    expect(formatNumber(value, 'en')).toBe(english)
  })
})
