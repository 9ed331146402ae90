/** Why an extraction is as it is: the rule that chose the body, each field's origin, each removal. */

import type { RemovalReason } from '../articles/article.ts'
import type { RecipeUse } from '../articles/recipe.ts'
import type { FoundBody } from './body.ts'
import type { Page, PageElement } from './page-block.ts'
import type { Origins } from './raw-article.ts'
import { type RemovalEvidence, removalRule } from './removal-rules.ts'
import { droppedBlocks } from './removed-blocks.ts'

export type Explanation = {
  readonly body: {
    /** How its element was chosen; `widened` where the article goes on in a sibling of it. */
    readonly rule: FoundBody['rule'] | 'recipe'
    readonly widened: boolean
    /** From the root to the element: `html > body > div.post-content`. */
    readonly path: string
  }
  /** Where each field was found; null for one that was not. */
  readonly fields: Origins
  /** In page order, each dropped block for itself, before equal ones are counted as one. */
  readonly removed: readonly {
    readonly text: string
    readonly reason: RemovalReason
    readonly rule: string
  }[]
  /** Null where no recipe was given. */
  readonly recipe: RecipeUse | null
}

/** In elements, from the inside: more of a path says nothing more. */
const PATH_ELEMENTS_MAX = 8

export function explain(
  page: Page,
  {
    rule,
    isWidened,
    origins,
    recipe,
    taken,
    ...evidence
  }: RemovalEvidence & {
    readonly rule: FoundBody['rule'] | 'recipe'
    readonly isWidened: boolean
    readonly body: PageElement
    readonly origins: Origins
    readonly recipe: RecipeUse | null
    /** What the recipe took away, before the page was cut. */
    readonly taken: Explanation['removed']
  },
): Explanation {
  const removed = droppedBlocks(page, evidence.verdicts).map(({ index, text, reason }) => ({
    text,
    reason,
    rule: removalRule(page, index, evidence),
  }))
  return {
    body: { rule, widened: isWidened, path: pathOf(evidence.body) },
    fields: origins,
    removed: [...taken, ...removed],
    recipe,
  }
}

function pathOf(element: PageElement): string {
  const steps: string[] = []
  let at: PageElement | undefined = element
  while (at?.parent !== undefined && steps.length < PATH_ELEMENTS_MAX) {
    steps.unshift(stepOf(at))
    at = at.parent
  }
  return steps.join(' > ')
}

function stepOf({ node }: PageElement): string {
  const { id, class: classes } = node.attribs
  const [first = ''] = (classes ?? '').trim().split(/\s+/)
  return `${node.name}${id === undefined || id === '' ? '' : `#${id}`}${first === '' ? '' : `.${first}`}`
}
