/** `.dev.vars`: the secrets of this machine, made up where they are missing. */

import { randomBytes } from 'node:crypto'
import { appendFile, readFile } from 'node:fs/promises'
import { parseEnv } from 'node:util'

const SECRETS = ['ADMIN_TOKEN']
const SECRET_BYTES = 24

/** Adds each secret that the file lacks, at random; what stands there stays. Returns the added names. */
export async function addMissingSecrets(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const present = parseEnv(text)
  const missing = SECRETS.filter((name) => !present[name])
  if (missing.length === 0) return []
  const separator = text === '' || text.endsWith('\n') ? '' : '\n'
  const lines = missing.map(
    (name) => `${name}="${randomBytes(SECRET_BYTES).toString('base64url')}"\n`,
  )
  await appendFile(path, separator + lines.join(''), { mode: 0o600 })
  return missing
}
