/** The parsed page as we walk it: its node types, and a walk that no depth of nesting can overflow. */

type Linked = { parent: HtmlNode | null; prev: HtmlNode | null; next: HtmlNode | null }

/** Text, a comment or a declaration. */
export type HtmlData = Linked & { readonly type: string; data: string }

export type HtmlElement = Linked & {
  readonly type: string
  name: string
  attribs: Record<string, string>
  children: HtmlNode[]
}

/** The document around a page, and what only XML has. */
type Other = Linked & { readonly type: string; data?: undefined; children: HtmlNode[] }

export type HtmlNode = HtmlElement | HtmlData | Other

const TEXT_TYPE = 'text'

/** Control and format characters; the joiners of emoji and of Indic and Persian script stay. */
const INVISIBLE = /[^\P{Cc}\s]|[^\P{Cf}\u200c\u200d]/gu

/** All but the characters that most pages consist of: a quick test whether any may be invisible. */
const UNCOMMON =
  /[^\t\n\r -~\u00a0-\u00ac\u00ae-\u05ff\u1e00-\u1fff\u2010-\u2027\u20a0-\u20bf\u2190-\u23ff\u3000-\ud7ff]/

/** White space that is not one space already; replacing each single space takes most of the time. */
const LOOSE_SPACE = /[^\S ]\s*| \s+/g

export type Visitor = {
  /** Called on the way down; `false` leaves the children of `node` out. */
  enter: (node: HtmlNode) => boolean
  /** Called on the way up, for each element that was entered. */
  leave?: (element: HtmlElement) => void
}

const NO_VISITOR: Visitor = { enter: () => true }

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'attribs' in node
}

/** The characters of a text node, undefined for any other node. */
export function textData(node: HtmlNode): string | undefined {
  return node.type === TEXT_TYPE && 'data' in node ? node.data : undefined
}

/** An attribute without surrounding white space; undefined where it is missing or empty. */
export function attribute(element: HtmlElement, name: string): string | undefined {
  const value = element.attribs[name]?.trim()
  return value === '' ? undefined : value
}

/** Visits `root` and what it holds in document order, in constant stack space. */
export function walk(root: HtmlNode, visitor: Visitor): void {
  let node: HtmlNode | undefined = root
  while (node !== undefined) {
    const child: HtmlNode | undefined = visitor.enter(node) ? firstChild(node) : undefined
    node = child ?? nextAfter(node, root, visitor)
  }
}

/** What `root` holds in document order, for whoever may stop early. */
export function* nodesWithin(root: HtmlElement): Generator<HtmlNode, void> {
  let node: HtmlNode | undefined = root.children[0]
  while (node !== undefined) {
    yield node
    node = firstChild(node) ?? nextAfter(node, root, NO_VISITOR)
  }
}

/** The text of `nodes` with its white space collapsed, scripts and styles left out. */
export function textOf(nodes: readonly HtmlNode[]): string {
  const parts: string[] = []
  for (const root of nodes) {
    walk(root, {
      enter(node) {
        const data = textData(node)
        if (data !== undefined) parts.push(data)
        return !(isElement(node) && (node.name === 'script' || node.name === 'style'))
      },
    })
  }
  return collapse(parts.join(''))
}

/** White space and invisible characters as a reader sees them: one space, none at the ends. */
export function collapse(text: string): string {
  return withoutInvisible(text).trim().replace(LOOSE_SPACE, ' ')
}

/** Text without the control and format characters that show nothing, or show text as another. */
export function withoutInvisible(text: string): string {
  return UNCOMMON.test(text) ? text.replace(INVISIBLE, '') : text
}

/** The same text, holding no other in memory: a part of a page keeps the whole page. */
export function copyOf(text: string): string {
  return ` ${text}`.slice(1)
}

function firstChild(node: HtmlNode): HtmlNode | undefined {
  return isElement(node) ? node.children[0] : undefined
}

function nextAfter(from: HtmlNode, root: HtmlNode, visitor: Visitor): HtmlNode | undefined {
  let node: HtmlNode = from
  for (;;) {
    if (isElement(node)) visitor.leave?.(node)
    if (node === root) return undefined
    if (node.next !== null) return node.next
    const parent: HtmlNode['parent'] = node.parent
    if (parent === null) return undefined
    node = parent
  }
}
