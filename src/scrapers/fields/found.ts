/** A value that was read off a page, and where on the page it stood: explanations name the place. */

/** `origin` is such as `json-ld`, `meta og:title`, `h1`, `line`, `url`; null where nothing was found. */
export type Found<T> = { readonly value: T; readonly origin: string | null }

/** The first that has a value; candidates are made only until one is found. */
export function firstFound<T>(
  candidates: Iterable<Found<T | null | undefined>>,
): Found<T> | undefined {
  for (const { value, origin } of candidates) {
    if (value !== null && value !== undefined) return { value, origin }
  }
  return undefined
}

/** As `firstFound`, with null where nothing was found. */
export function firstOrNull<T>(candidates: Iterable<Found<T | null | undefined>>): Found<T | null> {
  return firstFound(candidates) ?? { value: null, origin: null }
}
