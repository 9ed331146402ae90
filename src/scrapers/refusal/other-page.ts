/** Knows pages that are something else than an article by what they say of themselves. */

import { foldText } from '../../articles/fold.ts'
import { type HtmlElement, isElement, walk } from '../../articles/html/html-tree.ts'
import { isHeading, type Page, type PageBlock } from '../page/page-block.ts'
import { proseWeight } from '../page/prose.ts'
import { CLOSED, GONE, INTERJECTIONS, PARKED, SERVER } from './error-page-words.ts'
import { AGE, CONSENT, GUARD, REDIRECT, SEARCH, SIGN_IN } from './gate-page-words.ts'
import type { OtherPageWords } from './page-words.ts'
import { type Phrase, phrase, phrasesWithin, saysWhole } from './phrase.ts'

/** In UTF-16 code units of the page's own prose: such pages say little; templates may say more. */
const PROSE_LENGTH_MAX = 600
const TEMPLATE_PROSE_LENGTH_MAX = 1_500

/** Blocks in which a page says what it is, and how long such are, in UTF-16 code units. */
const BLOCKS_MAX = 8
const BLOCK_LENGTH_MAX = 600
const HEADINGS_MAX = 3

/** Share of the page's prose that must speak so where its title says nothing. */
const SPEAKING_SHARE_MIN = 0.6

/** Words besides a title in `<title>` that may name the site. */
const SITE_NAME_WORDS_MAX = 5

/** Separators between a title and the site's name; after a colon the title goes on. */
const SEPARATOR = /\s+[-–—|·•»«›~/]{1,2}\s+|\s*[|»›]\s*/
const PART_SEPARATOR = /\s+[-–—|·•»«›~/]{1,2}\s+|\s*[|»›:]\s*/

type Kind = {
  readonly says: string
  readonly titles: readonly Phrase[]
  /** The titles, and what may as well be part of another page's. */
  readonly hints: readonly Phrase[]
  readonly texts: readonly Phrase[]
  readonly labels: readonly Phrase[]
  /** An element, or what it does, that only such pages and a few forms on others have. */
  readonly sign?: (element: HtmlElement) => boolean
}

const KINDS: readonly Kind[] = [
  kind(GONE),
  kind(SERVER),
  kind(GUARD, ({ attribs }) =>
    /(?:^|\s)(?:g-recaptcha|h-captcha|cf-turnstile)(?:\s|$)/.test(attribs['class'] ?? ''),
  ),
  kind(CLOSED),
  kind(CONSENT),
  kind(PARKED),
  kind(AGE),
  kind(REDIRECT, isRefresh),
  kind(SIGN_IN, ({ name, attribs }) => name === 'input' && attribs['type'] === 'password'),
  kind(SEARCH),
]

const OPENINGS = INTERJECTIONS.map(foldText)

export type PageText = {
  readonly title: string | undefined
  /** What `<title>` says. */
  readonly headTitle: string | null
  /** The page calls itself an article: then its title alone proves nothing. */
  readonly isDeclared: boolean
  /** Blocks that stand in no part with a name, and on no card. */
  readonly blocks: readonly PageBlock[]
  /** In UTF-16 code units, of these blocks. */
  readonly prose: number
}

type OtherPage = {
  /** One sentence. */
  readonly message: string
  /** It says that there is nothing at its address. */
  readonly isGone: boolean
}

/** What the page is instead of an article; undefined where it does not say. */
export function findOtherPage(page: Page, text: PageText): OtherPage | undefined {
  if (text.prose >= TEMPLATE_PROSE_LENGTH_MAX) return undefined
  const titles = wholeTitles(text)
  const lines = [...titles, ...titleParts(text)]
  const label = foldText(/^([^:]{0,99}):/.exec(text.title ?? '')?.[1] ?? '')
  const said = earlyTexts(text, titles)
  const isLong = text.prose >= PROSE_LENGTH_MAX
  const found = KINDS.find((one) => {
    const texts = textSigns(one, said, text.prose)
    if (isLong && texts.count <= 1) return false
    const isTitled = says(titles, one.titles) || says([label], one.labels)
    const isSpoken = texts.count > 1 && texts.share >= SPEAKING_SHARE_MIN
    const isHinted = says(lines, one.hints)
    if (isLong) return isTitled || (isHinted && isSpoken)
    if (!text.isDeclared && (isTitled || isSpoken)) return true
    return isShown(page, one, { isTitled, isHinted, count: texts.count })
  })
  if (found === undefined) return undefined
  const title = text.title ?? text.headTitle
  const message = `The page ${found.says}${title === null ? '' : `: "${title}"`}.`
  return { message, isGone: found.says === GONE.says }
}

/** What the title of a short page says is borne out by its text, or by an element. */
function isShown(
  page: Page,
  one: Kind,
  { isTitled, isHinted, count }: { isTitled: boolean; isHinted: boolean; count: number },
): boolean {
  if (count > 0) return isTitled || isHinted
  return isHinted && shows(page, one)
}

function says(lines: readonly string[], phrases: readonly Phrase[]): boolean {
  return lines.some((line) => phrases.some((words) => saysWhole(line, words)))
}

function kind(words: OtherPageWords, sign?: Kind['sign']): Kind {
  const interjections = words === GONE ? INTERJECTIONS : []
  return {
    says: words.says,
    titles: words.titles.map(phrase),
    hints: [...words.titles, ...words.hints, ...interjections].map(phrase),
    texts: words.texts.map(phrase),
    labels: (words.labels ?? []).map(phrase),
    ...(sign === undefined ? {} : { sign }),
  }
}

/** Folded titles, each as it is and without the interjection before it. */
function wholeTitles({ title, headTitle }: PageText): string[] {
  const parts = (headTitle ?? '').slice(0, BLOCK_LENGTH_MAX).split(SEPARATOR)
  const named = parts.filter((_part, index) => {
    const others = parts.filter((_other, at) => at !== index).join(' ')
    return others === '' || others.split(/\s+/).length <= SITE_NAME_WORDS_MAX
  })
  return [title ?? '', headTitle ?? '', ...named].flatMap(plainAndBare)
}

function titleParts({ title, headTitle, blocks }: PageText): string[] {
  const headings = blocks.filter(isHeading).slice(0, HEADINGS_MAX)
  const lines = [title ?? '', headTitle ?? '', ...headings.map(({ text }) => text)]
  return lines
    .map((line) => line.slice(0, BLOCK_LENGTH_MAX))
    .flatMap((line) => [line, ...line.split(PART_SEPARATOR)])
    .flatMap(plainAndBare)
}

function plainAndBare(title: string): string[] {
  const folded = foldText(title.slice(0, BLOCK_LENGTH_MAX))
  const opening = OPENINGS.find((words) => folded.startsWith(`${words} `))
  const all = opening === undefined ? [folded] : [folded, folded.slice(opening.length + 1)]
  return all.filter((line) => line !== '')
}

type Said = { readonly weight: number; readonly folded: string }

/** What the page says first, but for its title. */
function earlyTexts({ blocks }: PageText, titles: readonly string[]): Said[] {
  return blocks
    .slice(0, BLOCKS_MAX)
    .map((block) => ({
      weight: proseWeight(block),
      folded: foldText(block.text.slice(0, BLOCK_LENGTH_MAX)),
    }))
    .filter(({ folded }) => !titles.includes(folded))
}

/** How many of the phrases are said, and what share of the page's prose says one. */
function textSigns(
  { texts }: Kind,
  said: readonly Said[],
  prose: number,
): { count: number; share: number } {
  const phrases = new Set<Phrase>()
  let speaking = 0
  for (const { weight, folded } of said) {
    const found = phrasesWithin(folded, texts)
    for (const words of found) phrases.add(words)
    if (found.length > 0) speaking += weight
  }
  return { count: phrases.size, share: speaking / Math.max(1, prose) }
}

function shows(page: Page, { sign }: Kind): boolean {
  if (sign === undefined) return false
  let found = false
  walk(page.root.node, {
    enter(node) {
      if (isElement(node) && sign(node)) found = true
      return !found
    },
  })
  return found
}

/** Leads on by itself, and not only to the same page again. */
function isRefresh({ name, attribs }: HtmlElement): boolean {
  return (
    name === 'meta' &&
    attribs['http-equiv']?.toLowerCase() === 'refresh' &&
    attribs['content']?.toLowerCase().includes('url') === true
  )
}
