/** `extract`: one page, from a file, an address or standard input, to one article. */

import { parseArgs } from 'node:util'
import type { Recipe } from '../src/articles/recipe.ts'
import { decodeBody } from '../src/crawler/fetch/decode-body.ts'
import { guardedFetch } from '../src/crawler/fetch/guarded-fetch.ts'
import { hostPort } from '../src/crawler/fetch/host-port.ts'
import { userAgent } from '../src/crawler/fetch/user-agent.ts'
import { type ReadOutcome, readArticle } from '../src/pipeline/read-article.ts'
import { PAGES_MAX, type ReadPages, readPages } from '../src/pipeline/read-pages.ts'
import { FORMATS, type Format, writeArticle } from './article-formats.ts'
import { articleOfRead, NO_ADDRESS } from './article-of-page.ts'
import { environmentFault, siteUrlIn, timezoneIn } from './environment.ts'
import { extractLines } from './extract-lines.ts'
import { guestFetch } from './guest-fetch.ts'
import { readInput } from './input.ts'
import type { CliIo } from './io.ts'
import { recipeIn, recipeMistake } from './recipe-file.ts'

export const EXTRACT_USAGE = `usage: extract [FILE|URL|-] [--url URL] [--format json|markdown|html|text]
               [--recipe FILE.json] a partner's selectors and rules, see docs/partners.md
               [--explain]   with json: which rule chose the body, where each field was found,
                             what was removed and why, and how far to trust it
               [--pages N]   of an address: how many pages of an article to join, all (20) by default
       extract --jsonl [--recipe FILE.json] [--explain]
                             lines {"id","url","html"} in, lines {"id", …article} out
`

type Request = {
  source: string
  url: string | undefined
  format: Format
  jsonl: boolean
  explain: boolean
  pages: number
  recipe: Recipe | undefined
}

type Loaded = { ok: true; html: string; url: string } | { ok: false; message: string }

export async function run(args: string[], io: CliIo): Promise<0 | 1 | 2> {
  const request = parse(args)
  if (typeof request === 'string') {
    io.err(`${request}\n${EXTRACT_USAGE}`)
    return 2
  }
  const fault = environmentFault(io.env)
  if (fault !== undefined) {
    io.err(`${fault}\n`)
    return 2
  }
  if (request.jsonl) return extractLines(io, request)
  const loaded = await loadPage(request, io)
  if (!loaded.ok) return fail(loaded.message, io)
  const read = await readLoaded(loaded, request, io)
  const outcome = await articleOfRead(read, io.env)
  if (!outcome.ok) return fail(`${outcome.reason}: ${outcome.message}`, io)
  const explanation = request.explain ? outcome.explain() : undefined
  for (const selector of outcome.recipe?.missed ?? []) {
    io.err(`The recipe's ${selector} gave nothing.\n`)
  }
  io.out(writeArticle(outcome.article, request.format, explanation))
  const missing = read.ok && 'missing' in read ? read.missing : null
  return missing === null ? 0 : fail(`The article goes on, but: ${missing.message}`, io)
}

/** What came over the network is followed to the pages behind it; a file stands for itself. */
async function readLoaded(
  { html, url }: Extract<Loaded, { ok: true }>,
  { source, pages, recipe }: Request,
  io: CliIo,
): Promise<ReadOutcome | ({ ok: true } & ReadPages)> {
  const options = { timezone: timezoneIn(io.env), now: new Date(), recipe }
  if (!isHttp(source) || pages === 1) return readArticle(html, { ...options, url })
  const fetchPage = guestFetch(source, io, { askedBefore: Date.now() })
  const tools = { fetchPage, now: () => new Date(), options, pagesMax: pages }
  return await readPages({ url, body: html }, tools)
}

/** The request, or a sentence that says what is wrong with it. */
function parse(args: string[]): Request | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        url: { type: 'string' },
        format: { type: 'string', default: 'json' },
        jsonl: { type: 'boolean', default: false },
        explain: { type: 'boolean', default: false },
        pages: { type: 'string', default: String(PAGES_MAX) },
        recipe: { type: 'string' },
      },
    })
    const [source = '-', ...more] = positionals
    const format = FORMATS.find((name) => name === values.format)
    if (more.length > 0) return 'extract takes one page at a time.'
    if (format === undefined) return `"${values.format}" is no format.`
    if (values.explain && format !== 'json') return '--explain needs the format json.'
    const pages = Number(values.pages)
    if (!Number.isInteger(pages) || pages < 1) return `"${values.pages}" is no number of pages.`
    if (values.url !== undefined && !isHttp(values.url)) return `"${values.url}" is no http(s) URL.`
    const mistake = recipeMistake(values.recipe)
    if (mistake !== undefined) return mistake
    const { url, jsonl, explain } = values
    return { source, url, format, jsonl, explain, pages, recipe: recipeIn(values.recipe) }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

async function loadPage({ source, url }: Request, io: CliIo): Promise<Loaded> {
  if (isHttp(source)) return fetchPage(source, url, io)
  const input = await readInput(source, io)
  if (!input.ok) return input
  return { ok: true, html: decodeBody(input.bytes, null, 'html'), url: url ?? NO_ADDRESS }
}

/** Whoever types a private address at their own machine means it; what it leads to stays guarded. */
async function fetchPage(address: string, url: string | undefined, io: CliIo): Promise<Loaded> {
  const siteUrl = siteUrlIn(io.env)
  const outcome = await guardedFetch(address, {
    fetch: io.fetch,
    accept: 'page',
    allowPrivateHosts: new Set([hostPort(new URL(address))]),
    ownHost: new URL(siteUrl).host,
    userAgent: userAgent(siteUrl),
  })
  if (!outcome.ok) return { ok: false, message: outcome.message }
  if (outcome.status !== 'modified') return { ok: false, message: `${address} sent no page.` }
  return { ok: true, html: outcome.body, url: url ?? outcome.url }
}

function isHttp(address: string): boolean {
  return /^https?:\/\//i.test(address) && URL.canParse(address)
}

function fail(message: string, io: CliIo): 1 {
  io.err(`${message}\n`)
  return 1
}
