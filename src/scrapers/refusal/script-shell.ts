/** Knows pages that wait for their scripts: by what they ask of readers, and by what they leave empty. */

import { foldText } from '../../articles/fold.ts'
import {
  attribute,
  type HtmlElement,
  isElement,
  textOf,
  walk,
} from '../../articles/html/html-tree.ts'
import type { Page, PageBlock } from '../page/page-block.ts'
import { proseWeight } from '../page/prose.ts'
import { phrase, phrasesWithin } from './phrase.ts'

/** In UTF-16 code units: what is asked of readers, and what a place for an article holds meanwhile. */
const DEMAND_LENGTH_MAX = 1_000
const WAITING_LENGTH_MAX = 30

/** The same of an article that stands ready for readers without scripts. */
const NOSCRIPT_LENGTH_MIN = 400

/** Ids and tags under which applications put all they show. */
const MOUNT_NAMES: ReadonlySet<string> = new Set([
  ...['___gatsby', '__next', '__nuxt', 'app', 'app-root', 'ng-app', 'q-app', 'react-root', 'root'],
  ...['svelte'],
])

/** Places of applications that are read: one inside another costs time with every letter. */
const MOUNTS_MAX = 8

const DEMANDS = [
  ...['enable javascript', 'javascript … enabled', 'javascript is not available', 'bật javascript'],
  ...['javascript is disabled', 'javascript is required', 'requires javascript', 'need javascript'],
  ...['needs javascript', 'benötigt javascript', 'nécessite javascript'],
  ...['without javascript', 'turn on javascript', 'activate javascript', 'cần javascript'],
  ...['javascript aktivieren', 'activer javascript', 'activar javascript', 'habilitar javascript'],
].map(phrase)

export type Shell = {
  /** Blocks that stand in no part with a name, and on no card. */
  readonly blocks: readonly PageBlock[]
  /** In UTF-16 code units, of these blocks. */
  readonly prose: number
  /** Less prose than that, besides what is asked of readers, is no article. */
  readonly least: number
}

/** Whether the page shows no article, and would show one to a browser that runs its scripts. */
export function waitsForScripts(page: Page, { blocks, prose, least }: Shell): boolean {
  let rest = prose
  let unread = blocks.reduce((sum, block) => sum + proseWeight(block), 0)
  let isAsked = false
  for (const block of blocks) {
    // All that is still to be read may ask: where that leaves enough, hardly any block is searched.
    if (rest - unread >= least) return false
    const weight = proseWeight(block)
    unread -= weight
    if (weight === 0 || !demandsScripts(block.text)) continue
    rest -= weight
    isAsked = true
  }
  if (rest >= least) return false
  const found = machineryOf(page.root.node)
  if (!found.runsScripts) return false
  return isAsked || found.demands || found.isEmptyMount || (prose === 0 && found.offers)
}

/**
 * Shows what stands in the `<noscript>` elements of a page that is read once more, where that is
 * long enough to be an article; returns whether there was any.
 */
export function showNoscript(root: HtmlElement): boolean {
  let isShown = false
  walk(root, {
    enter(node) {
      if (!isElement(node) || node.name !== 'noscript') return true
      if (textOf([node]).length >= NOSCRIPT_LENGTH_MIN) {
        node.name = 'div'
        isShown = true
      }
      return false
    },
  })
  return isShown
}

function demandsScripts(text: string): boolean {
  if (text.length > DEMAND_LENGTH_MAX || !/javascript/i.test(text)) return false
  return phrasesWithin(foldText(text), DEMANDS).length > 0
}

type Machinery = {
  runsScripts: boolean
  /** A `<noscript>` element is there, and whether it asks for scripts. */
  offers: boolean
  demands: boolean
  isEmptyMount: boolean
}

function machineryOf(root: HtmlElement): Machinery {
  const found = { runsScripts: false, offers: false, demands: false, isEmptyMount: false }
  let mounts = 0
  walk(root, {
    enter(node) {
      if (!isElement(node)) return false
      if (node.name === 'script') found.runsScripts = true
      if (node.name === 'noscript') {
        found.offers = true
        found.demands ||= demandsScripts(textOf([node]).slice(0, DEMAND_LENGTH_MAX))
      }
      if (isMount(node) && mounts < MOUNTS_MAX) {
        mounts += 1
        found.isEmptyMount ||= textOf([node]).length <= WAITING_LENGTH_MAX
      }
      return node.name !== 'noscript'
    },
  })
  return found
}

function isMount(element: HtmlElement): boolean {
  return MOUNT_NAMES.has(element.name) || MOUNT_NAMES.has(attribute(element, 'id') ?? '')
}
