/** How deep each heading of an article stands. */

import { describe, expect, it } from 'vitest'
import { outlineOf } from '../blocks-of.ts'

describe('sectionTree, on levels', () => {
  it.each([
    [
      'lettered ones stand one below their number, whatever their tags',
      ['h3 1. Sen', 'h3 a. Lá', '…', 'h3 b. Hoa', '…', 'h3 2. Súng', '…'],
      ['2 1. Sen', '3 a. Lá', '3 b. Hoa', '2 2. Súng'],
    ],
    [
      'a conclusion with the tag of the numbers stands beside them',
      ['h2 1. Sen', 'h3 a. Lá', '…', 'h2 Hẹn mùa sau', '…'],
      ['2 1. Sen', '3 a. Lá', '2 Hẹn mùa sau'],
    ],
    [
      'a conclusion with the tag of the letters does, too',
      ['h2 1. Sen', 'h3 a. Lá', '…', 'h3 Kết luận', '…'],
      ['2 1. Sen', '3 a. Lá', '2 Kết luận'],
    ],
    [
      'an unmarked heading with the tag of everything stands at the top',
      ['b 1. Sen', '…', 'b a. Lá', '…', 'b Hẹn mùa sau', '…'],
      ['2 1. Sen', '3 a. Lá', '2 Hẹn mùa sau'],
    ],
    [
      'a deeper unmarked heading stands below its number',
      ['h2 1. Sen', '…', 'h3 Lá sen', '…', 'h2 2. Súng', '…'],
      ['2 1. Sen', '3 Lá sen', '2 2. Súng'],
    ],
    [
      'one outer heading does not push the numbers down',
      ['h2 Ba loài hoa', 'h3 1. Sen', 'h4 a. Lá', '…', 'h3 2. Súng', '…', 'h2 Hẹn mùa sau', '…'],
      ['2 Ba loài hoa', '2 1. Sen', '3 a. Lá', '2 2. Súng', '2 Hẹn mùa sau'],
    ],
    [
      'several outer headings do',
      ['h2 Hoa', 'h3 1. Sen', '…', 'h3 2. Súng', '…', 'h2 Lá', 'h3 1. Tía tô', '…', 'h2 Rễ', '…'],
      ['2 Hoa', '3 1. Sen', '3 2. Súng', '2 Lá', '3 1. Tía tô', '2 Rễ'],
    ],
    [
      'styles nest in the order in which they appear',
      [
        'h2 I. Hoa',
        'h3 A. Sen',
        'h4 1. Lá',
        'h5 a. Cuống',
        '…',
        'h3 B. Súng',
        '…',
        'h2 II. Quả',
        '…',
      ],
      ['2 I. Hoa', '3 A. Sen', '4 1. Lá', '5 a. Cuống', '3 B. Súng', '2 II. Quả'],
    ],
    [
      'numbers in brackets stand below numbers with dots',
      ['h2 1. Hoa', 'h2 1) Sen', '…', 'h2 2) Súng', '…', 'h2 2. Quả', '…'],
      ['2 1. Hoa', '3 1) Sen', '3 2) Súng', '2 2. Quả'],
    ],
    [
      'a careless change of punctuation changes nothing',
      ['h2 1. Sen', '…', 'h2 2) Súng', '…', 'h2 3. Lan', '…'],
      ['2 1. Sen', '2 2) Súng', '2 3. Lan'],
    ],
    [
      'numbers that start again in a deeper tag stand below',
      ['h2 1. Hoa', 'h3 1. Sen', '…', 'h3 2. Súng', '…', 'h2 2. Quả', '…'],
      ['2 1. Hoa', '3 1. Sen', '3 2. Súng', '2 2. Quả'],
    ],
    [
      'decimals stand as deep as they are long',
      ['h2 1. Hoa', 'h3 1.1 Sen', '…', 'h4 1.1.1 Lá', '…', 'h3 1.2 Súng', '…', 'h2 2. Quả', '…'],
      ['2 1. Hoa', '3 1.1 Sen', '4 1.1.1 Lá', '3 1.2 Súng', '2 2. Quả'],
    ],
    [
      'tags alone nest as they are',
      ['h2 Hoa', '…', 'h4 Sen', '…', 'h3 Súng', '…', 'h2 Quả', '…'],
      ['2 Hoa', '3 Sen', '3 Súng', '2 Quả'],
    ],
    [
      'the outermost tag is level 2, whichever it is',
      ['h4 Hoa', '…', 'h5 Sen', '…', 'h4 Quả', '…'],
      ['2 Hoa', '3 Sen', '2 Quả'],
    ],
    [
      'nothing stands deeper than level 6',
      ['h1 A', 'h2 B', 'h3 C', 'h4 D', 'h5 E', 'h6 F', '…'],
      ['2 A', '3 B', '4 C', '5 D', '6 E', '6 F'],
    ],
    [
      'numerals and letters are told apart by their sequence',
      ['h2 g. Sen', '…', 'h2 h. Súng', '…', 'h2 i. Lan', '…', 'h2 k. Cúc', '…'],
      ['2 g. Sen', '2 h. Súng', '2 i. Lan', '2 k. Cúc'],
    ],
    [
      'small numerals stand below their number',
      ['h2 1. Hoa', 'h3 i. Sen', '…', 'h3 ii. Súng', '…', 'h3 iii. Lan', '…', 'h3 iv. Cúc', '…'],
      ['2 1. Hoa', '3 i. Sen', '3 ii. Súng', '3 iii. Lan', '3 iv. Cúc'],
    ],
  ])('%s', (_case, lines, expected) => {
    expect(outlineOf(...lines)).toEqual(expected)
  })
})
