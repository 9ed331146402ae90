/** The table of commands: what each is called, what it does, and who runs it. */

import { articles } from './admin-articles.ts'
import { backfill } from './admin-backfill.ts'
import { partners } from './admin-partners.ts'
import { webhooks } from './admin-webhooks.ts'
import { BOILERPLATE_USAGE, run as runBoilerplate } from './boilerplate.ts'
import { DEDUPE_USAGE, run as runDedupe } from './dedupe.ts'
import { run as runDiscover } from './discover.ts'
import { EXTRACT_USAGE, run as runExtract } from './extract.ts'
import { run as runFeed } from './feed.ts'
import type { Command } from './io.ts'
import { run as runRobots } from './robots.ts'
import { run as runUrlKey } from './urlkey.ts'

export type CommandEntry = {
  readonly run: Command
  /** One line for the list of commands. */
  readonly does: string
  /** Where there are subcommands, of the one that the arguments begin with. */
  readonly usage: string | ((args: string[]) => string)
}

/** In the order of the help. Commands of a running instance are added here, one line each. */
export const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  extract: { run: runExtract, does: 'one page to one article', usage: EXTRACT_USAGE },
  discover: {
    run: runDiscover,
    does: 'what the crawler would find at an address',
    usage: 'usage: discover URL [--json]\n',
  },
  robots: {
    run: runRobots,
    does: 'what a robots.txt allows',
    usage: 'usage: robots FILE --agent NAME URL…\n',
  },
  feed: {
    run: runFeed,
    does: 'a feed to its entries, as JSON',
    usage: 'usage: feed FILE [--url BASE]\n',
  },
  boilerplate: {
    run: runBoilerplate,
    does: 'pages of sites to the blocks that are their templates',
    usage: BOILERPLATE_USAGE,
  },
  dedupe: { run: runDedupe, does: 'articles to the stories they tell', usage: DEDUPE_USAGE },
  urlkey: {
    run: runUrlKey,
    does: 'addresses to their identity keys, a line each',
    usage: 'usage: urlkey   (addresses on standard input, one a line)\n',
  },
  partners: {
    ...partners,
    does: 'who is scraped: list, add, preview, recipe, run, pause, resume, remove',
  },
  backfill: {
    ...backfill,
    does: 'everything that a partner ever published: start, list, show, stop, resume',
  },
  articles: { ...articles, does: 'what is stored: list, show, hide, restore, takedown' },
  webhooks: { ...webhooks, does: 'who is told: list, add, test, deliveries, replay' },
}
