/**
 * Decides whether an address may be reached at all: the one place that knows which are private.
 *
 * It sees names, not what they resolve to: a public name that points at a private address passes,
 * for a Worker cannot look names up before it fetches.
 */

import { hostPort, portOf } from './host-port.ts'

/** In UTF-16 code units; common servers refuse longer request lines themselves. */
const ADDRESS_LENGTH_MAX = 8192

/** Names that mean a private network: RFC 6761, RFC 6762, RFC 8375, ICANN's `internal`, habits. */
const PRIVATE_SUFFIXES = [
  '.corp',
  '.home',
  '.home.arpa',
  '.internal',
  '.intranet',
  '.lan',
  '.local',
  '.localdomain',
  '.localhost',
  '.private',
]

export type GuardOptions = {
  /** `host:port`, lower case, IPv6 in brackets: reachable although loopback, private or on another port. */
  allowPrivateHosts: ReadonlySet<string>
  /** Our own host as in `URL.host`. With a port it names that port only, without one all of them. */
  ownHost: string
}

/**
 * Says why `address` may not be reached, as the end of the sentence "It is refused because …", or
 * `undefined` where it may. Every spelling of an IP address counts as one: the URL standard's
 * parser has already turned decimal, octal, hexadecimal and short forms into dotted ones.
 */
export function refusalOf(address: string, options: GuardOptions): string | undefined {
  if (address.length > ADDRESS_LENGTH_MAX) {
    return `it is longer than ${ADDRESS_LENGTH_MAX} characters`
  }
  if (!URL.canParse(address)) return 'it is no absolute address'
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return `${url.protocol} is neither http nor https`
  if (url.username !== '' || url.password !== '') return 'it carries a user name or password'
  if (isOwn(url, options.ownHost)) return 'it is our own host'
  if (options.allowPrivateHosts.has(hostPort(url))) return undefined
  const port = portOf(url)
  if (port !== '80' && port !== '443') return `port ${port} is neither 80 nor 443`
  return hostRefusal(url.hostname)
}

function isOwn(url: URL, ownHost: string): boolean {
  const own = ownHost.toLowerCase()
  return withoutDot(url.host) === own || withoutDot(url.hostname) === own
}

function hostRefusal(hostname: string): string | undefined {
  if (hostname.startsWith('[')) return 'its host is an IPv6 address'
  const name = withoutDot(hostname)
  if (/^[\d.]+$/.test(name)) return 'its host is an IP address'
  if (!name.includes('.')) return `its host "${name}" has a single label`
  const suffix = PRIVATE_SUFFIXES.find((ending) => name.endsWith(ending))
  return suffix === undefined ? undefined : `${suffix} names a private network`
}

/** A trailing dot makes a name absolute in DNS; it is the same host. */
function withoutDot(host: string): string {
  return host.replace(/\.$/, '').replace(/\.:/, ':')
}
