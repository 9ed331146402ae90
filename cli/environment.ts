/** The variables that commands read from their environment: what they mean, and what is wrong with them. */

import { isTimezone } from '../src/articles/dates/timezone.ts'

const DEFAULT_SITE_URL = 'http://127.0.0.1:8787'
const DEFAULT_TIMEZONE = 'Asia/Ho_Chi_Minh'

/** The public origin of the site that the command works for, as in wrangler.toml. */
export function siteUrlIn(env: NodeJS.ProcessEnv): string {
  return env['SITE_URL'] ?? DEFAULT_SITE_URL
}

/** The zone of dates that name none, IANA. */
export function timezoneIn(env: NodeJS.ProcessEnv): string {
  return env['SITE_TIMEZONE'] ?? DEFAULT_TIMEZONE
}

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
