/** A visitor's key tells visitors apart and tells nothing else. */

import { describe, expect, it } from 'vitest'
import { saltDay, shardOf, visitorKey } from '../../src/views/visitor.ts'

const SALT = new Uint8Array(32).fill(7)
const VISIT = { articleId: 'a1', address: '203.0.113.9', agent: 'Zalo' }

describe('visitorKey', () => {
  it('is the same for the same visitor, article and salt', async () => {
    expect(await visitorKey(SALT, { ...VISIT })).toBe(await visitorKey(SALT, VISIT))
  })

  it.each([
    ['another address', { ...VISIT, address: '203.0.113.10' }],
    ['another agent', { ...VISIT, agent: 'Chrome' }],
    ['another article', { ...VISIT, articleId: 'a2' }],
    ['a boundary moved between the parts', { ...VISIT, address: '203.0.113.9Z', agent: 'alo' }],
  ])('differs for %s', async (_case, visit) => {
    expect(await visitorKey(SALT, visit)).not.toBe(await visitorKey(SALT, VISIT))
  })

  it('differs under another salt', async () => {
    expect(await visitorKey(new Uint8Array(32), VISIT)).not.toBe(await visitorKey(SALT, VISIT))
  })

  it('contains neither the address nor the agent', async () => {
    const key = await visitorKey(SALT, VISIT)
    expect(key).not.toContain(VISIT.address)
    expect(atob(key)).not.toContain(VISIT.agent)
  })
})

describe('saltDay', () => {
  it('changes at midnight UTC', () => {
    expect(saltDay(Date.UTC(2026, 10, 23, 23, 59, 59, 999))).toBe('2026-11-23')
    expect(saltDay(Date.UTC(2026, 10, 24))).toBe('2026-11-24')
  })
})

describe('shardOf', () => {
  it('spreads articles over all shards', () => {
    const shards = new Set(Array.from({ length: 200 }, (_, index) => shardOf(`a${index}`, 8)))
    expect([...shards].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  })
})
