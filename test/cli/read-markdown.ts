/** Reads the Markdown that we write back to its words, with other eyes than those that wrote it. */

const CONTAINER = /^(?:\s|> ?|- |\d{1,9}\. |#{1,6} )*/

const TABLE_RULE = /^\|(?: --- \|)+$/

/** The words of `markdown`, its markup and all white space left out. */
export function lettersOf(markdown: string): string {
  const words: string[] = []
  let fence: string | undefined
  let quotes = 0
  for (const line of markdown.split('\n')) {
    const inner = line.replace(CONTAINER, '')
    const ticks = /^`{3,}$/.exec(inner)?.[0]
    if (fence === undefined && ticks !== undefined) {
      fence = ticks
      quotes = line.split('>').length - 1
    } else if (fence !== undefined && ticks === fence) fence = undefined
    else if (fence !== undefined) words.push(codeLine(line, quotes))
    else if (!TABLE_RULE.test(inner)) words.push(inlineLetters(inner))
  }
  return words.join('').replace(/\s+/g, '')
}

/** Each quotation around it puts its sign before a line of code, too. */
function codeLine(line: string, quotes: number): string {
  return quotes === 0 ? line : codeLine(line.replace(/^\s*> ?/, ''), quotes - 1)
}

function inlineLetters(line: string): string {
  let rest = line
  let letters = ''
  const taking: readonly (readonly [RegExp, (found: RegExpExecArray) => string])[] = [
    [/^\\$/, () => ''],
    [/^\\(.)/u, (found) => found[1] ?? ''],
    [/^(`+)(?!`)(.*?)(?<!`)\1(?!`)/, (found) => found[2] ?? ''],
    [/^!\[(?:\\.|[^\]\\])*\]\([^)]*\)/u, () => ''],
    [/^\[▶\]\([^)]*\)/, () => ''],
    [/^\]\([^)]*\)/, () => ''],
    [/^<\/?[a-z]+>/, () => ''],
    [/^(?:\*+|~~|\[|\|)/, () => ''],
    [/^[\s\S]/u, (found) => found[0]],
  ]
  while (rest !== '') {
    for (const [pattern, read] of taking) {
      const found = pattern.exec(rest)
      if (found === null) continue
      letters += read(found)
      rest = rest.slice(found[0].length)
      break
    }
  }
  return letters
}
