/** Writes what a page embeds as static HTML of ours: a link to it, with its still picture, or a plain player. */

import { escapeHtml } from './allowed-html.ts'
import type { EmbedAddress } from './embed-address.ts'
import { embedOf } from './embed-markup.ts'
import { attribute, collapse, type HtmlElement } from './html-tree.ts'
import { type Media, mediaOf } from './media.ts'

/** Safe HTML that may stand in a figure, and the text that readers see of it. */
export type EmbedHtml = { readonly html: string; readonly text: string }

/** In UTF-16 code units; a longer title was meant for machines. */
const TITLE_LENGTH_MAX = 200

/** Titles that players bear before they know what they play. */
const NAMELESS =
  /^(?:(?:youtube|vimeo|facebook|embedded|html5|video|audio|spotify|twitter|x|tiktok) ?)*(?:player|video|post|embed|iframe|frame|content)?$/i

/** Returns what stands for `element` in an article; undefined for what embeds nothing that we know. */
export function embedHtml(element: HtmlElement, baseUrl: string): EmbedHtml | undefined {
  const media = mediaOf(element, baseUrl)
  if (media !== undefined) return { html: playerHtml(media), text: '' }
  const embed = embedOf(element, baseUrl)
  return embed === undefined ? undefined : embedLink(embed, titleOf(element))
}

/** A link to what is embedded: around its picture where there is one, else around its name. */
export function embedLink(
  { address, provider, poster }: EmbedAddress,
  title: string | undefined,
): EmbedHtml {
  const name = title === undefined ? provider : `${provider}: ${title}`
  const shown =
    poster === undefined
      ? escapeHtml(provider)
      : `<img src="${escapeHtml(poster)}" alt="${escapeHtml(name)}">`
  const html = `<a href="${escapeHtml(address)}" rel="noopener">${shown}</a>`
  return { html, text: poster === undefined ? provider : '' }
}

function playerHtml({ kind, address, poster }: Media): string {
  const still = poster === undefined ? '' : ` poster="${escapeHtml(poster)}"`
  return `<${kind} src="${escapeHtml(address)}" controls preload="none"${still}></${kind}>`
}

function titleOf(element: HtmlElement): string | undefined {
  const written = attribute(element, 'title') ?? attribute(element, 'data-title') ?? ''
  const title = collapse(written)
  return title.length > TITLE_LENGTH_MAX || NAMELESS.test(title) ? undefined : title
}
