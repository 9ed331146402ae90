/** Documents are tested: what the project has is named in them, and what they name is there. */

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { recipeSchema } from '../../src/articles/recipe.ts'
import { eventTypeSchema } from '../../src/webhooks/event.ts'

const root = join(import.meta.dirname, '..', '..')
const read = (path: string) => readFile(join(root, path), 'utf8')

async function documents(): Promise<Map<string, string>> {
  const paths = await readdir(join(root, 'docs'), { recursive: true })
  const pages = paths.filter((path) => path.endsWith('.md')).map((path) => `docs/${path}`)
  const texts = await Promise.all(
    ['README.md', ...pages].map(async (path) => [path, await read(path)] as const),
  )
  return new Map(texts)
}

describe('the documents', () => {
  it('name every binding in the runbook', async () => {
    const toml = await read('wrangler.toml')
    const runbook = await read('docs/runbook.md')
    const bindings = [...toml.matchAll(/^(?:binding|name) = "([A-Z_]+)"/gm)].map(([, name]) => name)
    expect(bindings.length).toBeGreaterThan(4)
    for (const binding of bindings) expect(runbook).toContain(`\`${binding}\``)
  })

  it('name every line of the log in the runbook', async () => {
    const runbook = await read('docs/runbook.md')
    const paths = await readdir(join(root, 'src'), { recursive: true })
    const sources = await Promise.all(
      paths.filter((path) => /\.tsx?$/.test(path)).map((path) => read(`src/${path}`)),
    )
    const logged = sources.flatMap((source) => [
      ...source.matchAll(
        /\blog\(\s*'([a-z-]+\.[a-z-]+)'|\bevent: [^']{0,40}'([a-z.-]+)'(?: : '([a-z.-]+)')?/g,
      ),
    ])
    const names = logged.flatMap(([, ...events]) => events.filter((event) => event !== undefined))
    expect(names.length).toBeGreaterThan(15)
    for (const name of names) expect(runbook).toContain(`\`${name}\``)
  })

  it('name every room and alcove in the architecture', async () => {
    const architecture = await read('docs/architecture.md')
    const entries = await readdir(join(root, 'src'), { recursive: true, withFileTypes: true })
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
    expect(folders.length).toBeGreaterThan(15)
    for (const name of folders) expect(architecture).toMatch(new RegExp(`\`(?:src/)?${name}\``))
  })

  it('name every event in the page about webhooks', async () => {
    const page = await read('docs/webhooks.md')
    for (const type of eventTypeSchema.options) expect(page).toContain(`\`${type}\``)
  })

  it('name every reason for a removal in the page about partners', async () => {
    const page = await read('docs/partners.md')
    const source = await read('src/articles/article.ts')
    const reasons = /removalReasonSchema = z\.enum\(\[([^\]]+)\]/.exec(source)?.[1] ?? ''
    const names = [...reasons.matchAll(/'([a-z-]+)'/g)].map(([, name]) => name)
    expect(names).toHaveLength(14)
    for (const name of names) expect(page).toContain(`\`${name}\``)
  })

  it('show a recipe that can be used, with everything that a recipe may say', async () => {
    const page = await read('docs/partners.md')
    const example = /```json\n([^`]+)```/.exec(page)?.[1] ?? ''
    const recipe = z.parse(recipeSchema, JSON.parse(example))
    const { select } = recipeSchema.def.shape
    expect(Object.keys(recipe)).toEqual(Object.keys(recipeSchema.def.shape))
    expect(Object.keys(recipe.select ?? {}).sort()).toEqual(
      Object.keys(select.def.innerType.def.shape).sort(),
    )
    for (const key of ['attribute', 'format', 'timezone', 'pattern', 'reason']) {
      expect(example).toContain(`"${key}"`)
    }
  })

  it('name only commands that npm can run', async () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(await read('package.json')))
    for (const [path, text] of await documents()) {
      for (const [, name] of text.matchAll(/npm run (?:--silent )?([a-z:-]+)/g)) {
        expect(Object.keys(scripts), `${path} names npm run ${name}`).toContain(name)
      }
    }
  })

  it('lead only to files that are there', async () => {
    for (const [path, text] of await documents()) {
      const folder = join(root, path, '..')
      for (const [, target = ''] of text.matchAll(/\]\((?!https?:)([^)#]+)/g)) {
        const siblings = await readdir(join(folder, target, '..'))
        expect(siblings, `${path} links ${target}`).toContain(target.split('/').at(-1))
      }
      for (const [, source = ''] of text.matchAll(/`((?:src|scripts|demo)\/[\w/.-]+\.tsx?)`/g)) {
        expect(await read(source), `${path} names ${source}`).not.toBe('')
      }
    }
  })
})
