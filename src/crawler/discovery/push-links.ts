/** Finds which hub tells of a resource's news, and under which address: W3C WebSub section 4. */

import type { DiscoverySource } from '../../articles/discovery-source.ts'
import type { Link } from '../fetch/link-header.ts'

/** What a feed or a page says of itself. */
type Named = { hubs: readonly string[]; self: string | null }

type PushLinks = Pick<DiscoverySource, 'hub' | 'otherHubs' | 'self'>

const HUBS_MAX = 5

/** The Link header wins over what the document says; addresses that are none of the web are left out. */
export function pushLinks(links: readonly Link[], named: Named): PushLinks {
  const said = addresses(links, 'hub')
  const [hub = null, ...others] = said.length > 0 ? said : named.hubs.filter(isOfTheWeb)
  const [self = null] = addresses(links, 'self')
  return {
    hub,
    otherHubs: [...new Set(others)].slice(0, HUBS_MAX - 1),
    self: self ?? (named.self !== null && isOfTheWeb(named.self) ? named.self : null),
  }
}

function addresses(links: readonly Link[], relation: string): string[] {
  return links.flatMap(({ rel, url }) => (rel === relation && isOfTheWeb(url) ? [url] : []))
}

function isOfTheWeb(address: string): boolean {
  return /^https?:$/.test(URL.parse(address)?.protocol ?? '')
}
