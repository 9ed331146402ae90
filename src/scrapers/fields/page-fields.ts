/** Gathers what a page says of its article besides the body: each field, and where it was read. */

import type { ScrapedArticle } from '../../articles/article.ts'
import type { DateOptions } from '../../articles/dates/dates.ts'
import type { Field, Origins } from '../../articles/explanation.ts'
import type { Verdict } from '../body/verdicts.ts'
import type { Page, PageBlock, PageElement } from '../page/page-block.ts'
import type { PageHeaders } from '../raw-article.ts'
import { findByline } from './byline.ts'
import type { Found } from './found.ts'
import { leadImage } from './lead-image.ts'
import { lastBlocks, signingBlocks } from './nearby-blocks.ts'
import type { PageHead } from './page-head.ts'
import { findPublished } from './published.ts'
import { findLicence, findPaywall, findRobots } from './rights.ts'
import { findOriginalUrl, findSourceUrl } from './source-url.ts'
import type { Title } from './title.ts'
import { findTopics } from './topics.ts'

export type Fields = { readonly [Name in Field]: Found<ScrapedArticle[Name]> }

type Options = {
  readonly url: string
  readonly baseUrl: string
  readonly dates: DateOptions
  readonly language: Found<string>
  readonly title: Title
  readonly lead: string | null
  readonly verdicts: readonly Verdict[]
  /** The blocks near the title first, then those after the body, that are neither body nor card. */
  readonly nearby: readonly PageBlock[]
  /** The index of the title's block, or of the body's first. */
  readonly anchor: number
  readonly body: PageElement
  readonly headers: PageHeaders | undefined
}

/** Every field with its origin; one that the page does not give is null, none fails. */
export function findFields(page: Page, head: PageHead, options: Options): Fields {
  const { url, baseUrl, dates, language, title, lead, verdicts, nearby, headers } = options
  const place = { verdicts, anchor: options.anchor, body: options.body }
  return {
    sourceUrl: findSourceUrl(head, { url, baseUrl, headers }),
    originalUrl: findOriginalUrl(head, { url, baseUrl, headers }),
    title: { value: title.text, origin: title.origin },
    byline: findByline(head, {
      ...{ dates, url, near: () => signingBlocks(page, place) },
      last: () => (language.value === 'vi' ? lastBlocks(page, place) : []),
    }),
    language,
    lead: { value: lead, origin: lead === null ? null : 'line' },
    ...findPublished(head, {
      ...{ page, verdicts, dates, url, nearby },
      title: title.index === undefined ? undefined : page.blocks[title.index],
    }),
    topics: findTopics(page, head),
    image: leadImage(page, head, { verdicts, baseUrl }),
    licence: findLicence(head, baseUrl),
    paywalled: findPaywall(head),
    robots: findRobots(head, headers?.robotsTag ?? []),
  }
}

/** What stands in the article. */
export function fieldValues(fields: Fields): Pick<ScrapedArticle, Field> {
  return {
    sourceUrl: fields.sourceUrl.value,
    originalUrl: fields.originalUrl.value,
    title: fields.title.value,
    byline: fields.byline.value,
    language: fields.language.value,
    lead: fields.lead.value,
    publishedAt: fields.publishedAt.value,
    modifiedAt: fields.modifiedAt.value,
    partnerViews: fields.partnerViews.value,
    topics: fields.topics.value,
    image: fields.image.value,
    licence: fields.licence.value,
    paywalled: fields.paywalled.value,
    robots: fields.robots.value,
  }
}

/** What stands in its explanation. */
export function fieldOrigins(fields: Fields): Origins {
  return {
    sourceUrl: fields.sourceUrl.origin,
    originalUrl: fields.originalUrl.origin,
    title: fields.title.origin,
    byline: fields.byline.origin,
    language: fields.language.origin,
    lead: fields.lead.origin,
    publishedAt: fields.publishedAt.origin,
    modifiedAt: fields.modifiedAt.origin,
    partnerViews: fields.partnerViews.origin,
    topics: fields.topics.origin,
    image: fields.image.origin,
    licence: fields.licence.origin,
    paywalled: fields.paywalled.origin,
    robots: fields.robots.origin,
  }
}
