/** Knows how pages made for printing are addressed, and finds the page that they print. */

/** `/story/print`, `/story/print.html`: the last segment. */
const PRINT_ENDING = /\/print(?:able|-?view)?(?:\.html?)?$/i

/** `/print/story`: the first segment. */
const PRINT_FOLDER = /^\/print(?:able|-?view)?(?=\/)/i

/** Both begin so, which hardly any path holds. */
const ANY_PRINT = /\/print/i

/** In UTF-16 code units; other segments (`/tag/print`, `/print/canvas`) speak of printing. */
const ARTICLE_SEGMENT_LENGTH_MIN = 16
const ARTICLE_SEGMENT = /-|\d{4}|\.html?$/

/** Lower case, alphabetically sorted: parameters that ask for it, switched on. */
const PRINT_NAMES: ReadonlySet<string> = new Set([
  ...['print', 'printable', 'printer', 'printerfriendly', 'printfriendly', 'printpage'],
  ...['printview'],
])
const SWITCHED_ON: ReadonlySet<string> = new Set(['', '1', 'on', 'print', 'true', 'y', 'yes'])

/** The same for parameters that choose among forms of a page. */
const FORM_NAMES: ReadonlySet<string> = new Set([
  ...['display', 'format', 'layout', 'mode', 'output', 'view'],
])
const PRINT_FORMS: ReadonlySet<string> = new Set(['print', 'printable', 'printer'])

/** Returns `path` (no trailing slash) as the page's own, without what names its printed form. */
export function withoutPrintPath(path: string): string {
  if (!ANY_PRINT.test(path)) return path
  const page = path.replace(PRINT_ENDING, '')
  if (page !== path) return isArticle(page) ? page : path
  const own = path.replace(PRINT_FOLDER, '')
  return own !== path && isArticle(own) ? own : path
}

/** Says whether a query parameter asks for the printed form: `print=1`, `printable=yes`, `view=print`. */
export function isPrintParameter(name: string, value: string): boolean {
  const key = name.toLowerCase()
  const wanted = value.toLowerCase()
  if (PRINT_NAMES.has(key)) return SWITCHED_ON.has(wanted)
  // A page without its template, as one system prints it.
  if (key === 'tmpl') return wanted === 'component'
  return FORM_NAMES.has(key) && PRINT_FORMS.has(wanted)
}

function isArticle(path: string): boolean {
  const last = path.slice(path.lastIndexOf('/') + 1)
  return last.length >= ARTICLE_SEGMENT_LENGTH_MIN && ARTICLE_SEGMENT.test(last)
}
