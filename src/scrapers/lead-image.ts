/** Chooses the picture that stands for an article: the one meant for sharing, else the body's first. */

import type { Image } from '../articles/article.ts'
import { isElement } from '../articles/html-tree.ts'
import { imageSource } from '../articles/image-source.ts'
import { type Found, firstOrNull } from './found.ts'
import type { Page } from './page-block.ts'
import { firstMeta, type PageHead } from './page-head.ts'
import type { Verdict } from './verdicts.ts'

/** Pictures of one alternative text that make a strip. */
const STRIP_PICTURES_MIN = 6

const SHARED_META = ['og:image', 'og:image:url', 'og:image:secure_url', 'twitter:image']

type Options = { readonly verdicts: readonly Verdict[]; readonly baseUrl: string }

/** The picture with its absolute address, or null where the page has none. */
export function leadImage(page: Page, head: PageHead, options: Options): Found<Image | null> {
  const shared = SHARED_META.map((name) => ({
    value: sharedImage(firstMeta(head, name), head, options.baseUrl),
    origin: `meta ${name}`,
  }))
  const linked = sharedImage(head.linkedData.image ?? undefined, head, options.baseUrl)
  return firstOrNull([
    ...shared,
    { value: linked, origin: 'json-ld' },
    { value: firstImage(page, options), origin: 'image of the body' },
  ])
}

function sharedImage(address: string | undefined, head: PageHead, baseUrl: string): Image | null {
  const url = address === undefined ? null : URL.parse(address, baseUrl)
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return null
  return {
    url: url.href,
    alt: firstMeta(head, 'og:image:alt', 'twitter:image:alt') ?? null,
    width: sidePx(firstMeta(head, 'og:image:width')),
    height: sidePx(firstMeta(head, 'og:image:height')),
  }
}

function sidePx(value: string | undefined): number | null {
  const side = Number(value ?? Number.NaN)
  return Number.isInteger(side) && side > 0 ? side : null
}

function firstImage(page: Page, { verdicts, baseUrl }: Options): Image | null {
  const strip = repeatedAlt(page)
  for (const [index, block] of page.blocks.entries()) {
    const [node] = block.nodes
    if (block.kind !== 'image' || verdicts[index] !== 'kept' || block.text === strip) continue
    const image = node !== undefined && isElement(node) ? imageSource(node, baseUrl) : undefined
    if (image !== undefined) return image
  }
  return null
}

/** The words under which most pictures of a strip of logos stand, if there is one. */
function repeatedAlt(page: Page): string | undefined {
  const counts = new Map<string, number>()
  for (const { kind, text } of page.blocks) {
    if (kind === 'image' && text !== '') counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one)
  return most !== undefined && most[1] >= STRIP_PICTURES_MIN ? most[0] : undefined
}
