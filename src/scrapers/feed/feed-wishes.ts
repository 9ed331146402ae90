/** Reads when the readers of a feed are asked to come back. */

import type { HtmlElement } from '../../articles/html/html-tree.ts'
import { isElement } from '../../articles/html/html-tree.ts'
import type { Wishes } from '../../articles/wishes.ts'
import { type Parts, xmlText } from './feed-tree.ts'

const MINUTE_SECONDS = 60
const HOURS_IN_DAY = 24

/** A year: what asks for more has another unit in mind, or does not want to be read. */
const SECONDS_MAX = 31_536_000

/** RSS 1.0 module "Syndication". */
const PERIOD_SECONDS: ReadonlyMap<string, number> = new Map([
  ['hourly', 3_600],
  ['daily', 86_400],
  ['weekly', 604_800],
  ['monthly', 2_592_000],
  ['yearly', 31_536_000],
])

/** RSS 2.0 `skipDays`, in order. */
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

/** Of the channel's parts: `ttl` in minutes, `skipHours`, `skipDays`, and how often it is updated. */
export function readWishes(channel: Parts): Wishes {
  const seconds = Math.max(ttlSeconds(channel), periodSeconds(channel))
  return {
    everySeconds: seconds > 0 ? Math.min(Math.ceil(seconds), SECONDS_MAX) : null,
    skipHours: figures(channel, 'skiphours', hourOf),
    skipDays: figures(channel, 'skipdays', weekdayOf),
  }
}

function ttlSeconds(channel: Parts): number {
  return positive(firstText(channel, 'ttl')) * MINUTE_SECONDS
}

/** `updateFrequency` is how many times in a period; without a period nothing is asked. */
function periodSeconds(channel: Parts): number {
  const period = PERIOD_SECONDS.get(firstText(channel, 'sy:updateperiod').toLowerCase())
  const times = positive(firstText(channel, 'sy:updatefrequency')) || 1
  return period === undefined ? 0 : period / times
}

function figures(
  channel: Parts,
  name: string,
  read: (text: string) => number | undefined,
): number[] {
  const elements = (channel.get(name) ?? []).flatMap((list) => list.children.filter(isElement))
  const found = elements.map((element: HtmlElement) => read(xmlText(element).trim()))
  return [...new Set(found.filter((figure) => figure !== undefined))].sort((a, b) => a - b)
}

/** 0 to 23; RSS 0.91 counted from 1 to 24, and 24 is midnight. */
function hourOf(text: string): number | undefined {
  if (!/^\d{1,2}$/.test(text)) return undefined
  const hour = Number(text)
  return hour > HOURS_IN_DAY ? undefined : hour % HOURS_IN_DAY
}

function weekdayOf(text: string): number | undefined {
  const day = WEEKDAYS.indexOf(text.slice(0, 3).toLowerCase())
  return day < 0 ? undefined : day
}

function firstText(parts: Parts, name: string): string {
  const element = parts.get(name)?.[0]
  return element === undefined ? '' : xmlText(element).trim()
}

function positive(text: string): number {
  return /^\d{1,9}(?:\.\d{1,9})?$/.test(text) ? Number(text) : 0
}
