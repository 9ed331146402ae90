/** The page cache: rendered once, found in each layer, stampedes shared. */

import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { createPageCache } from '../../src/storage/page-cache.ts'
import { createPointerMemory } from '../../src/storage/pointer-memory.ts'

function toolsWith() {
  const work: Promise<unknown>[] = []
  const tools = {
    content: env.CONTENT,
    waitUntil: (promise: Promise<unknown>) => {
      work.push(promise)
    },
  }
  return { tools, settled: () => Promise.all(work) }
}

describe('createPageCache', () => {
  it('renders once and then answers from memory', async () => {
    const { tools } = toolsWith()
    const cache = createPageCache()
    const render = async () => '<p>1</p>'
    expect(await cache.page('a/1', tools, render)).toEqual({ html: '<p>1</p>', origin: 'rendered' })
    expect((await cache.page('a/1', tools, render)).origin).toBe('memory')
  })

  it('finds in another isolate what one has rendered', async () => {
    const { tools, settled } = toolsWith()
    await createPageCache().page('a/2', tools, async () => '<p>2</p>')
    await settled()
    const elsewhere = await createPageCache().page('a/2', tools, async () => 'never')
    expect(elsewhere).toEqual({ html: '<p>2</p>', origin: 'cache-api' })
  })

  it('finds in another data centre what KV has', async () => {
    const { tools } = toolsWith()
    await env.CONTENT.put('page:a/3', '<p>3</p>')
    const page = await createPageCache().page('a/3', tools, async () => 'never')
    expect(page).toEqual({ html: '<p>3</p>', origin: 'kv' })
  })

  it('renders a cold page once for all who ask at the same time', async () => {
    const { tools } = toolsWith()
    const cache = createPageCache()
    let renderings = 0
    const render = async () => {
      renderings += 1
      return '<p>4</p>'
    }
    const pages = await Promise.all(
      Array.from({ length: 200 }, () => cache.page('a/4', tools, render)),
    )
    expect(renderings).toBe(1)
    expect(new Set(pages.map((page) => page.html))).toEqual(new Set(['<p>4</p>']))
  })

  it('does not remember a rendering that failed', async () => {
    const { tools } = toolsWith()
    const cache = createPageCache()
    const failing = cache.page('a/5', tools, () => Promise.reject(new Error('D1 is away')))
    await expect(failing).rejects.toThrow('D1 is away')
    expect((await cache.page('a/5', tools, async () => 'well')).html).toBe('well')
  })
})

describe('createPointerMemory', () => {
  it('asks again when an answer is two seconds old', async () => {
    const memory = createPointerMemory<number>()
    let asked = 0
    const read = async () => {
      asked += 1
      return asked
    }
    expect(await memory.recall('slug', 0, read)).toBe(1)
    expect(await memory.recall('slug', 1_999, read)).toBe(1)
    expect(await memory.recall('slug', 2_000, read)).toBe(2)
  })

  it('forgets everything when it is told to', async () => {
    const memory = createPointerMemory<string>()
    await memory.recall('slug', 0, async () => 'old')
    memory.clear()
    expect(await memory.recall('slug', 1, async () => 'new')).toBe('new')
  })
})
