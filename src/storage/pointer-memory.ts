/**
 * The small mutable part of the page cache: what an isolate remembers, for two seconds at most, of
 * which version of a page is current. Announcements wait for that bound.
 */

/** No reader is shown what an older pointer said after this long. */
const POINTER_AGE_MAX_MS = 2_000

/** A change is told to partners this long after it was stored: the bound, and a margin. */
export const ANNOUNCE_AFTER_MS = POINTER_AGE_MAX_MS + 1_000

/** Pointers in memory; one is a few hundred bytes. */
const POINTERS_MAX = 2_000

export type PointerMemory<Value> = {
  /** What `read` said under `key` at most `POINTER_AGE_MAX_MS` before `now` (Unix milliseconds). */
  recall: (key: string, now: number, read: () => Promise<Value>) => Promise<Value>
  /** Forgets everything: whoever changed something sees it at once in this isolate. */
  clear: () => void
}

export function createPointerMemory<Value>(): PointerMemory<Value> {
  const entries = new Map<string, { value: Value; until: number }>()
  return {
    async recall(key, now, read) {
      const entry = entries.get(key)
      if (entry !== undefined && entry.until > now) return entry.value
      // Values are shared between requests, never promises: a request that ends takes its I/O along.
      const value = await read()
      entries.delete(key)
      entries.set(key, { value, until: now + POINTER_AGE_MAX_MS })
      const [oldest] = entries.keys()
      if (entries.size > POINTERS_MAX && oldest !== undefined) entries.delete(oldest)
      return value
    },
    clear: () => entries.clear(),
  }
}
