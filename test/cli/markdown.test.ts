/** How our HTML reads as Markdown: each kind of block, and that no word is lost or taken for markup. */

import { load } from 'cheerio/slim'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markdownOf } from '../../cli/markdown.ts'
import { sanitise } from '../../src/articles/html/sanitise.ts'
import { hostileHtml } from '../articles/html/hostile-html.ts'
import { wordsOf } from '../articles/html/read-html.ts'
import { lettersOf } from './read-markdown.ts'

describe('markdownOf', () => {
  it.each([
    ['paragraphs', '<p>a</p><p>b<br>c</p>', 'a\n\nb\\\nc'],
    ['headings', '<h3>a <em>b</em></h3>', '### a *b*'],
    [
      'nested lists',
      '<ul><li>a<ol start="3"><li>b</li></ol></li><li>c</li></ul>',
      '- a\n  3. b\n- c',
    ],
    ['items of paragraphs', '<ol><li><p>a</p><p>b</p></li></ol>', '1. a\n\n   b'],
    ['quotes', '<blockquote><p>a</p><ul><li>b</li></ul></blockquote>', '> a\n>\n> - b'],
    ['code', '<pre><code>a = `1`\n  b</code></pre>', '```\na = `1`\n  b\n```'],
    ['code that holds a fence', '<pre>```\na</pre>', '````\n```\na\n````'],
    ['code in words', '<p><code>a`b</code></p>', '``a`b``'],
    [
      'tables',
      '<table><caption>t</caption><tr><th>a</th><th>b|c</th></tr><tr><td colspan="2">d</td></tr></table>',
      't\n\n| a | b\\|c |\n| --- | --- |\n| d |  |',
    ],
    [
      'figures',
      '<figure><img src="https://b.example/a(1).jpg" alt="a]b"><figcaption>c</figcaption></figure>',
      '![a\\]b](https://b.example/a%281%29.jpg)\n\nc',
    ],
    [
      'embeds',
      '<figure class="embed"><a href="https://b.example/v"><img src="https://b.example/p" alt="a"></a></figure>',
      '[![a](https://b.example/p)](https://b.example/v)',
    ],
    ['raised words', '<p>m<sup>2</sup></p>', 'm<sup>2</sup>'],
    ['emphasis', '<p>a <strong>b </strong>c <del>d</del></p>', 'a **b** c ~~d~~'],
    [
      'emphasis that ends in a colon before a letter',
      '<p><strong>a:</strong>b</p>',
      '<strong>a:</strong>b',
    ],
    [
      'a link behind an exclamation',
      '<p>a!<a href="https://b.example/">b</a></p>',
      'a\\![b](https://b.example/)',
    ],
    [
      'words that look like markup',
      '<p>*a* _b_ [c](d) &lt;e&gt;</p>',
      '\\*a\\* \\_b\\_ \\[c\\](d) \\<e\\>',
    ],
    [
      'a line that looks like a list',
      '<p>1. a</p><p>- b</p><p># c</p>',
      '1\\. a\n\n\\- b\n\n\\# c',
    ],
    ['figures that are no list', '<p>3.5 triệu</p>', '3.5 triệu'],
  ])('writes %s', (_case, html, expected) => {
    expect(markdownOf(html)).toBe(expected)
  })

  it('says every word that the HTML says', () => {
    fc.assert(
      fc.property(hostileHtml, (markup) => {
        const nodes = load(markup).root()[0]?.children ?? []
        const { html } = sanitise(nodes, { baseUrl: 'https://blog.example/' })
        const words = wordsOf(load(html).root()[0]?.children ?? [])
        // A table's caption comes first, wherever in the table it stood.
        const sorted = (letters: string) => letters.split('').toSorted().join('')
        expect(sorted(lettersOf(markdownOf(html)))).toBe(sorted(words.replace(/\s+/g, '')))
      }),
      { numRuns: 200 },
    )
  })
})
