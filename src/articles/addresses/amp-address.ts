/** Knows how AMP pages and their caches are addressed, and finds the page behind them. */

/** A cache's address may wrap another cache's; more than that is a game with us. */
const UNWRAPPED_MAX = 3

/** `https://www.google.com/amp/s/a.example/b`, also on Google's national hosts. */
const GOOGLE_VIEWER = /^https?:\/\/(?:www\.)?google\.[a-z.]{2,6}\/amp\/(s\/)?(.+)$/

/** `https://a-example.cdn.ampproject.org/c/s/a.example/b`; `v` is a viewer's copy. */
const AMP_CACHE =
  /^https?:\/\/(?:[a-z0-9-]+\.)?(?:cdn\.ampproject\.org|bing-amp\.com)\/[cv]\/(s\/)?(.+)$/

/** What all hosts of the two above have in common. */
const WRAPPING_HOST = /google\.|ampproject|bing-amp/

/** All that is taken out of a path begins so. */
const ANY_AMP = /[/.]amp/i

/** `/story/amp`, `/story.amp`, `/story/amp.html`; `.amp.html` is treated apart, for it leaves `.html`. */
const AMP_ENDING = /(?:\/amp(?:\.html?)?|\.amp)$/i

const AMP_HTML_ENDING = /\.amp(?=\.html?$)/i

/** `/amp/a-long-story`: a folder of AMP copies, where what follows looks like an article's address. */
const AMP_FOLDER = /^\/amp(?=\/)/i

/** In UTF-16 code units; articles' last segments are longer (`/amp/guitar` is a shop's shelf). */
const ARTICLE_SEGMENT_LENGTH_MIN = 16

const AMP_NAMES: ReadonlySet<string> = new Set(['amp', 'output', 'outputtype', 'view', 'mode'])

/** Whether `hostname` may be that of a cache or viewer; hardly any is, and this costs least. */
export function mayBeWrapped(hostname: string): boolean {
  return WRAPPING_HOST.test(hostname)
}

/** Returns the address of the page that an AMP cache or viewer shows, or `address` itself. */
export function unwrapAmp(address: string): string {
  let page = address
  for (let step = 0; step < UNWRAPPED_MAX; step += 1) {
    const wrapped = GOOGLE_VIEWER.exec(page) ?? AMP_CACHE.exec(page)
    if (wrapped === null) return page
    page = `${wrapped[1] === undefined ? 'http' : 'https'}://${wrapped[2]}`
  }
  return page
}

/** Returns `path` (absolute, no trailing slash) as the page's own, without what names its AMP copy. */
export function withoutAmpPath(path: string): string {
  if (!ANY_AMP.test(path)) return path
  const page = path.replace(AMP_HTML_ENDING, '').replace(AMP_ENDING, '')
  const last = page.slice(page.lastIndexOf('/') + 1)
  const isArticle = last.length >= ARTICLE_SEGMENT_LENGTH_MIN && last.includes('-')
  const own = isArticle ? page.replace(AMP_FOLDER, '') : page
  return own === '' ? '/' : own
}

/** Says whether a query parameter asks for the AMP copy: `amp`, `amp=1`, `outputType=amp`. */
export function isAmpParameter(name: string, value: string): boolean {
  const key = name.toLowerCase()
  if (!AMP_NAMES.has(key)) return false
  const wanted = value.toLowerCase()
  return key === 'amp' ? ['', '1', 'true', 'amp', 'on'].includes(wanted) : wanted === 'amp'
}
