/** What is remembered of a source, across versions. */

import { describe, expect, it } from 'vitest'
import { discoverySourceSchema, unaskedSource } from '../../src/articles/discovery-source.ts'

describe('discoverySourceSchema', () => {
  it('reads what an older version wrote', () => {
    const older = {
      kind: 'feed',
      url: 'https://a.example/feed',
      etag: '"f"',
      lastModified: null,
    } as const
    const source = discoverySourceSchema.parse(older)
    expect(source).toEqual({ ...unaskedSource('feed', 'https://a.example/feed'), etag: '"f"' })
  })

  it('reads back what it writes', () => {
    const source = {
      ...unaskedSource('sitemap', 'https://a.example/sitemap.xml'),
      wishes: { everySeconds: 3600, skipHours: [1, 2], skipDays: [0] },
      parts: [{ url: 'https://a.example/1.xml', etag: null, lastModified: 'Tue', updatedAt: null }],
      agreedTimes: 2,
    }
    expect(discoverySourceSchema.parse(JSON.parse(JSON.stringify(source)))).toEqual(source)
  })
})
