/** Names a server as lists of hosts do: `host:port`, with the scheme's own port where none is written. */

const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' }

/** Lower case, IPv6 in brackets. A scheme without a port of its own gives an empty one. */
export function hostPort(url: URL): string {
  return `${url.hostname}:${portOf(url)}`
}

export function portOf(url: URL): string {
  return url.port === '' ? (DEFAULT_PORTS[url.protocol] ?? '') : url.port
}
