/** Lists the links of one block, each with its words. */

import { type HtmlElement, isElement, textOf, walk } from '../../articles/html/html-tree.ts'
import type { PageBlock, PageElement } from './page-block.ts'

type Anchor = { readonly anchor: HtmlElement; readonly words: string }

/** In order; of a block inside a link, that link. */
export function anchorsOf({ nodes, owner, text }: PageBlock): Anchor[] {
  if (owner.href !== undefined) {
    // Of a link around many blocks each has its own words: all of them for each were too many.
    const anchor = closestAnchor(owner)
    return anchor === undefined ? [] : [{ anchor, words: text }]
  }
  const anchors: Anchor[] = []
  for (const root of nodes) {
    walk(root, {
      enter(node) {
        const isAnchor = isElement(node) && node.name === 'a'
        if (isAnchor) anchors.push({ anchor: node, words: textOf([node]) })
        return isElement(node) && !isAnchor
      },
    })
  }
  return anchors
}

function closestAnchor(owner: PageElement): HtmlElement | undefined {
  let at: PageElement | undefined = owner
  while (at !== undefined && at.node.name !== 'a') at = at.parent
  return at?.node
}
