/** Writes a formula as its TeX, which needs neither script nor font, or else as the characters it shows. */

import { escapeHtml } from './allowed-html.ts'
import {
  attribute,
  collapse,
  type HtmlElement,
  isElement,
  nodesWithin,
  textData,
} from './html-tree.ts'

/** In UTF-16 code units. */
const TEX_LENGTH_MAX = 1_000

/** Nodes of a formula; a longer one is cut. */
const NODES_MAX = 1_000

const STYLES = ['{\\displaystyle ', '{\\textstyle '] as const

const TEX_ENCODING = 'application/x-tex'

/** Returns the formula as code; `inCode` where it stands in code already. Empty where it shows nothing. */
export function mathHtml(math: HtmlElement, inCode: boolean): { html: string; text: string } {
  const tex = collapse(texOf(math) ?? '')
  if (tex === '' || tex.length > TEX_LENGTH_MAX) {
    const text = collapse(shownBy(math))
    return { html: escapeHtml(text), text }
  }
  return { html: inCode ? escapeHtml(tex) : `<code>${escapeHtml(tex)}</code>`, text: tex }
}

function texOf(math: HtmlElement): string | undefined {
  let seen = 0
  for (const node of nodesWithin(math)) {
    seen += 1
    if (seen > NODES_MAX) break
    if (!isElement(node) || node.name !== 'annotation') continue
    if (node.attribs['encoding']?.toLowerCase() === TEX_ENCODING) return withoutStyle(textIn(node))
  }
  const written = attribute(math, 'alttext')
  return written === undefined ? undefined : withoutStyle(written)
}

/** MediaWiki wraps each formula in the size it is shown in. */
function withoutStyle(tex: string): string {
  const written = tex.trim()
  const style = STYLES.find((opening) => written.startsWith(opening))
  return style === undefined || !written.endsWith('}') ? tex : written.slice(style.length, -1)
}

function shownBy(math: HtmlElement): string {
  let isNote = false
  let text = ''
  let seen = 0
  for (const node of nodesWithin(math)) {
    seen += 1
    if (seen > NODES_MAX) break
    if (isElement(node)) isNote = node.name.startsWith('annotation')
    else if (!isNote) text += textData(node) ?? ''
  }
  return text
}

function textIn(element: HtmlElement): string {
  return element.children.map((node) => textData(node) ?? '').join('')
}
