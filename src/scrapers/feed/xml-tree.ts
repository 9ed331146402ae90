/** Builds the tree of a feed from what it opens and ends; depth costs nothing, here and in our walks. */

import type { HtmlData, HtmlElement, HtmlNode } from '../../articles/html/html-tree.ts'

type Open = { readonly name: string; readonly element: HtmlElement }

export type XmlTree = {
  readonly root: HtmlElement
  /** The innermost open element. */
  readonly parent: () => HtmlElement
  readonly addText: (data: string) => void
  readonly open: (name: string, attribs: Record<string, string>, isClosed: boolean) => void
  /** Ends the innermost element of that name, and all inside that nobody ended. */
  readonly close: (name: string) => void
}

export function beginXml(): XmlTree {
  const root = elementOf('', {})
  const open: Open[] = [{ name: '', element: root }]
  const counts = new Map<string, number>()
  const parent = () => open.at(-1)?.element ?? root
  return {
    root,
    parent,
    addText(data) {
      const last = parent().children.at(-1)
      if (last !== undefined && isText(last)) last.data += data
      else append({ type: 'text', data, parent: null, prev: null, next: null }, parent())
    },
    open(name, attribs, isClosed) {
      const element = elementOf(name, attribs)
      append(element, parent())
      if (isClosed) return
      open.push({ name, element })
      counts.set(name, (counts.get(name) ?? 0) + 1)
    },
    close(name) {
      if ((counts.get(name) ?? 0) === 0) return
      for (let last = open.pop(); last !== undefined; last = open.pop()) {
        counts.set(last.name, (counts.get(last.name) ?? 1) - 1)
        if (last.name === name) break
      }
    },
  }
}

function elementOf(name: string, attribs: Record<string, string>): HtmlElement {
  return { type: 'tag', name, attribs, children: [], parent: null, prev: null, next: null }
}

function isText(node: HtmlNode): node is HtmlData {
  return node.type === 'text'
}

function append(node: HtmlNode, parent: HtmlElement): void {
  const before = parent.children.at(-1)
  node.parent = parent
  if (before !== undefined) {
    node.prev = before
    before.next = node
  }
  parent.children.push(node)
}
