/** Pages as they break on their way: cut, shuffled, their bytes and tags exchanged; none may throw. */

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readArticle } from '../../src/pipeline/read-article.ts'
import { pageWith } from './page-with.ts'

const RUNS = 150

const TAGS = [
  ...['a', 'article', 'div', 'h1', 'iframe', 'li', 'noscript', 'p', 'plaintext', 'pre', 'script'],
  ...['select', 'style', 'svg', 'table', 'td', 'template', 'textarea', 'title', 'ul', 'xmp'],
]

const PAGES = [
  pageWith({
    head: '<meta property="og:title" content="Phố sách"><script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-07-09"}</script>',
    top: '<p class="sapo">Phố sách mở lại, đông hơn trước.</p><figure><img src="/a.jpg"><figcaption>Đầu phố</figcaption></figure>',
    below:
      '<ul class="related"><li><a href="/b"><h3>Bài khác</h3></a><p>14/07/2023</p></li></ul><table><tr><td>Gian<td>Giá</table>',
  }),
  '<html><body><nav><a href="/">Home</a></nav><main><h1>Page not found</h1><p>The page you were looking for is gone.</p></main><noscript>Enable JavaScript</noscript><script>1</script></body></html>',
]

const place = fc.double({ min: 0, max: 1, noNaN: true })
const tag = fc.constantFrom(...TAGS)

const mutation = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: place }),
  fc.record({ kind: fc.constant('drop' as const), at: place, length: fc.nat(400) }),
  fc.record({ kind: fc.constant('repeat' as const), at: place, times: fc.nat(40) }),
  fc.record({
    kind: fc.constant('write' as const),
    at: place,
    text: fc.string({ unit: 'binary' }),
  }),
  fc.record({ kind: fc.constant('exchange' as const), from: tag, to: tag }),
  fc.record({ kind: fc.constant('reverse' as const) }),
)
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never

function mutated(html: string, change: Mutation): string {
  if (change.kind === 'exchange') return html.replaceAll(`<${change.from}`, `<${change.to}`)
  if (change.kind === 'reverse') return html.split(/(?=<)/).reverse().join('')
  const at = Math.floor(change.at * html.length)
  const before = html.slice(0, at)
  if (change.kind === 'cut') return before
  if (change.kind === 'drop') return before + html.slice(at + change.length)
  if (change.kind === 'write') return before + change.text + html.slice(at)
  return before + html.slice(at, at + 60).repeat(change.times) + html.slice(at)
}

it('gives an article or a reason for any page that has been spoilt', () => {
  const options = { url: 'https://blog.example/tin/a', timezone: 'Asia/Ho_Chi_Minh' }
  const now = new Date('2026-11-20T08:00:00Z')
  const changes = fc.array(mutation, { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(fc.constantFrom(...PAGES), changes, (page, list) => {
      const outcome = readArticle(list.reduce(mutated, page), { ...options, now })
      if (outcome.ok) {
        expect(outcome.article.title).not.toBe('')
        expect(outcome.article.text).not.toBe('')
      } else expect(outcome.message).toMatch(/^[A-Z].*\.$/su)
    }),
    { numRuns: RUNS },
  )
})
