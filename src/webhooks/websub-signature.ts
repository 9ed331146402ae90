/** Checks what hubs sign: `X-Hub-Signature`, W3C WebSub section 8. */

/** Section 8.1, in lower case, as the Web Crypto API calls them. */
const HASHES: ReadonlyMap<string, string> = new Map([
  ['sha1', 'SHA-1'],
  ['sha256', 'SHA-256'],
  ['sha384', 'SHA-384'],
  ['sha512', 'SHA-512'],
])

/** Longer than `sha512=` and its 128 digits. */
const HEADER_LENGTH_MAX = 200

/**
 * Whether `header` is the signature of exactly these bytes by whoever knows `secret`. A missing or
 * malformed one is none. The comparison takes as long whatever it finds.
 */
export async function isSignedBy(
  secret: string,
  header: string | null,
  body: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  if (header === null || header.length > HEADER_LENGTH_MAX) return false
  const equals = header.indexOf('=')
  const hash = HASHES.get(header.slice(0, Math.max(equals, 0)).trim().toLowerCase())
  const signature = bytesOf(header.slice(equals + 1).trim())
  if (hash === undefined || signature === undefined) return false
  const key = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(secret),
    { name: 'HMAC', hash },
    false,
    ['verify'],
  )
  return await crypto.subtle.verify('HMAC', key, signature, body)
}

function bytesOf(hexadecimal: string): Uint8Array<ArrayBuffer> | undefined {
  if (hexadecimal.length % 2 !== 0 || !/^[0-9a-f]+$/i.test(hexadecimal)) return undefined
  const pairs = hexadecimal.match(/../g) ?? []
  return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16))
}
