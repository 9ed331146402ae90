/** Cuts visible characters off the start of a block's HTML, where they repeat what was said before. */

/**
 * `html` without the first `count` visible characters that are no white space. Tags that are still
 * open stay open; those that hold nothing any more go.
 */
export function cutHtml(html: string, count: number): string {
  const open: string[] = []
  let seen = 0
  let at = 0
  while (at < html.length && seen < count) {
    const token = tokenAt(html, at)
    if (token.startsWith('<')) track(open, token)
    else if (token.trim() !== '') seen += 1
    at += token.length
  }
  let rest = html.slice(at).trimStart()
  while (rest.startsWith('<br>')) rest = rest.slice('<br>'.length).trimStart()
  for (let close = closing(open); close !== undefined; close = closing(open)) {
    if (!rest.startsWith(close)) break
    rest = rest.slice(close.length).trimStart()
    open.pop()
  }
  return open.join('') + rest
}

/** How many visible characters of `text` are no white space. */
export function visibleLength(text: string): number {
  return [...text.replace(/\s+/g, '')].length
}

/** A tag, an entity (one character to a reader), or a character. */
function tokenAt(html: string, at: number): string {
  const first = html[at]
  const end = first === '<' ? html.indexOf('>', at) : first === '&' ? html.indexOf(';', at) : -1
  if (end !== -1) return html.slice(at, end + 1)
  return String.fromCodePoint(html.codePointAt(at) ?? 0)
}

function track(open: string[], tag: string): void {
  if (tag.startsWith('</')) open.pop()
  else if (!/^<(?:br|img)[ >]/.test(tag)) open.push(tag)
}

function closing(open: readonly string[]): string | undefined {
  const name = /^<([a-z0-9]+)/.exec(open.at(-1) ?? '')?.[1]
  return name === undefined ? undefined : `</${name}>`
}
