/** Rebuilds films and sound that a page plays itself, from their addresses. */

import { attribute, type HtmlElement, isElement } from './html-tree.ts'

/** In UTF-16 code units. */
const ADDRESS_LENGTH_MAX = 2_000

const ADDRESS_ATTRIBUTES = ['src', 'data-src', 'data-lazy-src', 'data-video-src', 'data-mp4']
const POSTER_ATTRIBUTES = ['poster', 'data-poster']

const PLAYERS: ReadonlyMap<string, 'video' | 'audio'> = new Map([
  ['amp-audio', 'audio'],
  ['amp-video', 'video'],
  ['audio', 'audio'],
  ['video', 'video'],
])

/** Playlists that no browser but Safari plays without a script. */
const STREAM = /\.(?:m3u8|mpd)$/i

export type Media = {
  readonly kind: 'video' | 'audio'
  readonly address: string
  readonly poster: string | undefined
}

/** What a player plays; undefined for every other element, and for what only a script could load. */
export function mediaOf(element: HtmlElement, baseUrl: string): Media | undefined {
  const kind = PLAYERS.get(element.name)
  if (kind === undefined) return undefined
  const sources = element.children.filter(isElement).filter(({ name }) => name === 'source')
  for (const holder of [element, ...sources]) {
    const address = firstAddress(holder, ADDRESS_ATTRIBUTES, baseUrl)
    if (address === undefined || STREAM.test(new URL(address).pathname)) continue
    const poster = kind === 'video' ? firstAddress(element, POSTER_ATTRIBUTES, baseUrl) : undefined
    return { kind, address, poster }
  }
  return undefined
}

function firstAddress(
  element: HtmlElement,
  names: readonly string[],
  baseUrl: string,
): string | undefined {
  for (const name of names) {
    const value = attribute(element, name)
    const url =
      value === undefined || value.length > ADDRESS_LENGTH_MAX ? null : URL.parse(value, baseUrl)
    if (url?.protocol === 'https:' || url?.protocol === 'http:') return url.href
  }
  return undefined
}
