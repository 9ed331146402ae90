/** The one catalogue of what readers and operators are told; a text that lacks a language does not compile. */

import { BACKFILL_TEXTS } from './backfill-texts.ts'
import { OPERATOR_TEXTS } from './operator-texts.ts'
import { READER_TEXTS } from './reader-texts.ts'

export const LANGUAGES = ['vi', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** Said once in every language; `{name}` marks the place of a value. */
export type Texts = Record<string, Record<Language, string>>

const TEXTS = { ...READER_TEXTS, ...OPERATOR_TEXTS, ...BACKFILL_TEXTS }
export type TextKey = keyof typeof TEXTS

export type Translate = (key: TextKey, values?: Record<string, string | number>) => string

/** Returns the function that says a text in `language`; the result is plain text, not HTML. */
export function translate(language: Language): Translate {
  return (key, values = {}) => {
    let text: string = TEXTS[key][language]
    for (const [name, value] of Object.entries(values)) {
      // A function, because `$&` in a replacement string has a meaning.
      text = text.replace(`{${name}}`, () => String(value))
    }
    return text
  }
}
