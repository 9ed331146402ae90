/** What a demo blog remembers of the requests it answered, for tests that ask how polite a crawler was. */

import type { IncomingMessage } from 'node:http'

/** Older ones are forgotten. */
const REQUESTS_MAX = 5_000

export interface LoggedRequest {
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly status: number
  readonly userAgent: string | null
  /** True if the client said which version it already has. */
  readonly conditional: boolean
}

export interface RequestLog {
  add(request: IncomingMessage, status: number): void
  /** Oldest first. */
  all(): readonly LoggedRequest[]
}

export function requestLog(): RequestLog {
  const requests: LoggedRequest[] = []
  return {
    add({ method = '', url = '', headers }, status) {
      const conditional =
        headers['if-none-match'] !== undefined || headers['if-modified-since'] !== undefined
      const userAgent = headers['user-agent'] ?? null
      requests.push({ method, path: url, status, userAgent, conditional })
      if (requests.length > REQUESTS_MAX) requests.shift()
    },
    all: () => [...requests],
  }
}
