/** Pictures for the demo blogs, drawn from a name, so that no image file is kept. */

import { createHash } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'

const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')
const PALETTE_SIZE = 256

type Colour = readonly [red: number, green: number, blue: number]

/** From the dark end of a picture to its light one. */
const COLOURS: readonly (readonly [Colour, Colour])[] = [
  [
    [122, 28, 50],
    [255, 196, 140],
  ],
  [
    [18, 66, 94],
    [150, 222, 209],
  ],
  [
    [58, 36, 110],
    [246, 180, 214],
  ],
  [
    [20, 84, 60],
    [238, 224, 130],
  ],
  [
    [140, 62, 12],
    [255, 228, 186],
  ],
]

export interface PictureSize {
  /** In pixels. */
  readonly width: number
  readonly height: number
}

/** A PNG of this size; the same name always gives the same bytes. */
export function picture(name: string, { width, height }: PictureSize): Buffer {
  const seed = createHash('sha256').update(name).digest()
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3], 8) // eight bits a pixel, each an index into the palette
  return Buffer.concat([
    PNG_SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', palette(seed)),
    chunk('IDAT', deflateSync(pixels(seed, { width, height }))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A slope of colour with two discs on it, each row preceded by its filter byte (none). */
function pixels(seed: Buffer, { width, height }: PictureSize): Buffer {
  const rows = Buffer.alloc((width + 1) * height)
  const discs = [0, 2].map((at) => ({
    x: (seed.readUInt8(at) / 255) * width,
    y: (seed.readUInt8(at + 1) / 255) * height,
    radius: height * (0.25 + at / 8),
  }))
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const slope = (x / width + y / height) / 2
      const lift = discs.filter((disc) => Math.hypot(x - disc.x, y - disc.y) < disc.radius).length
      rows[y * (width + 1) + 1 + x] = Math.round(slope * 160) + lift * 45
    }
  }
  return rows
}

function palette(seed: Buffer): Buffer {
  const [dark, light] = COLOURS[seed.readUInt8(4) % COLOURS.length] ?? [
    [0, 0, 0],
    [255, 255, 255],
  ]
  const bytes = Buffer.alloc(PALETTE_SIZE * 3)
  for (let index = 0; index < PALETTE_SIZE; index += 1) {
    for (const band of [0, 1, 2] as const) {
      const share = index / (PALETTE_SIZE - 1)
      bytes[index * 3 + band] = Math.round(dark[band] + (light[band] - dark[band]) * share)
    }
  }
  return bytes
}

/** PNG, section 5.3: length, type, data, and a checksum of the last two. */
function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(typed))
  return Buffer.concat([length, typed, checksum])
}
