/** What every command is given: its streams, its environment and the network, so that tests can stand in for each. */

export type CliIo = {
  stdin: NodeJS.ReadableStream
  out: (text: string) => void
  err: (text: string) => void
  env: NodeJS.ProcessEnv
  fetch: typeof fetch
}

/** Gives the exit code: 0 done, 1 some input failed, 2 wrong usage. */
export type Command = (args: string[], io: CliIo) => Promise<0 | 1 | 2>
