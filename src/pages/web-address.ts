/** The last gate before an address from a partner becomes a link or an image. */

/** Returns `address` as it may stand in `href` or `src`, or `undefined` where it is not http(s). */
export function webAddress(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : undefined
}
