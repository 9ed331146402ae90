/** Bounds how deep a page nests its elements: each open one costs the parser time with every tag. */

/** Elements inside one another; pages that people read stay below a hundred. */
const DEPTH_MAX = 2_000

/** Void, and shows nothing: a tag too deep is read as this one, whatever its attributes. */
const STAND_IN = 'wbr'

const SLASH = 0x2f

const TAG = /<(?:!--|(\/?)([a-z][^\s/>]*))/gi

const VOID: ReadonlySet<string> = new Set([
  ...['area', 'base', 'br', 'col', 'embed', 'frame', 'hr', 'img', 'input', 'link', 'meta'],
  ...['param', 'source', 'track', 'wbr'],
])

/** What stands in them is no markup. */
const RAW: ReadonlyMap<string, RegExp> = new Map(
  ['script', 'style'].map((name) => [name, new RegExp(`</${name}`, 'gi')]),
)

/** Elements whose end nobody writes, and the groups of those that end one another. */
const GROUPS: ReadonlyMap<string, number> = new Map([
  ...(['dd', 'dt'] as const).map((name) => [name, 1] as const),
  ...(['td', 'th'] as const).map((name) => [name, 2] as const),
  ...(['li', 'option', 'p', 'tr'] as const).map((name, index) => [name, 3 + index] as const),
])

/** The same page, its tags below the deepest level that is read replaced. Linear in the page. */
export function boundNesting(html: string): string {
  return mayBeDeep(html) ? bounded(html) : html
}

/** Most pages have fewer tags than may stand in one another: to count them is enough. */
function mayBeDeep(html: string): boolean {
  let opening = 0
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) {
    if (html.charCodeAt(at + 1) !== SLASH) opening += 1
    if (opening > DEPTH_MAX) return true
  }
  return false
}

function bounded(html: string): string {
  const open: string[] = []
  const openByName = new Map<string, number>()
  const parts: string[] = []
  let copied = 0
  TAG.lastIndex = 0
  for (let found = TAG.exec(html); found !== null; found = TAG.exec(html)) {
    const [whole, slash, written] = found
    if (written === undefined) {
      const end = html.indexOf('-->', TAG.lastIndex)
      if (end === -1) break
      TAG.lastIndex = end
      continue
    }
    const name = written.toLowerCase()
    const depth = slash === '/' ? close(name, open, openByName) : enter(name, open, openByName)
    if (depth >= DEPTH_MAX) {
      parts.push(html.slice(copied, found.index), whole.slice(0, -written.length), STAND_IN)
      copied = TAG.lastIndex
    } else if (slash === '' && !skipRaw(html, name)) break
  }
  return parts.length === 0 ? html : parts.join('') + html.slice(copied)
}

/** How many elements stand around the one that begins. */
function enter(name: string, open: string[], openByName: Map<string, number>): number {
  if (VOID.has(name)) return 0
  const group = GROUPS.get(name)
  const last = open.at(-1)
  if (group !== undefined && last !== undefined && GROUPS.get(last) === group) {
    close(last, open, openByName)
  }
  open.push(name)
  openByName.set(name, (openByName.get(name) ?? 0) + 1)
  return open.length - 1
}

/** How many elements stood around the one that ends, and with it all that is still open inside. */
function close(name: string, open: string[], openByName: Map<string, number>): number {
  if ((openByName.get(name) ?? 0) === 0) return open.length
  for (let last = open.pop(); last !== undefined; last = open.pop()) {
    openByName.set(last, (openByName.get(last) ?? 1) - 1)
    if (last === name) break
  }
  return open.length
}

/** Goes on behind what an element holds that is no markup; false where that never ends. */
function skipRaw(html: string, name: string): boolean {
  const end = RAW.get(name)
  if (end === undefined) return true
  end.lastIndex = TAG.lastIndex
  const found = end.exec(html)
  if (found !== null) TAG.lastIndex = found.index
  return found !== null
}
