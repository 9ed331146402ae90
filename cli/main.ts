/** The command line's front door: finds the command, answers `--help`, sets the exit code. */

import { COMMANDS } from './commands.ts'
import type { CliIo } from './io.ts'

/** Gives the exit code of the command that `args` begin with: 0 done, 1 some input failed, 2 usage. */
export async function main(args: string[], io: CliIo): Promise<0 | 1 | 2> {
  const [name, ...rest] = args
  if (name === '--help' || name === '-h' || name === 'help') {
    io.out(help())
    return 0
  }
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (command === undefined) {
    io.err(name === undefined ? help() : `There is no command "${name}".\n${help()}`)
    return 2
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    io.out(typeof command.usage === 'string' ? command.usage : command.usage(rest))
    return 0
  }
  return command.run(rest, io)
}

function help(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length))
  const lines = Object.entries(COMMANDS).map(
    ([name, { does }]) => `  ${name.padEnd(width)}  ${does}`,
  )
  return `usage: npm run --silent cli -- COMMAND [--help]\n\n${lines.join('\n')}\n`
}

if (import.meta.main) {
  const out = (text: string) => void process.stdout.write(text)
  const err = (text: string) => void process.stderr.write(text)
  // A reader that has seen enough (`| head`) is no failure of ours.
  process.stdout.on('error', () => process.exit(0))
  const { stdin, env } = process
  process.exitCode = await main(process.argv.slice(2), { stdin, out, err, env, fetch })
}
