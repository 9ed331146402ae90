/** The only place where HTML goes out unescaped: sanitised bodies, our own style, JSON-LD, the views slot. */

import { raw } from 'hono/html'
import { VIEWS_SLOT } from './views-slot.ts'

/**
 * A section's body, which the allow-list has already made safe. Tables get a box to scroll in, and
 * images wait until they are near.
 *
 * What is added holds no quotes: should a partner write `<table` inside an attribute, the addition
 * stays inside that attribute. `tableLabel` must therefore be a single word.
 */
export function SectionBody({ html, tableLabel }: { html: string; tableLabel: string }) {
  const box = `<div class=scroll tabindex=0 role=region aria-label=${tableLabel}>`
  const readable = html
    .replaceAll('<table', `${box}<table`)
    .replaceAll('</table>', '</table></div>')
    .replaceAll('<img ', '<img loading=lazy decoding=async ')
  return raw(readable)
}

export function InlineStyle({ css }: { css: string }) {
  return raw(`<style>${css}</style>`)
}

/** Data for search engines. `<` is escaped, so no text in it can end the script element. */
export function JsonLd({ data }: { data: object }) {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c')
  return raw(`<script type="application/ld+json">${json}</script>`)
}

export function ViewsSlot() {
  return raw(VIEWS_SLOT)
}
