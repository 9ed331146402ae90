/** Prints lists of the admin API, each page as soon as it is there, whatever their length. */

import { parseArgs } from 'node:util'
import * as z from 'zod/mini'
import type { Session } from './admin-session.ts'
import { JSON_OPTION } from './admin-subcommand.ts'
import { tableWriter } from './admin-text.ts'

/** The most that every list of the API gives at once. */
const PAGE_ITEMS = 100

/** Against a list that never ends. */
const PAGES_MAX = 100_000

const COUNT = /^[1-9]\d{0,8}$/

/** The column's title, and what stands below it. */
export type Columns<Item> = readonly (readonly [title: string, cell: (item: Item) => string])[]

export const LIST_USAGE = '[--limit N] [--json]'

export function parseListOptions(args: string[]) {
  const options = { json: JSON_OPTION, limit: { type: 'string' } } as const
  return parseArgs({ args, allowPositionals: true, options })
}

export function limitMistake({ limit }: { limit?: string | undefined }): string | undefined {
  return limit === undefined || COUNT.test(limit) ? undefined : `--limit ${limit} is no count.`
}

/** Prints all items, or the first `limit`; a failure on the way ends the list and is said. */
export async function printList<Schema extends z.ZodMiniType>(
  session: Session,
  list: {
    path: string
    item: Schema
    columns: Columns<z.output<Schema>>
    limit: string | undefined
  },
): Promise<0 | 1> {
  const print = itemPrinter(session, list.columns)
  const schema = z.object({ items: z.array(list.item), nextCursor: z.nullable(z.string()) })
  let left = list.limit === undefined ? Number.POSITIVE_INFINITY : Number(list.limit)
  let cursor = ''
  for (let pages = 0; pages < PAGES_MAX; pages += 1) {
    const path = `${list.path}?limit=${Math.min(left, PAGE_ITEMS)}${cursor}`
    const page = await session.ask({ method: 'GET', path, schema })
    if (!page.ok) return session.fail(page.message)
    const { items, nextCursor } = page.value
    print(items)
    left -= items.length
    if (nextCursor === null || left <= 0) return 0
    const next = `&cursor=${encodeURIComponent(nextCursor)}`
    if (next === cursor) return session.fail('The list leads back to where it was: it ends here.')
    cursor = next
  }
  return session.fail(`The list has more than ${PAGES_MAX} pages: it ends here.`)
}

/** Prints one page after the other under one heading; says so where the first page is empty. */
export function itemPrinter<Item>(
  { json, out, err }: Session,
  columns: Columns<Item>,
): (items: Item[]) => void {
  const table = tableWriter(columns.map(([title]) => title))
  let isFirst = true
  return (items) => {
    if (items.length === 0 && isFirst) err('There are none.\n')
    else if (json) out(items.map((item) => `${JSON.stringify(item)}\n`).join(''))
    else out(table(items.map((item) => columns.map(([, cell]) => cell(item)))))
    isFirst = false
  }
}
