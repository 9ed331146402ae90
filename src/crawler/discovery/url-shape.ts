/** The shape of an address: what the addresses of one site's articles share, and those of its lists. */

/** In UTF-16 code units. */
const SHAPE_LENGTH_MAX = 80
const SEGMENTS_MAX = 8
/** A longer segment without hyphens is a code or a title, not a word of the site's own. */
const WORD_LENGTH_MAX = 24
/** From so many words on, a segment is a title. */
const SLUG_WORDS_MIN = 4

const YEAR = /^(?:19|20)\d{2}$/
const ENDING = /\.[a-z]{2,5}$/

/**
 * Folders as they are (`blog`), figures as `0`, years as `Y`, titles as `*` (`*0` with a figure at
 * its end); of the last segment only its ending and whether it is a title (`*`), a figure or
 * anything else (`w`); names of parameters. Below the first folder those that are no words of the
 * site are `~`. Undefined for what is no address.
 */
export function urlShape(address: string): string | undefined {
  const url = URL.parse(address)
  if (url === null) return undefined
  const segments = url.pathname
    .toLowerCase()
    .split('/')
    .filter((segment) => segment !== '')
  const last = segments.pop() ?? ''
  const folders = segments.slice(0, SEGMENTS_MAX).map(folderShape)
  const names = [...new Set(url.searchParams.keys())].sort().slice(0, SEGMENTS_MAX)
  const query = names.length === 0 ? '' : `?${names.join('&')}`
  return [...folders, `${lastShape(last)}${query}`].join('/').slice(0, SHAPE_LENGTH_MAX)
}

/** Whether the last segment alone speaks for an article: a title, or a title and its figure. */
export function hasTitleShape(shape: string): boolean {
  const last = shape.slice(shape.lastIndexOf('/') + 1)
  return last.startsWith('*')
}

function folderShape(segment: string, index: number): string {
  if (YEAR.test(segment)) return 'Y'
  if (/^\d+$/.test(segment)) return '0'
  const isWord = segment.length <= WORD_LENGTH_MAX && segment.split('-').length < SLUG_WORDS_MIN
  if (!isWord || /\d/.test(segment)) return '~'
  return index === 0 ? segment : '~'
}

function lastShape(segment: string): string {
  const ending = ENDING.exec(segment)?.[0] ?? ''
  const name = segment.slice(0, segment.length - ending.length)
  if (name === '') return ''
  if (/^\d+$/.test(name)) return `0${ending}`
  const words = name.split(/[-_]|%20/)
  if (words.length < SLUG_WORDS_MIN) return `w${ending}`
  return `${/\d{3,}$/.test(name) ? '*0' : '*'}${ending}`
}
