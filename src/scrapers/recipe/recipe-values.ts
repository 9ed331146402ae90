/** Reads the values of a recipe's fields off the elements that its selectors name. */

import type { Image } from '../../articles/article.ts'
import { findFormattedDate } from '../../articles/dates/date-format.ts'
import { type DateOptions, findDate, parseDate } from '../../articles/dates/dates.ts'
import { writtenIn } from '../../articles/dates/timezone.ts'
import { foldText } from '../../articles/fold.ts'
import { capturedBy } from '../../articles/glob.ts'
import {
  attribute,
  collapse,
  type HtmlElement,
  isElement,
  walk,
} from '../../articles/html/html-tree.ts'
import { imageSource } from '../../articles/html/image-source.ts'
import { parseViews } from '../../articles/view-figure.ts'
import { authorNames } from '../fields/author-names.ts'
import { spacedText } from '../page/spaced-text.ts'
import { machineText, shownText, textIn, written } from './element-text.ts'
import type { FieldMatch, FieldRule } from './recipe-matches.ts'

/** Elements that are read for one field. */
const ELEMENTS_MAX = 50

/** In UTF-16 code units, what a name may have. */
const NAME_LENGTH_MAX = 100
const NAMES_MAX = 6

/** In UTF-16 code units, what a topic may have. */
const TOPIC_LENGTH_MAX = 60
const TOPICS_MAX = 20

const UTC_OFFSET = '+00:00'

/** The first text of 1 to `lengthMax` UTF-16 code units, with the element that has it. */
export function readText(
  match: FieldMatch,
  lengthMax: number,
): { readonly text: string; readonly element: HtmlElement } | undefined {
  for (const element of match.elements.slice(0, ELEMENTS_MAX)) {
    const text = textIn(element, match.rule.attribute)
    if (text !== '' && text.length <= lengthMax) return { text, element }
  }
  return undefined
}

/** Every name once, comma between them, without labels and dates; an office is a name here, too. */
export function readNames(match: FieldMatch, dates: DateOptions): string | undefined {
  const names = textsOf(match).flatMap((text) => {
    const found = authorNames(text, dates)
    return found.length === 0 && text.length <= NAME_LENGTH_MAX ? [text] : found
  })
  return distinct(names).slice(0, NAMES_MAX).join(', ') || undefined
}

/** Every topic once; those that are not like the rule's pattern are none. */
export function readTopics(match: FieldMatch): string[] | undefined {
  const { pattern } = match.rule
  const topics = textsOf(match).flatMap((text) => {
    const captured = pattern === undefined ? text.replace(/^#/, '') : capturedBy(text, pattern)
    const topic = collapse(captured ?? '')
    return topic === '' || topic.length > TOPIC_LENGTH_MAX ? [] : [topic]
  })
  return topics.length === 0 ? undefined : distinct(topics).slice(0, TOPICS_MAX)
}

/** The first figure of views, with its word or without. */
export function readViews(match: FieldMatch): number | undefined {
  for (const text of textsOf(match)) {
    // The figure may stand alone, its word being a picture or in another element.
    const views = parseViews(text) ?? parseViews(`${text} views`)
    if (views !== null) return views
  }
  return undefined
}

/** In the rule's format and zone where it has them, else as any date; see parseDate. */
export function readInstant({ elements, rule }: FieldMatch, options: DateOptions) {
  const dates = { ...options, timezone: rule.timezone ?? options.timezone }
  for (const element of elements.slice(0, ELEMENTS_MAX)) {
    const date = machineDate(element, rule, dates) ?? shownDate(element, rule, dates)
    if (date !== null) return date
  }
  return undefined
}

/** The picture itself, the first inside the element, or the address that the element gives. */
export function readImage({ elements, rule }: FieldMatch, baseUrl: string): Image | undefined {
  for (const element of elements.slice(0, ELEMENTS_MAX)) {
    const image =
      rule.attribute === undefined
        ? (pictureIn(element, baseUrl) ?? addressed(addressOf(element), baseUrl))
        : addressed(written(element, rule.attribute), baseUrl)
    if (image !== undefined) return image
  }
  return undefined
}

function textsOf({ elements, rule }: FieldMatch): string[] {
  const texts = elements.slice(0, ELEMENTS_MAX).map((element) => textIn(element, rule.attribute))
  return texts.filter((text) => text !== '')
}

/** What machines read is often in UTC, whatever the clocks of the partner show its readers. */
function machineDate(element: HtmlElement, rule: FieldRule, dates: DateOptions): string | null {
  const told = machineText(element, rule.attribute, rule.format)
  if (told === undefined) return null
  if (rule.format !== undefined) return findFormattedDate(told, rule.format, dates)
  const date = parseDate(told, dates)
  return date?.endsWith(UTC_OFFSET) ? writtenIn(dates.timezone, date) : date
}

function shownDate(
  element: HtmlElement,
  { attribute: name, format }: FieldRule,
  dates: DateOptions,
): string | null {
  if (name !== undefined) return null
  const text = shownText(element, spacedText)
  if (format !== undefined) return findFormattedDate(text, format, dates)
  return findDate(text, dates)?.iso ?? null
}

function pictureIn(element: HtmlElement, baseUrl: string): Image | undefined {
  let found: Image | undefined
  walk(element, {
    enter(node) {
      if (isElement(node) && node.name === 'img') found ??= imageSource(node, baseUrl)
      return found === undefined
    },
  })
  return found
}

function addressOf(element: HtmlElement): string | undefined {
  return attribute(element, 'content') ?? attribute(element, 'href')
}

function addressed(address: string | undefined, baseUrl: string): Image | undefined {
  const url = address === undefined ? null : URL.parse(address, baseUrl)
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return undefined
  return { url: url.href, alt: null, width: null, height: null }
}

function distinct(texts: readonly string[]): string[] {
  const byFold = new Map<string, string>()
  for (const text of texts) {
    const key = foldText(text)
    if (!byFold.has(key)) byFold.set(key, text)
  }
  return [...byFold.values()]
}
