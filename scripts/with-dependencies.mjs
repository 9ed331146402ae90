/**
 * Runs a script of this project on the project's own Node, after installing what is missing. It is
 * plain JavaScript, for it has to run on whatever Node the machine has (20 or newer).
 *
 *   node scripts/with-dependencies.mjs [--own-group] SCRIPT [ARGUMENT…]
 *
 * With --own-group the script is a process group of its own, and whatever of it is left when the
 * script ends, however it ends, is ended too.
 */

import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PARENT_CHECK_MS = 1_000

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stamp = join(root, 'node_modules', '.trendwire-installed')

/** What is installed is right when it was installed from these very files. */
function wantedStamp() {
  const hash = createHash('sha256')
  for (const name of ['package.json', 'package-lock.json', 'wrangler.toml']) {
    hash.update(readFileSync(join(root, name)))
  }
  return hash.digest('hex')
}

function install() {
  process.stderr.write('Installing dependencies…\n')
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    process.stderr.write('npm install failed; what it printed above says why.\n')
    process.exit(status ?? 1)
  }
  writeFileSync(stamp, wantedStamp())
}

function endGroup(leader) {
  try {
    process.kill(-leader, 'SIGKILL')
  } catch (error) {
    // ESRCH: nothing is left of it, as it should be.
    if (error.code !== 'ESRCH') throw error
  }
}

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wantedStamp()) install()

const bin = join(root, 'node_modules', '.bin')
const ownGroup = process.argv[2] === '--own-group'
const [script, ...rest] = process.argv.slice(ownGroup ? 3 : 2)
const child = spawn(join(bin, 'node'), [join(root, script), ...rest], {
  // The channel tells the script when this process is gone, however it went.
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  detached: ownGroup,
  env: { ...process.env, PATH: `${bin}:${process.env.PATH}` },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => child.kill(signal))
}
// npm may be killed without a word: then nobody is left to answer to.
const parent = process.ppid
const watch = setInterval(() => {
  if (process.ppid !== parent) child.kill('SIGTERM')
}, PARENT_CHECK_MS)
watch.unref()
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1)
  child.removeAllListeners()
  if (ownGroup) endGroup(child.pid)
})
