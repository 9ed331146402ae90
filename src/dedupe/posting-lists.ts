/** Which articles have an anchor, newest first: hundreds of thousands of short lists in two arrays. */

export type PostingLists = {
  readonly add: (anchor: number, article: number) => void
  /** At most `most` articles. */
  readonly newest: (anchor: number, most: number) => number[]
}

/** A list of its own for each anchor takes five times the memory, and most have one article. */
export function postingLists(): PostingLists {
  const heads = new Map<number, number>()
  const articles: number[] = []
  const befores: (number | undefined)[] = []
  return {
    add: (anchor, article) => {
      befores.push(heads.get(keyOf(anchor)))
      heads.set(keyOf(anchor), articles.length)
      articles.push(article)
    },
    newest: (anchor, most) => {
      const found: number[] = []
      for (let at = heads.get(keyOf(anchor)); at !== undefined; at = befores[at]) {
        if (found.length === most) break
        found.push(articles[at] ?? 0)
      }
      return found
    },
  }
}

/** Signed, a hash of 32 bits is a small integer to the engine; unsigned, half of them are objects. */
function keyOf(anchor: number): number {
  return anchor | 0
}
