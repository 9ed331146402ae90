/** Explains an extraction: the rule that chose the body, each field's origin, each removal. */

import type { BodyRule, Explanation, Origins } from '../articles/explanation.ts'
import type { RecipeUse } from '../articles/recipe.ts'
import { type RemovalEvidence, removalRule } from './body/removal-rules.ts'
import { droppedBlocks } from './body/removed-blocks.ts'
import type { Page, PageElement } from './page/page-block.ts'

/** In elements, from the inside: more of a path says nothing more. */
const PATH_ELEMENTS_MAX = 8

/** All that `--explain` and the desk tell of one page; costs a walk over its blocks. */
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
    readonly rule: BodyRule
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
