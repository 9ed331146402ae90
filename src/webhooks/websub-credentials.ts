/** What makes a callback ours and a hub's message true: random, and new for every subscription. */

import { hexadecimal } from '../articles/digest.ts'

const ID_BYTES = 8
/** 160 bits, in an address that only the hub is told. */
const TOKEN_BYTES = 20
/** 256 bits; 64 digits are well below the 200 bytes that W3C WebSub section 5.1 allows. */
const SECRET_BYTES = 32

export type Credentials = { id: string; token: string; secret: string }

export function newCredentials(randomBytes: (length: number) => Uint8Array): Credentials {
  const text = (length: number) => hexadecimal(randomBytes(length))
  return { id: `push_${text(ID_BYTES)}`, token: text(TOKEN_BYTES), secret: text(SECRET_BYTES) }
}

/** What `token` of credentials looks like. */
export const TOKEN_PATTERN = /^[0-9a-f]{40}$/
