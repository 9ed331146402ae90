/**
 * Rendered pages, immutable under a key that names their version, in three layers: the isolate's
 * memory, the data centre's Cache API, and KV. Only the pointer to the version can be out of date.
 */

/** Pages in an isolate's memory, in UTF-16 code units of all together; an isolate has 128 MB. */
const MEMORY_LENGTH_MAX = 8_000_000

/** Seconds that a page stays in the Cache API and KV after it was rendered. */
const KEPT_SECONDS = 7 * 24 * 60 * 60

/** The Cache API wants an address; nothing answers there. */
const CACHE_ORIGIN = 'https://page-cache.trendwire.invalid/'

/** Where a page came from, as `Cache-Status` says it (RFC 9211). */
export type PageOrigin = 'memory' | 'cache-api' | 'kv' | 'rendered'

export type CachedPage = { html: string; origin: PageOrigin }

type PageCacheTools = {
  content: KVNamespace
  /** For work that the reader does not wait for. */
  waitUntil: (promise: Promise<unknown>) => void
}

export type PageCache = {
  /**
   * The page under `key`, rendered where no layer has it. Requests that come while it is being
   * rendered in this isolate wait for that one.
   */
  page: (key: string, tools: PageCacheTools, render: () => Promise<string>) => Promise<CachedPage>
}

/** A cache with a memory of its own: one for each isolate. */
export function createPageCache(): PageCache {
  const memory = createPageMemory()
  const inProgress = new Map<string, Promise<CachedPage>>()

  async function find(
    key: string,
    tools: PageCacheTools,
    render: () => Promise<string>,
  ): Promise<CachedPage> {
    try {
      const page = (await findStored(key, tools)) ?? (await renderAndStore(key, tools, render))
      memory.put(key, page.html)
      return page
    } finally {
      inProgress.delete(key)
    }
  }

  return {
    async page(key, tools, render) {
      const remembered = memory.find(key)
      if (remembered !== undefined) return { html: remembered, origin: 'memory' }
      const running = inProgress.get(key)
      if (running !== undefined) return { html: (await running).html, origin: 'memory' }
      const work = find(key, tools, render)
      inProgress.set(key, work)
      // Others may wait for this: it must go on when the request that began it is cancelled.
      tools.waitUntil(work.catch(() => undefined))
      return await work
    },
  }
}

async function renderAndStore(
  key: string,
  tools: PageCacheTools,
  render: () => Promise<string>,
): Promise<CachedPage> {
  const html = await render()
  tools.waitUntil(
    Promise.all([
      caches.default.put(CACHE_ORIGIN + key, storable(html)),
      tools.content.put(pageKey(key), html, { expirationTtl: KEPT_SECONDS }),
    ]),
  )
  return { html, origin: 'rendered' }
}

const pageKey = (key: string) => `page:${key}`

async function findStored(key: string, tools: PageCacheTools): Promise<CachedPage | undefined> {
  const nearby = await caches.default.match(CACHE_ORIGIN + key)
  if (nearby !== undefined) return { html: await nearby.text(), origin: 'cache-api' }
  const kept = await tools.content.get(pageKey(key))
  if (kept === null) return undefined
  tools.waitUntil(caches.default.put(CACHE_ORIGIN + key, storable(kept)))
  return { html: kept, origin: 'kv' }
}

function storable(html: string): Response {
  return new Response(html, {
    headers: { 'cache-control': `public, max-age=${KEPT_SECONDS}`, 'content-type': 'text/html' },
  })
}

/** Keeps pages up to a total length; those that were put there first make room. */
function createPageMemory() {
  const pages = new Map<string, string>()
  let length = 0
  const drop = (key: string, html: string) => {
    pages.delete(key)
    length -= html.length
  }
  return {
    find: (key: string) => pages.get(key),
    put(key: string, html: string): void {
      const old = pages.get(key)
      if (old !== undefined) drop(key, old)
      pages.set(key, html)
      length += html.length
      for (const [oldestKey, oldest] of pages) {
        if (length <= MEMORY_LENGTH_MAX) break
        drop(oldestKey, oldest)
      }
    },
  }
}
