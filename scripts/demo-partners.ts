/** Makes the demo blogs partners of a running instance and brings their articles in for the first time. */

import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'
import type { BlogIndex, DemoServer } from '../demo/server.ts'
import type { OperatorClient } from './operator-client.ts'

const RUN_TIMEOUT_MS = 120_000

/** Secrets are shown once; the demo's receivers need theirs again after a restart. */
const SECRETS_FILE = 'demo-webhook-secrets.json'

const secretsSchema = z.record(z.string(), z.string())

type Say = (line: string) => void

/** Adds both blogs where they are missing, runs each once and says how that went. */
export async function ingestDemo(
  demo: DemoServer,
  operator: OperatorClient,
  folders: { persistTo: string; say: Say },
): Promise<void> {
  const path = join(folders.persistTo, SECRETS_FILE)
  const secrets = await readSecrets(path)
  const runs: { name: string; runId: string }[] = []
  for (const index of [0, 1] satisfies BlogIndex[]) {
    const blog = demo.blogs[index]
    const { id, secret } = await joinUp(blog, operator, secrets[blog.webhookUrl])
    demo.setWebhookSecret(index, secret)
    secrets[blog.webhookUrl] = secret
    runs.push({ name: blog.name, runId: await operator.startRun(id) })
  }
  await mkdir(folders.persistTo, { recursive: true })
  await writeFile(path, JSON.stringify(secrets), { mode: 0o600 })
  await Promise.all(runs.map((run) => report(run, operator, folders.say)))
}

async function joinUp(
  blog: DemoServer['blogs'][BlogIndex],
  operator: OperatorClient,
  knownSecret: string | undefined,
): Promise<{ id: string; secret: string }> {
  const added = await operator.addPartner(blog)
  if (added !== undefined) return added
  const id = (await operator.partnerIds()).get(new URL(blog.url).origin)
  if (id === undefined) throw new Error(`${blog.name} is a partner and is not.`)
  return { id, secret: knownSecret ?? (await operator.addWebhook(id, blog.webhookUrl)) }
}

async function report(
  run: { name: string; runId: string },
  operator: OperatorClient,
  say: Say,
): Promise<void> {
  const finished = await operator.finishedRun(run.runId, RUN_TIMEOUT_MS).catch(() => undefined)
  if (finished === undefined) {
    say(`${run.name}: still being read; it goes on.`)
    return
  }
  const { state, discovered, stored, updated, unchanged, failed, errors } = finished
  say(
    `${run.name}: ${state}, ${discovered} listed, ${stored} new, ${updated} updated, ` +
      `${unchanged} unchanged, ${failed} failed.`,
  )
  for (const error of errors) say(`  ${error.message}`)
}

async function readSecrets(path: string): Promise<Record<string, string>> {
  try {
    return secretsSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    // Missing or spoilt: the endpoints get new ones.
    return {}
  }
}
