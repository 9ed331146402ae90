/** Errors of the API as RFC 9457 problem documents. */

import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { AppContext } from './app-types.ts'

const TITLES: Partial<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  410: 'Gone',
  413: 'Content Too Large',
  422: 'Unprocessable Content',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

/** A problem document; `detail` is one sentence for whoever sent the request. */
export function problem(
  c: AppContext,
  status: ContentfulStatusCode,
  detail: string,
  members: Record<string, unknown> = {},
): Response {
  const body = { type: 'about:blank', title: TITLES[status] ?? 'Error', status, detail, ...members }
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' })
}
