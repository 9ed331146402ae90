/** The instance's configuration: variables and secrets, parsed once; a bad one is named in one line. */

import * as z from 'zod/mini'
import { isTimezone } from './articles/dates/timezone.ts'

const ADMIN_TOKEN_LENGTH_MIN = 16
const VIEW_WINDOW_MINUTES_MAX = 24 * 60

const timezoneSchema = z.string().check(z.refine(isTimezone, 'is no IANA time zone'))

const hostPortsSchema = z.pipe(
  z.string(),
  z.transform(
    (list): ReadonlySet<string> =>
      new Set(
        list
          .split(',')
          .map((entry) => entry.trim().toLowerCase())
          .filter((entry) => entry !== ''),
      ),
  ),
)

const HOST_PORT = /^(\[[0-9a-f:.]+\]|[^:/?#@\s]+):\d{1,5}$/

const configSchema = z.object({
  ADMIN_TOKEN: z.string().check(z.minLength(ADMIN_TOKEN_LENGTH_MIN)),
  SITE_URL: z.pipe(
    z.url({ protocol: /^https?$/ }),
    z.transform((url) => new URL(url).origin),
  ),
  SITE_NAME: z.string().check(z.minLength(1)),
  SITE_LANGUAGE: z.enum(['vi', 'en']),
  SITE_TIMEZONE: timezoneSchema,
  ALLOW_PRIVATE_HOSTS: hostPortsSchema.check(
    z.refine(
      (hosts) => [...hosts].every((host) => HOST_PORT.test(host)),
      'must be a comma-separated list of host:port',
    ),
  ),
  VIEW_WINDOW_MINUTES: z.coerce
    .number()
    .check(z.int(), z.minimum(1), z.maximum(VIEW_WINDOW_MINUTES_MAX)),
})

export type Config = {
  adminToken: string
  /** The public origin, without a trailing slash. */
  siteUrl: string
  siteName: string
  siteLanguage: 'vi' | 'en'
  /** IANA name. */
  siteTimezone: string
  /** `host:port` pairs that may be reached although they are loopback or private. */
  allowPrivateHosts: ReadonlySet<string>
  viewWindowMinutes: number
}

/** Parsing takes longer than most answers, and an isolate's variables never change. */
const parsed = new WeakMap<object, Config>()

/** `parseConfig` for a Worker's bindings: the same object is parsed once. */
export function configOf(variables: object): Config {
  const known = parsed.get(variables)
  if (known !== undefined) return known
  const config = parseConfig(variables)
  parsed.set(variables, config)
  return config
}

/** @throws {ConfigError} with one line that names the first missing or malformed value. */
export function parseConfig(variables: object): Config {
  const result = z.safeParse(configSchema, variables)
  if (!result.success) throw new ConfigError(complaint(result.error.issues[0], variables))
  const values = result.data
  return {
    adminToken: values.ADMIN_TOKEN,
    siteUrl: values.SITE_URL,
    siteName: values.SITE_NAME,
    siteLanguage: values.SITE_LANGUAGE,
    siteTimezone: values.SITE_TIMEZONE,
    allowPrivateHosts: values.ALLOW_PRIVATE_HOSTS,
    viewWindowMinutes: values.VIEW_WINDOW_MINUTES,
  }
}

export class ConfigError extends Error {
  override name = 'ConfigError'
}

function complaint(issue: z.core.$ZodIssue | undefined, variables: object): string {
  const name = String(issue?.path[0] ?? 'configuration')
  const value: unknown = Reflect.get(variables, name)
  if (value === undefined) return `${name} is missing: set it in .dev.vars or wrangler.toml.`
  return `${name} is malformed: ${issue?.message ?? 'not understood'}.`
}
