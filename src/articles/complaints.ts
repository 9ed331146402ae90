/** Says in words what a schema found wrong with a value, and where in it. */

import type * as z from 'zod/mini'

/** `path` is such as `recipe.select.title`, empty for the value as a whole. */
export type Complaint = { readonly path: string; readonly message: string }

/** What schemas say that were given no words of their own. */
const WORDLESS = 'Invalid input'

/** One for each thing that is wrong; `at` is put before every path. */
export function complaintsOf(error: z.core.$ZodError, at: readonly PropertyKey[] = []) {
  return error.issues.flatMap((issue) => complaints(issue, at))
}

/** The first of them as a sentence without its full stop: `"select.titel" …`. */
export function firstComplaint(error: z.core.$ZodError, whole: string): string {
  const [first] = complaintsOf(error)
  if (first === undefined) return `${whole} is not understood`
  return `${first.path === '' ? whole : `"${first.path}"`} is not understood: ${first.message}`
}

function complaints(issue: z.core.$ZodIssue, at: readonly PropertyKey[]): Complaint[] {
  const path = [...at, ...issue.path]
  if (issue.code !== 'invalid_union') return [{ path: path.join('.'), message: messageOf(issue) }]
  // The alternative that the value was meant for is the one that does not refuse its very type.
  const meant = issue.errors.find((issues) => !issues.some(refusesType))
  if (meant !== undefined) return meant.flatMap((inner) => complaints(inner, path))
  const types = issue.errors.flat().flatMap((inner) => (refusesType(inner) ? inner.expected : []))
  const expected = [...new Set(types)].join(' or ')
  return [{ path: path.join('.'), message: expected === '' ? WORDLESS : `must be ${expected}` }]
}

function refusesType(issue: z.core.$ZodIssue): issue is z.core.$ZodIssueInvalidType {
  return issue.code === 'invalid_type' && issue.path.length === 0
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `unknown: ${issue.keys.join(', ')}`
  if (issue.message !== WORDLESS) return issue.message
  if (issue.code === 'invalid_type') return `must be ${issue.expected}`
  return issue.code === 'invalid_value' ? `must be one of ${issue.values.join(', ')}` : WORDLESS
}
