/** What a subcommand of the operator is, and how its arguments are read before anybody is asked. */

import { parseArgs } from 'node:util'
import type { Session } from './admin-session.ts'

type Parsed = { values: { json: boolean }; positionals: string[] }

export type Subcommand = {
  /** What stands after its name. */
  readonly usage: string
  readonly does: string
  /** What to run, or a sentence that says what is wrong with the arguments. */
  readonly read: (
    args: string[],
  ) =>
    | { ok: true; json: boolean; run: (session: Session) => Promise<0 | 1> }
    | { ok: false; message: string }
}

export const JSON_OPTION = { type: 'boolean', default: false } as const

/** For subcommands that know no option of their own. */
export function parseJsonOnly(args: string[]) {
  return parseArgs({ args, allowPositionals: true, options: { json: JSON_OPTION } })
}

/** Builds a subcommand; `names` bounds how many ids, slugs or addresses it takes. */
export function subcommand<Arguments extends Parsed>(spec: {
  usage: string
  does: string
  names: { min: number; max: number }
  /** May throw: whatever `parseArgs` dislikes is wrong usage. */
  parse: (args: string[]) => Arguments
  /** A sentence where values are wrong that `parse` cannot judge. */
  findMistake?: (values: Arguments['values']) => string | undefined
  run: (given: Arguments, session: Session) => Promise<0 | 1>
}): Subcommand {
  const { usage, does } = spec
  return {
    usage,
    does,
    read(args) {
      const given = parsed(spec.parse, args)
      if (typeof given === 'string') return { ok: false, message: given }
      const mistake = miscounted(given.positionals, spec.names) ?? spec.findMistake?.(given.values)
      if (mistake !== undefined) return { ok: false, message: mistake }
      return { ok: true, json: given.values.json, run: (session) => spec.run(given, session) }
    },
  }
}

function parsed<Arguments>(
  parse: (args: string[]) => Arguments,
  args: string[],
): Arguments | string {
  try {
    return parse(args)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function miscounted(names: string[], { min, max }: { min: number; max: number }) {
  if (names.includes('')) return 'An empty name names nothing.'
  if (names.length < min) return 'Something is missing.'
  return names.length > max ? `"${names[max]}" is one too many.` : undefined
}
