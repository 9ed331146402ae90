/** A text cut to the length of a card or a description. */

/** Returns `text` on one line, cut at a word with an ellipsis where it exceeds `lengthMax` (UTF-16). */
export function shortened(text: string, lengthMax: number): string {
  const line = text
    .slice(0, 2 * lengthMax)
    .replace(/\s+/g, ' ')
    .trim()
  if (line.length <= lengthMax) return line
  const cut = line.slice(0, lengthMax)
  const end = cut.lastIndexOf(' ')
  // A cut inside one endless word may split a surrogate pair.
  const whole = end > 0 ? cut.slice(0, end) : cut.replace(/[\uD800-\uDBFF]$/, '')
  return `${whole}…`
}
