/** Who a visitor is to the counter: a keyed hash that nobody can turn back, under a salt of the day. */

const encoder = new TextEncoder()

/** `2026-11-23` of an instant in Unix milliseconds, in UTC: the name of the salt in force. */
export function saltDay(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10)
}

/**
 * HMAC-SHA256 of article, address and agent under a salt that only the counter has; base64 without
 * padding. Neither the address nor the agent can be had back from it.
 */
export async function visitorKey(
  salt: Uint8Array<ArrayBuffer>,
  visit: { articleId: string; address: string; agent: string },
): Promise<string> {
  const key = await crypto.subtle.importKey('raw', salt, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ])
  const words = JSON.stringify([visit.articleId, visit.address, visit.agent])
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(words)))
  return btoa(String.fromCharCode(...mac)).replace(/=+$/, '')
}

/** Which of `shards` counter objects keeps an article: FNV-1a of its id. */
export function shardOf(articleId: string, shards: number): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < articleId.length; index += 1) {
    hash = Math.imul(hash ^ articleId.charCodeAt(index), 0x01000193)
  }
  return (hash >>> 0) % shards
}
