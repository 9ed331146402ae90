/** The runtime's own processes, for whoever measures or kills them. */

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Ids of the workerd processes that this process has started. */
export async function workerdIds(): Promise<number[]> {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=,comm='])
  return stdout
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((row) => row?.[2] === String(process.pid) && row[3]?.includes('workerd'))
    .map((row) => Number(row?.[1]))
}

/** What they hold in memory together, in MiB. */
export async function workerdMemory(): Promise<number> {
  const ids = await workerdIds()
  const { stdout } = await run('ps', ['-o', 'rss=', '-p', ids.join(',')])
  return stdout.split('\n').reduce((sum, line) => sum + Number(line), 0) / 1024
}
