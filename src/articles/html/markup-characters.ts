/** Tells the characters apart that markup is made of, by their codes. */

const TAB = 0x09
const LINE_FEED = 0x0a
const FORM_FEED = 0x0c
const RETURN = 0x0d
const SPACE = 0x20
export const SLASH = 0x2f
export const GREATER = 0x3e
const LETTER_A = 0x61
const LETTER_Z = 0x7a
const LOWER_CASE = 0x20

export function afterSpace(html: string, from: number): number {
  let at = from
  while (isSpace(html.charCodeAt(at))) at += 1
  return at
}

export function isLetter(code: number): boolean {
  const lower = code | LOWER_CASE
  return lower >= LETTER_A && lower <= LETTER_Z
}

export function endsName(code: number): boolean {
  return code === GREATER || code === SLASH || isSpace(code)
}

export function isSpace(code: number): boolean {
  return (
    code === SPACE || code === LINE_FEED || code === TAB || code === RETURN || code === FORM_FEED
  )
}
