/** Which hosts have fallen silent within a run: the rest of their pages need not wait for them. */

/** So many pages in a row without an answer, and the host is not asked again in this run. */
const SILENCES_MAX = 3

export type SilentHosts = {
  includes: (url: string) => boolean
  /** Takes in that the host of `url` answered, whatever it said, or that it did not. */
  note: (page: { url: string; answered: boolean }) => void
}

/** Starts from the pages that were visited before, in their order. */
export function silentHosts(visited: { url: string; answered: boolean }[]): SilentHosts {
  const silences = new Map<string, number>()
  const hostOf = (url: string) => URL.parse(url)?.host ?? url
  const includes = (url: string) => (silences.get(hostOf(url)) ?? 0) >= SILENCES_MAX
  const note = ({ url, answered }: { url: string; answered: boolean }) => {
    silences.set(hostOf(url), answered ? 0 : (silences.get(hostOf(url)) ?? 0) + 1)
  }
  for (const page of visited) note(page)
  return { includes, note }
}
