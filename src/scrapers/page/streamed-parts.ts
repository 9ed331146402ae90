/** Finds the parts of a page that React streams behind it, hidden, for a script to put in their places. */

import { type HtmlElement, type HtmlNode, isElement, walk } from '../../articles/html/html-tree.ts'

/** Parts of one page, and elements around a place: parts inside parts add up to deep pages. */
const PARTS_MAX = 200
const DEPTH_MAX = 100

/** What is shown until a part arrives is small; taking more away takes time that grows with it. */
const MEANWHILE_NODES_MAX = 50

const PART_ID = /^S:[\da-f]{1,8}$/
const PLACE_ID = /^[BP]:[\da-f]{1,8}$/

/** React's comments around what is shown until a part arrives. */
const OPENING_COMMENT = /^\$[?!]?$/
const CLOSING_COMMENT = '/$'

/** `meanwhile` stands behind the place and gives way to the part. */
export type StreamedPart = {
  readonly part: HtmlElement
  readonly place: HtmlElement
  readonly meanwhile: readonly HtmlNode[]
}

/** Whether the page, as text, may hold such parts; a cheap test before the walk. */
export function mayStream(html: string): boolean {
  // A capital is rarer than what stands before it, and found so much sooner.
  return html.includes('S:') && html.includes('id="S:')
}

/**
 * Each part with its place: `<div hidden id="S:1">` belongs where `<template id="B:1">` or `P:1`
 * stands. Source: ReactDOMServer's inline runtime, `$RC` and `$RS`.
 */
export function streamedParts(root: HtmlElement): StreamedPart[] {
  const parts = new Map<string, HtmlElement>()
  const places = new Map<string, HtmlElement>()
  walk(root, {
    enter(node) {
      if (!isElement(node)) return false
      const id = node.attribs['id'] ?? ''
      if ('hidden' in node.attribs && PART_ID.test(id)) parts.set(id.slice(1), node)
      else if (node.name === 'template' && PLACE_ID.test(id)) places.set(id.slice(1), node)
      return true
    },
  })
  return [...parts].slice(0, PARTS_MAX).flatMap(([number, part]) => {
    const place = places.get(number)
    if (place === undefined) return []
    return [{ part, place, meanwhile: place.attribs['id']?.startsWith('B') ? shownFor(place) : [] }]
  })
}

/** Whether the part may go to its place: not into itself, nor ever deeper, which no server sends. */
export function mayMove({ part, place }: StreamedPart): boolean {
  let at: HtmlNode['parent'] = place
  for (let depth = 0; depth < DEPTH_MAX; depth += 1) {
    if (at === null) return true
    if (at === part) return false
    at = at.parent
  }
  return false
}

/** What follows the place up to the comment that closes it; nothing where none does soon. */
function shownFor(place: HtmlElement): HtmlNode[] {
  const shown: HtmlNode[] = []
  let open = 1
  let node = place.next
  for (; node !== null && shown.length < MEANWHILE_NODES_MAX; node = node.next) {
    const comment = node.type === 'comment' && 'data' in node ? (node.data ?? '') : ''
    if (comment === CLOSING_COMMENT) open -= 1
    else if (OPENING_COMMENT.test(comment)) open += 1
    if (open === 0) return shown
    shown.push(node)
  }
  return []
}
