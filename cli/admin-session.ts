/** What a running subcommand holds: the instance it asks, where it prints, and how it waits. */

import type { Ask } from './admin-api.ts'
import { oneLine } from './admin-text.ts'
import type { CliIo } from './io.ts'

/** What a subcommand meets besides its streams; tests bring their own. */
export type Surroundings = {
  /** Whether standard error is a terminal, where a line can be drawn over. */
  isTerminal: boolean
  sleep: (milliseconds: number) => Promise<void>
  devVarsFile: string
}

export type Session = {
  ask: Ask
  out: (text: string) => void
  err: (text: string) => void
  isTerminal: boolean
  sleep: (milliseconds: number) => Promise<void>
  /** One line of JSON for each result, instead of text for people. */
  json: boolean
  /** Prints one result: `value` for scripts, or `text`, which ends its own lines. */
  print: (value: unknown, text: string) => void
  /** Says what went wrong; gives the exit code. */
  fail: (message: string) => 1
}

export function openSession(io: CliIo, around: Surroundings, asked: { ask: Ask; json: boolean }) {
  const { out, err } = io
  const { isTerminal, sleep } = around
  const { ask, json } = asked
  const print = (value: unknown, text: string) => out(json ? `${JSON.stringify(value)}\n` : text)
  const fail = (message: string): 1 => {
    err(`${oneLine(message)}\n`)
    return 1
  }
  return { ask, out, err, isTerminal, sleep, json, print, fail } satisfies Session
}
