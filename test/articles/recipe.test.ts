/** What a recipe may say, and how one that says something else is refused. */

import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { complaintsOf } from '../../src/articles/complaints.ts'
import { recipeSchema } from '../../src/articles/recipe.ts'

function refusalOf(value: unknown): string[] {
  const parsed = z.safeParse(recipeSchema, value)
  if (parsed.success) return []
  return complaintsOf(parsed.error).map(({ path, message }) => `${path}: ${message}`)
}

describe('recipeSchema', () => {
  it('takes a recipe that uses everything, and gives it back as it was written', () => {
    const recipe = {
      when: { url: '*/bai-viet/*', selector: 'article.post' },
      select: {
        title: 'h1.ten-bai',
        body: { selector: '.noi-dung' },
        byline: { selector: 'meta[name=author]', attribute: 'content' },
        publishedAt: { selector: '.ngay', format: 'HH:mm, DD/MM/YYYY', timezone: 'Asia/Tokyo' },
        modifiedAt: 'time.sua',
        lead: '.sapo',
        image: 'figure.bia img',
        topics: { selector: '.the a', pattern: '#*' },
        partnerViews: '.luot-xem',
      },
      remove: ['.quang-cao', { selector: '.xem-them', reason: 'related' }],
    }
    expect(z.parse(recipeSchema, recipe)).toEqual(recipe)
  })

  it('takes one that says nothing', () => {
    expect(refusalOf({})).toEqual([])
  })

  it.each([
    ['no object', [], [': must be an object']],
    ['an unknown part', { selects: {} }, [': unknown: selects']],
    ['an unknown field', { select: { titel: 'h1' } }, ['select: unknown: titel']],
    [
      'a field that is neither text nor object',
      { select: { title: 1 } },
      ['select.title: must be string or object'],
    ],
    [
      'a field without its selector',
      { select: { title: {} } },
      ['select.title.selector: must be a text'],
    ],
    [
      'an unknown key beside a selector',
      { select: { title: { selector: 'h1', format: 'D' } } },
      ['select.title: unknown: format'],
    ],
    [
      'a selector that is none',
      { remove: ['.ad', 'a['] },
      ['remove.1: is no selector that can be used: Expected name, found '],
    ],
    ['a selector without words', { select: { body: '' } }, ['select.body: is empty']],
    [
      'a selector that is too long',
      { select: { body: `.${'a'.repeat(200)}` } },
      ['select.body: is longer than 200 characters'],
    ],
    [
      'a reason that we do not know',
      { remove: [{ selector: '.ad', reason: 'ugly' }] },
      [expect.stringContaining('remove.0.reason: must be one of navigation, metadata, notice')],
    ],
    [
      'too much to remove',
      { remove: Array.from({ length: 21 }, () => '.ad') },
      ['remove: has more than 20 entries'],
    ],
    ['a condition that says nothing', { when: {} }, ['when: needs a url or a selector']],
    [
      'a zone that is none',
      { select: { publishedAt: { selector: 'i', timezone: 'Asia/Saigonn' } } },
      ['select.publishedAt.timezone: is no IANA time zone'],
    ],
    [
      'a format with a word',
      { select: { publishedAt: { selector: 'i', format: 'Ngày D/M/YYYY' } } },
      ['select.publishedAt.format: has "N", which is no token: put words in [brackets]'],
    ],
    [
      'a format without a year',
      { select: { modifiedAt: { selector: 'i', format: 'D/M' } } },
      ['select.modifiedAt.format: names no year'],
    ],
    [
      'a pattern that captures twice',
      { select: { topics: { selector: 'a', pattern: '*/*' } } },
      ['select.topics.pattern: must have exactly one *'],
    ],
    [
      'an attribute with a space',
      { select: { image: { selector: 'img', attribute: 'data src' } } },
      ['select.image.attribute: is no name of an attribute'],
    ],
  ])('refuses %s by its path', (_case, recipe, complaints) => {
    expect(refusalOf(recipe)).toEqual(complaints)
  })
})
