/** What a recipe is: a partner's selectors and rules, as data, laid over what the generic extractor finds. */

import * as z from 'zod/mini'
import { removalReasonSchema } from './article.ts'
import { dateFormatMistake } from './dates/date-format.ts'
import { isTimezone } from './dates/timezone.ts'
import { parseSelector } from './selector.ts'

/** In UTF-16 code units, of a selector, a pattern, a name. */
const TEXT_LENGTH_MAX = 200

const FORMAT_LENGTH_MAX = 60

const REMOVALS_MAX = 20

const NO_OBJECT = 'must be an object'

const text = (max: number) =>
  z
    .string('must be a text')
    .check(z.minLength(1, 'is empty'), z.maxLength(max, `is longer than ${max} characters`))

/** A refinement whose message says what `mistakeOf` found. */
const without = (mistakeOf: (value: string) => string | undefined) =>
  z.refine<string>((value) => mistakeOf(value) === undefined, {
    error: ({ input }) => mistakeOf(String(input)) ?? 'is not understood',
  })

const selectorText = text(TEXT_LENGTH_MAX).check(
  without((value) => {
    if (value === '' || value.length > TEXT_LENGTH_MAX) return undefined
    const parsed = parseSelector(value)
    return parsed.ok ? undefined : parsed.message
  }),
)

const shape = {
  selector: selectorText,
  /** Read in place of the element's text. */
  attribute: z.optional(
    text(TEXT_LENGTH_MAX).check(z.regex(/^[^\s"'<>/=]+$/, 'is no name of an attribute')),
  ),
}

const zone = text(TEXT_LENGTH_MAX).check(z.refine(isTimezone, 'is no IANA time zone'))

const plainChoice = z.union([selectorText, z.strictObject(shape, NO_OBJECT)])

const bodyChoice = z.union([selectorText, z.strictObject({ selector: selectorText }, NO_OBJECT)])

const dateChoice = z.union([
  selectorText,
  z.strictObject(
    {
      ...shape,
      /** See date-format.ts. Without one, the date is found as on any page. */
      format: z.optional(text(FORMAT_LENGTH_MAX).check(without(dateFormatMistake))),
      /** IANA name; of a date that names none. It wins over the partner's and the site's. */
      timezone: z.optional(zone),
    },
    NO_OBJECT,
  ),
])

const topicsChoice = z.union([
  selectorText,
  z.strictObject(
    {
      ...shape,
      /** What the whole text must be like; the topic stands in place of the `*`. */
      pattern: z.optional(
        text(TEXT_LENGTH_MAX).check(
          z.refine((value) => value.split('*').length === 2, 'must have exactly one *'),
        ),
      ),
    },
    NO_OBJECT,
  ),
])

const removal = z.union([
  selectorText,
  z.strictObject({ selector: selectorText, reason: z.optional(removalReasonSchema) }, NO_OBJECT),
])

/** Every key is known, every limit told; what breaks one is refused with its path. */
export const recipeSchema = z.strictObject(
  {
    /** A page that is not like this is no article. */
    when: z.optional(
      z
        .strictObject(
          {
            /** Of the whole address, `*` for any run of characters. */
            url: z.optional(text(TEXT_LENGTH_MAX)),
            selector: z.optional(selectorText),
          },
          NO_OBJECT,
        )
        .check(
          z.refine(
            ({ url, selector }) => url !== undefined || selector !== undefined,
            'needs a url or a selector',
          ),
        ),
    ),
    /** Where each field stands. What matches nothing is found as on any page. */
    select: z.optional(
      z.strictObject(
        {
          title: z.optional(plainChoice),
          /** Where several match, all of them are the body. */
          body: z.optional(bodyChoice),
          byline: z.optional(plainChoice),
          publishedAt: z.optional(dateChoice),
          modifiedAt: z.optional(dateChoice),
          lead: z.optional(plainChoice),
          image: z.optional(plainChoice),
          topics: z.optional(topicsChoice),
          partnerViews: z.optional(plainChoice),
        },
        NO_OBJECT,
      ),
    ),
    /** What is no part of the article, `boilerplate` where no other reason is given. */
    remove: z.optional(
      z
        .array(removal, 'must be a list')
        .check(z.maxLength(REMOVALS_MAX, `has more than ${REMOVALS_MAX} entries`)),
    ),
  },
  NO_OBJECT,
)
export type Recipe = z.infer<typeof recipeSchema>

/** Which selectors of a recipe gave something on a page, and which did not: the generic rules stood in. */
export type RecipeUse = {
  /** Such as `select.title: h1.name` or `remove.0: .ad`. */
  readonly used: readonly string[]
  readonly missed: readonly string[]
}
