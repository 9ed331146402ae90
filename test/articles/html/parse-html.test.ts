/** The tree of a page is the one that htmlparser2 makes, whatever the page is. */

import { load } from 'cheerio/slim'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type HtmlNode, isElement, textData, walk } from '../../../src/articles/html/html-tree.ts'
import { parseHtml } from '../../../src/articles/html/parse-html.ts'

const RUNS = { numRuns: 2_000 }

/** What is never ended is read as htmlparser2 does, but for a tag cut off by the end of the page. */
const END = `">'></script></style></title></textarea></xmp>--> ]]> <b>end</b> x`

/** Ends at once, as the HTML standard has it; htmlparser2 looks for another `>`. */
const EMPTY_DECLARATION = /<!-?>/

const PIECES = [
  ...['<', '>', '/', '=', '"', "'", ' ', '\n', '\t', '\f', '\r', 'a', 'é', '&', ';', '#', 'x41'],
  ...['&amp', '&amp;', '&AMP', '&#x41;', '&#128;', '&#65', '&copy=1', '&notit;', '&nbsp', '&ngE;'],
  ...['&#0;', '&#xD800;', '&#x110000;', '&;', '&#;', '<p>', '</p>', '<div class="a b">', '</div>'],
  ...[
    '<li>',
    '<ul>',
    '</ul>',
    '<br/>',
    '</br>',
    '<img src=a/>',
    "<a href='q\"'>",
    '</a/>',
    '</ a>',
  ],
  ...['</>', '<A HREF=x>', '<a __proto__=1 b b=3>', '<a b = "&amp;c=&lt">', '<x:y z>', '<h1>'],
  ...[
    '<svg>',
    '</svg>',
    '<svg/>',
    '<path d=1 / >',
    '<math>',
    '<mi>',
    '</mi>',
    '<option>',
    '<select>',
  ],
  ...['<dd>', '<dt>', '<table>', '<tr>', '<td>', '</table>', '<body>', '<title>', '</title>'],
  ...[
    '<script>',
    '</script>',
    '</script x',
    '<script/>',
    '<style>',
    '</STYLE>',
    '<textarea>',
    '<xmp>',
  ],
  ...[
    '</textarea >',
    '</xmp>',
    '<!--',
    '-->',
    '--->',
    '<!-->',
    '<!',
    '<!doctype html>',
    '<?xml',
    '?>',
  ],
]

const page = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 4 })), { maxLength: 20 })
  .map((pieces) => pieces.join('') + END)

/** Every node of a tree in order, with its links to its neighbours checked. */
function outline(nodes: readonly HtmlNode[]): string[] {
  const lines: string[] = []
  for (const root of nodes) {
    walk(root, {
      enter(node) {
        lines.push(lineOf(node))
        return isElement(node)
      },
      leave: ({ name }) => lines.push(`/${name}`),
    })
  }
  return lines
}

function lineOf(node: HtmlNode): string {
  if (isElement(node)) return `<${node.name} ${JSON.stringify(node.attribs)}`
  return textData(node) === undefined ? 'no text' : `"${textData(node)}"`
}

const ours = (html: string) => outline(parseHtml(html, 'page').children)
const theirs = (html: string) => outline(load(html).root()[0]?.children ?? [])

describe('parseHtml', () => {
  it('makes the tree of htmlparser2 of any tags', () => {
    fc.assert(
      fc.property(page, (html) => {
        fc.pre(!EMPTY_DECLARATION.test(html))
        expect(ours(html)).toEqual(theirs(html))
      }),
      RUNS,
    )
  })

  it.each([
    ['nothing', ''],
    ['text alone', 'một dòng & hai'],
    ['a reference at the end', 'A &amp'],
    ['a paragraph ended by the next', '<p>a<p>b<div>c</p>d'],
    ['options, cells and terms', '<select><option>a<option>b</select><dl><dt>a<dd>b'],
    ['tags in a script', '<script>if (a < b) c = "<p>"</script>d'],
    ['tags in a title', '<title>a <b> &amp; c</title>d'],
    ['a script without end', 'a<script>b<p>'],
    ['a comment without end', 'a<!-- b <p>'],
    ['a picture in a drawing', '<svg><path/><g/></svg><p/>a'],
    ['a tag that is cut off', 'a<p class="b'],
    ['a sign that is no tag', '1 < 2 <3 </ <p>'],
  ])('reads %s', (_case, html) => {
    expect(ours(html)).toEqual(theirs(html))
  })

  it('links each node with its neighbours and its parent', () => {
    const root = parseHtml('<p>a<b>c</b><!-- d -->e</p>f', 'page')
    const linked = (parent: HtmlNode) =>
      isElement(parent) &&
      parent.children.every(
        (node, index) =>
          node.parent === parent &&
          node.prev === (parent.children[index - 1] ?? null) &&
          node.next === (parent.children[index + 1] ?? null),
      )
    expect([root, root.children[0] ?? root].map(linked)).toEqual([true, true])
  })

  it('goes no deeper than people write, and finds back out', () => {
    const lines = ours(`${'<div>'.repeat(10_000)}a${'</div>'.repeat(10_000)}<p>b</p>`)
    const deepest = lines.indexOf('/div')
    expect(lines.slice(0, deepest).filter((line) => line === '<div {}')).toHaveLength(2_000)
    expect(lines.slice(-3)).toEqual(['<p {}', '"b"', '/p'])
  })
})
