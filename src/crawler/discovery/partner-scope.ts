/** Which addresses are the partner's: its domain, and its section where its address is one. */

/** From so many articles on, the partner's page shows whether they lie below its own address. */
const SHOWN_MIN = 3
const BELOW_SHARE_MIN = 0.8

/** Equal hosts, or one below the other: `blog.a.example` and `www.a.example`. */
export function sharesDomain(address: string, other: string): boolean {
  const [first, second] = [address, other].map((url) => URL.parse(url)?.host.replace(/^www\./, ''))
  if (first === undefined || second === undefined) return false
  return first === second || first.endsWith(`.${second}`) || second.endsWith(`.${first}`)
}

/**
 * The folder below which all of the partner's articles lie, `/blog/`; undefined where its address is
 * a whole site, or the articles that its page shows lie elsewhere.
 */
export function sectionOf(partnerUrl: string, shown: readonly string[]): string | undefined {
  const folder = folderOf(partnerUrl)
  if (folder === '/' || shown.length < SHOWN_MIN) return undefined
  const below = shown.filter((url) => liesBelow(url, folder)).length
  return below >= BELOW_SHARE_MIN * shown.length ? folder : undefined
}

export function liesBelow(address: string, folder: string): boolean {
  const path = URL.parse(address)?.pathname ?? ''
  return `${path}/`.startsWith(folder) && path.length > folder.length
}

/** The path with a slash at its end; a file's ending and `index` are cut off with it. */
export function folderOf(address: string): string {
  const path = URL.parse(address)?.pathname ?? '/'
  const isFile = /\.[a-z]{2,5}$/i.test(path)
  const folder = isFile ? path.slice(0, path.lastIndexOf('/') + 1) : path
  return folder.endsWith('/') ? folder : `${folder}/`
}
