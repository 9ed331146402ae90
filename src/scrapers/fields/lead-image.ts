/** Chooses the picture that stands for an article: the one meant for sharing, else the body's first. */

import type { Image } from '../../articles/article.ts'
import { isElement } from '../../articles/html/html-tree.ts'
import { imageSource } from '../../articles/html/image-source.ts'
import type { Verdict } from '../body/verdicts.ts'
import type { Page } from '../page/page-block.ts'
import { type Found, firstOrNull } from './found.ts'
import { firstMeta, type PageHead } from './page-head.ts'

/** Pictures of one alternative text that make a strip. */
const STRIP_PICTURES_MIN = 6

const SHARED_META = ['og:image', 'og:image:url', 'og:image:secure_url', 'twitter:image']

/** Words of such files' names. */
const STAND_INS: ReadonlySet<string> = new Set([
  ...['avatar', 'blank', 'default', 'favicon', 'logo', 'noimage', 'placeholder', 'spacer'],
])

/** In CSS pixels, where the page says so: a smaller picture is an author's, or an ornament. */
const SIDE_PX_MIN = 80

type Options = { readonly verdicts: readonly Verdict[]; readonly baseUrl: string }

/**
 * The picture with its absolute address, or null where the page has none. By trust: OpenGraph,
 * JSON-LD, microdata, the body's first that is no thumbnail. Logos and drawings that templates put
 * where an article has no picture are none.
 */
export function leadImage(page: Page, head: PageHead, options: Options): Found<Image | null> {
  return firstOrNull(candidates(page, head, options))
}

function* candidates(page: Page, head: PageHead, options: Options): Generator<Found<Image | null>> {
  const told = (address: string | null | undefined) =>
    sharedImage(address ?? undefined, head, options.baseUrl)
  for (const name of SHARED_META) {
    for (const address of head.meta.get(name) ?? [])
      yield { value: told(address), origin: `meta ${name}` }
  }
  yield { value: told(head.linkedData.image), origin: 'json-ld' }
  yield { value: told(head.microdata?.image), origin: 'microdata' }
  yield { value: firstImage(page, options), origin: 'image of the body' }
}

function sharedImage(address: string | undefined, head: PageHead, baseUrl: string): Image | null {
  const url = address === undefined ? null : URL.parse(address, baseUrl)
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return null
  if (isStandIn(url)) return null
  // Alternative text and size speak of the first picture.
  const isFirst = address === firstMeta(head, ...SHARED_META)
  return {
    url: url.href,
    alt: (isFirst ? firstMeta(head, 'og:image:alt', 'twitter:image:alt') : undefined) ?? null,
    width: isFirst ? sidePx(firstMeta(head, 'og:image:width')) : null,
    height: isFirst ? sidePx(firstMeta(head, 'og:image:height')) : null,
  }
}

/** A drawing, or a file that is named for what stands in for a picture. */
function isStandIn({ pathname }: URL): boolean {
  const file = pathname.slice(pathname.lastIndexOf('/') + 1).toLowerCase()
  return file.endsWith('.svg') || file.split(/[^a-z0-9]+/).some((word) => STAND_INS.has(word))
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
    if (image !== undefined && (image.width ?? SIDE_PX_MIN) >= SIDE_PX_MIN) return image
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
