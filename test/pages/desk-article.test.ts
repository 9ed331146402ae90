/** The desk's page of one article. */

import { describe, expect, it } from 'vitest'
import { adminArticlePage } from '../../src/pages/desk-article-page.tsx'
import { contextWith } from './article-with.ts'

const article = {
  ...{ slug: 'tra-da', title: 'Trà đá', partner: { name: 'Phố' }, state: 'published' as const },
  ...{ revision: 2, licence: null, paywalled: false, robots: ['noai', 'noindex'] },
}

const shown = (
  language: 'vi' | 'en',
  revisions: Parameters<typeof adminArticlePage>[0]['revisions'],
) => adminArticlePage({ article, revisions, csrf: 'x' }, contextWith({ language }))

describe('adminArticlePage', () => {
  it('says what the article asks of robots, and nothing of what its page does not say', () => {
    const html = shown('en', [])
    expect(html).toContain('Asks of robots: <code>noai, noindex</code>')
    expect(html).not.toContain('Licence')
    expect(html).toContain('The article has not changed since it was stored.')
  })

  it.each([
    ['vi', ['Tựa', 'Thêm mục: Giá', 'Bỏ mục: (mở bài)', 'Số chữ: 900 → 1.200']],
    ['en', ['Title', 'Added: Giá', 'Removed: (opening)', 'Words: 900 → 1,200']],
  ] as const)('says in %s what a revision changed', (language, lines) => {
    const changes = {
      fields: ['title' as const],
      sections: { added: ['Giá'], removed: [null], changed: [], moved: false },
      words: { before: 900, after: 1_200 },
    }
    const html = shown(language, [{ revision: 2, at: '2026-11-23T10:00:00Z', changes }])
    for (const line of lines) expect(html).toContain(`<p>${line}</p>`)
  })
})
