/** Set phrases with gaps, as pages vary them. */

import { describe, expect, it } from 'vitest'
import { foldText } from '../../../src/articles/fold.ts'
import { phrase, saysWhole, saysWithin } from '../../../src/scrapers/refusal/phrase.ts'

describe('saysWithin', () => {
  it.each([
    ['the words alone', 'page not found', 'Page not found!', true],
    ['the words amid others', 'trang bạn tìm', 'Rất tiếc, trang bạn tìm đã cũ.', true],
    ['no part of a word', 'age gate', 'A page gate', false],
    ['words in a gap', 'page you … looking for', 'The page that you are looking for', false],
    ['words where the gap is', 'page you … looking for', 'A page you are not looking for', true],
    ['a gap that is empty', 'trang … bạn', 'Trang bạn tìm', true],
    ['a later beginning', 'page … gone', `page ${'so far '.repeat(20)} page is gone`, true],
    ['no gap of a whole paragraph', 'page … gone', `page ${'so far '.repeat(20)} gone`, false],
    ['nothing in the other order', 'page … gone', 'gone is the page', false],
  ])('finds %s', (_case, written, text, found) => {
    expect(saysWithin(foldText(text), phrase(written))).toBe(found)
  })
})

describe('saysWhole', () => {
  it.each([
    ['the line itself', 'sign in', 'Sign in', true],
    ['no longer line', 'sign in', 'Sign in with a passkey', false],
    ['any end', 'log in to …', 'Log in to The Landing', true],
    ['no other start', 'log in to …', 'How to log in to it', false],
    ['any start', '… is for sale', 'ferry.example is for sale', true],
    ['no other end', '… is for sale', 'It is for sale today', false],
  ])('takes %s', (_case, written, text, found) => {
    expect(saysWhole(foldText(text), phrase(written))).toBe(found)
  })
})
