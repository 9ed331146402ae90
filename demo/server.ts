/** The demo partners as the start script and the tests use them: two blogs on loopback, and an editor's hand in both. */

import type { ArticleChange, DemoArticle } from './article.ts'
import { blogA } from './blog-a.ts'
import { blogB } from './blog-b.ts'
import { type BlogServer, createBlogServer } from './blog-server.ts'
import { close, listen } from './listen.ts'
import type { Blog } from './page.ts'
import type { ReceivedEvent } from './receiver.ts'
import type { LoggedRequest } from './request-log.ts'

/** 0 is the blog with a feed, 1 the one with a paged listing. */
export type BlogIndex = 0 | 1

export interface DemoOptions {
  /** 0 stands for any free port. */
  readonly ports: { readonly trendA: number; readonly trendB: number }
  /** A loopback address; `127.0.0.1` by default. */
  readonly host?: string
  /** Dates editors' changes and received webhooks. */
  readonly now?: () => Date
}

interface DemoBlog {
  readonly name: string
  /** Ends in a slash. */
  readonly url: string
  readonly hasFeed: boolean
  /** Where this blog takes webhooks, and shows them. */
  readonly webhookUrl: string
}

interface PublishedArticle {
  readonly slug: string
  readonly title: string
  readonly url: string
}

export interface DemoServer {
  readonly blogs: readonly [DemoBlog, DemoBlog]
  /** What the blog holds now, newest first. */
  articles(blog: BlogIndex): readonly PublishedArticle[]
  /** Until then the blog's webhook endpoint answers 503. */
  setWebhookSecret(blog: BlogIndex, secret: string): void
  /** Newest first, the last 200. */
  received(blog: BlogIndex): readonly ReceivedEvent[]
  /** Oldest first, the last 5,000. */
  requests(blog: BlogIndex): readonly LoggedRequest[]
  /**
   * Changes an article; its page, and those that list it or show its card, get a new ETag.
   * A changed intro, section or conclusion shows on the article's own page only.
   */
  edit(blog: BlogIndex, slug: string, change: ArticleChange): void
  publish(blog: BlogIndex, article: DemoArticle): void
  /** From now on the page is 410, and its cards are gone from other pages. */
  remove(blog: BlogIndex, slug: string): void
  /** Ends both servers and their open connections. */
  close(): Promise<void>
}

/**
 * Starts both blogs.
 *
 * @throws {Error} naming the port, if one is taken; nothing is left listening then.
 */
export async function startDemo(options: DemoOptions): Promise<DemoServer> {
  const { ports, host = '127.0.0.1', now = () => new Date() } = options
  const first = createBlogServer(blogA, { host, now })
  const second = createBlogServer(blogB, { host, now })
  const firstUrl = await listen(first.server, { host, port: ports.trendA })
  const secondUrl = await listen(second.server, { host, port: ports.trendB }).catch(
    async (error: unknown) => {
      await close(first.server)
      throw error
    },
  )
  const blogs = [described(blogA, firstUrl), described(blogB, secondUrl)] as const
  return { blogs, ...controls([first, second], blogs) }
}

function controls(
  servers: readonly [BlogServer, BlogServer],
  blogs: readonly [DemoBlog, DemoBlog],
): Omit<DemoServer, 'blogs'> {
  return {
    articles: (blog) =>
      servers[blog].shelf.all().map(({ article: { slug, title } }) => {
        const path = servers[blog].blog.articlePath(slug)
        return { slug, title, url: new URL(path, blogs[blog].url).href }
      }),
    setWebhookSecret: (blog, secret) => servers[blog].receiver.setSecret(secret),
    received: (blog) => servers[blog].receiver.received(),
    requests: (blog) => servers[blog].log.all(),
    edit: (blog, slug, change) => servers[blog].shelf.edit(slug, change),
    publish: (blog, article) => servers[blog].shelf.publish(article),
    remove: (blog, slug) => servers[blog].shelf.remove(slug),
    close: async () => {
      await Promise.all(servers.map(({ server }) => close(server)))
    },
  }
}

function described({ name, hasFeed }: Blog, url: string): DemoBlog {
  return { name, url, hasFeed, webhookUrl: `${url}webhooks` }
}
