/** An image of a partner's, sized before it arrives so that the text does not jump. */

import type { Image } from '../articles/article.ts'
import { webAddress } from './web-address.ts'

type PictureOptions = {
  image: Image | null
  /** `first` is on the first screen and is asked for at once; `later` waits until it is near. */
  arrives: 'first' | 'later'
  /** Beside its own title a picture says nothing new: its `alt` is then left empty. */
  decorative?: boolean
}

/** Draws nothing where there is no image, or none with a web address. */
export function Picture({ image, arrives, decorative = false }: PictureOptions) {
  const src = image === null ? undefined : webAddress(image.url)
  if (image === null || src === undefined) return null
  const sized = image.width !== null && image.height !== null
  const size = sized ? { width: Number(image.width), height: Number(image.height) } : {}
  const timing =
    arrives === 'first' ? { fetchpriority: 'high' as const } : { loading: 'lazy' as const }
  const alt = decorative ? '' : (image.alt ?? '')
  return <img src={src} alt={alt} class={sized ? undefined : 'unsized'} {...size} {...timing} />
}
