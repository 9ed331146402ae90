/** Compares texts with patterns in which `*` stands for any run of characters, in linear time. */

/** Whether the whole of `text` is as `pattern` says; case counts. */
export function matchesGlob(text: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.split('*')
  const last = rest.pop()
  if (last === undefined) return text === pattern
  if (!text.startsWith(first)) return false
  let at = first.length
  for (const part of rest) {
    const found = text.indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  return text.length - last.length >= at && text.endsWith(last)
}

/** What stands in place of the one `*` of `pattern`; undefined where the text is another. */
export function capturedBy(text: string, pattern: string): string | undefined {
  if (!matchesGlob(text, pattern)) return undefined
  const star = pattern.indexOf('*')
  return text.slice(star, text.length - (pattern.length - star - 1))
}
