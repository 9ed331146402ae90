/** Commands that have subcommands: finds the one that is meant, connects, runs it, explains them all. */

import { setTimeout as wait } from 'node:timers/promises'
import { adminApi } from './admin-api.ts'
import { findConnection } from './admin-connection.ts'
import { openSession, type Surroundings } from './admin-session.ts'
import type { Subcommand } from './admin-subcommand.ts'
import { oneLine } from './admin-text.ts'
import type { CliIo } from './io.ts'

const WHERE = `The instance is the one at TRENDWIRE_URL (http://127.0.0.1:8787), asked with TRENDWIRE_TOKEN
(on this machine: ADMIN_TOKEN of .dev.vars). --json prints a line of JSON for each result.
`

export type Group = {
  run: (args: string[], io: CliIo, around?: Surroundings) => Promise<0 | 1 | 2>
  /** Of the subcommand that `args` begin with, or of all. */
  usage: (args: string[]) => string
}

export function adminGroup(name: string, subcommands: Readonly<Record<string, Subcommand>>): Group {
  const usage = ([word]: string[]) => {
    const one = findSubcommand(subcommands, word)
    return one === undefined || word === undefined
      ? usageOfAll(name, subcommands)
      : `usage: ${name} ${word} ${one.usage}\n\n${one.does}.\n\n${WHERE}`
  }
  const run: Group['run'] = async (args, io, around = surroundings()) => {
    if (args.includes('--help') || args.includes('-h')) {
      io.out(usage(args))
      return 0
    }
    const [word, ...rest] = args
    const one = findSubcommand(subcommands, word)
    if (one === undefined) {
      const complaint = word === undefined ? '' : `There is no "${oneLine(`${name} ${word}`)}".\n`
      io.err(complaint + usage([]))
      return 2
    }
    const read = one.read(rest)
    if (!read.ok) {
      io.err(`${oneLine(read.message)}\nusage: ${name} ${word} ${one.usage}\n`)
      return 2
    }
    const connection = await findConnection(io.env, around.devVarsFile)
    if (!connection.ok) {
      io.err(`${oneLine(connection.message)}\n`)
      return 2
    }
    const ask = adminApi(connection, io.fetch)
    return await read.run(openSession(io, around, { ask, json: read.json }))
  }
  return { run, usage }
}

function surroundings(): Surroundings {
  return {
    isTerminal: process.stderr.isTTY === true,
    sleep: async (milliseconds) => {
      await wait(milliseconds)
    },
    devVarsFile: '.dev.vars',
  }
}

function findSubcommand(
  subcommands: Readonly<Record<string, Subcommand>>,
  word: string | undefined,
): Subcommand | undefined {
  return word !== undefined && Object.hasOwn(subcommands, word) ? subcommands[word] : undefined
}

function usageOfAll(name: string, subcommands: Readonly<Record<string, Subcommand>>): string {
  const lines = Object.entries(subcommands).map(
    ([word, { usage, does }]) => `  ${name} ${word} ${usage}\n      ${does}`,
  )
  return `usage: ${name} SUBCOMMAND [--help]\n\n${lines.join('\n')}\n\n${WHERE}`
}
