/** Reads which video, post or player an address embeds, so that it can be named without the partner's markup. */

import { canonicalUrl } from '../addresses/canonical-url.ts'
import { EMBED_PROVIDERS, type EmbedProvider } from './embed-providers.ts'

/** What is embedded, rebuilt from its id; every address in it is ours. */
export type EmbedAddress = {
  /** As its readers know the site: `YouTube`. */
  readonly provider: string
  /** The page that shows it, canonical. */
  readonly address: string
  readonly poster: string | undefined
}

/** In UTF-16 code units; players with longer addresses carry more than an id. */
const ADDRESS_LENGTH_MAX = 2_000

/** Players that name in a parameter what they play. */
const WRAPPERS: ReadonlyMap<string, string> = new Map([
  ['facebook.com/plugins/post.php', 'href'],
  ['facebook.com/plugins/video.php', 'href'],
  ['w.soundcloud.com/player', 'url'],
])

const HOST_LABEL = /^(?:www|m|mobile|web)\./

/** Returns what `address` embeds, undefined for what is no http(s) address of a known player or post. */
export function embedAddress(address: string, baseUrl: string): EmbedAddress | undefined {
  const url = parse(address, baseUrl)
  if (url === undefined) return undefined
  const parameter = WRAPPERS.get(placeOf(url))
  const wrapped = parameter === undefined ? null : url.searchParams.get(parameter)
  const shown = wrapped === null ? url : parse(wrapped, baseUrl)
  if (shown === undefined) return undefined
  for (const provider of EMBED_PROVIDERS) {
    const found = readBy(provider, shown)
    if (found !== undefined) return found
  }
  return undefined
}

function parse(address: string, baseUrl: string): URL | undefined {
  if (address.length > ADDRESS_LENGTH_MAX) return undefined
  const url = URL.parse(address.trim(), baseUrl)
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:'
  return isWeb && url.port === '' && url.username === '' ? url : undefined
}

/** Host and path, without what says only which variant of the site it is. */
function placeOf({ hostname, pathname }: URL): string {
  const path = pathname.endsWith('/') ? pathname.slice(0, -1) : pathname
  return `${hostname.replace(HOST_LABEL, '')}${path}`
}

function readBy(provider: EmbedProvider, url: URL): EmbedAddress | undefined {
  const naming = provider.parameters.find((name) => url.searchParams.has(name))
  const value = naming === undefined ? '' : `?${naming}=${url.searchParams.get(naming)}`
  const place = `${placeOf(url)}${value}`
  for (const { pattern, address, poster } of provider.rules) {
    const found = pattern.exec(place)
    if (found === null) continue
    const page = fill(address, found)
    return {
      provider: provider.name,
      address: canonicalUrl(page) ?? page,
      poster: poster === undefined ? undefined : fill(poster, found),
    }
  }
  return undefined
}

function fill(template: string, found: RegExpExecArray): string {
  const written = template.replace(/\$(\d)/g, (_whole, group: string) => found[Number(group)] ?? '')
  return URL.parse(written)?.href ?? written
}
