/** Checks the variables that commands read from their environment, before any work is done with them. */

import { isTimezone } from '../src/articles/dates/timezone.ts'

/** One sentence on the first variable that cannot be meant; undefined where all are well. */
export function environmentFault(env: NodeJS.ProcessEnv): string | undefined {
  const { SITE_TIMEZONE: timezone, SITE_URL: siteUrl } = env
  if (timezone !== undefined && !isTimezone(timezone)) {
    return `SITE_TIMEZONE: "${timezone}" is no IANA time zone, such as Asia/Ho_Chi_Minh.`
  }
  const url = siteUrl === undefined ? undefined : URL.parse(siteUrl)
  if (url === null || (url !== undefined && !/^https?:$/.test(url.protocol))) {
    return `SITE_URL: "${siteUrl}" is no http(s) URL.`
  }
  return undefined
}
