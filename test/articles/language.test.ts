/** Which language an article is in, when its page is wrong or silent. */

import { describe, expect, it } from 'vitest'
import { detectLanguage } from '../../src/articles/language.ts'

const VIETNAMESE = 'Mỗi sớm tháng sáu, người Hà Nội lại rủ nhau ra hồ ngắm những đóa sen đầu mùa.'
const ENGLISH =
  'Each June the people of the city walk to the lake to see that first lotus of the year.'
const FRENCH =
  'Le matin, les gens de la ville vont au bord du lac pour les lotus qui sont dans la brume.'
const GERMAN = 'Der See ist still, und die Menschen gehen mit der Familie auf das Boot.'
const SPANISH = 'El lago y los lotos: una mañana para las familias que van por el agua con flores.'

describe('detectLanguage', () => {
  it.each([
    ['what is declared', ENGLISH, 'en', 'en'],
    ['the primary language only', ENGLISH, 'en-GB', 'en'],
    ['any writing of it', ENGLISH, ' EN_us ', 'en'],
    ['Vietnamese where it is declared', VIETNAMESE, 'vi-VN', 'vi'],
    ['Vietnamese where English is declared', VIETNAMESE, 'en', 'vi'],
    ['Vietnamese where nothing is', VIETNAMESE, null, 'vi'],
    ['Vietnamese in decomposed letters', VIETNAMESE.normalize('NFD'), 'en', 'vi'],
    ['Vietnamese in capitals', VIETNAMESE.toUpperCase(), null, 'vi'],
    ['what is declared, for a few words', 'Phở Hà Nội', 'en', 'en'],
    ['what is declared, where a name is Vietnamese', `${ENGLISH} ${ENGLISH} By Đỗ Lan`, 'en', 'en'],
    [
      'what is declared, where tones are left out',
      'mua sen ho tay nam nay den som hon',
      'vi',
      'vi',
    ],
    ['what is declared, for another language', FRENCH, 'fr', 'fr'],
    ['English where Vietnamese is declared', ENGLISH.repeat(4), 'vi', 'en'],
    ['English from its words', ENGLISH, null, 'en'],
    ['French from its words', FRENCH, '', 'fr'],
    ['German from its words', GERMAN, null, 'de'],
    ['Spanish from its words', SPANISH, null, 'es'],
    ['Japanese from its letters', '蓮の花がきれいに咲いています', null, 'ja'],
    ['Korean from its letters', '연꽃이 예쁘게 피었습니다', null, 'ko'],
    ['Russian from its letters', 'На озере расцвели первые лотосы', null, 'ru'],
    ['nothing from nothing', '', null, 'und'],
    ['nothing from what is no language', '12345', 'x-y; drop', 'und'],
  ])('says %s', (_case, text, declared, expected) => {
    expect(detectLanguage(text, declared)).toBe(expected)
  })

  it('looks at the beginning of a long text only', () => {
    expect(detectLanguage(VIETNAMESE.repeat(100) + ENGLISH.repeat(10_000), null)).toBe('vi')
  })
})
