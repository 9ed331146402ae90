/** One demo blog on one port: its pages, its images, robots.txt, and the webhooks it receives. */

import { createServer, type IncomingMessage, type Server } from 'node:http'
import { readBody } from './body.ts'
import { clientHasIt, versionKeeper } from './conditional.ts'
import { html } from './html.ts'
import { originOf } from './listen.ts'
import { type Blog, FIXED_PAGES_MODIFIED, type Page } from './page.ts'
import { pictureDrawer } from './pictures.ts'
import { createReceiver, type Receiver } from './receiver.ts'
import { receivedTable } from './receiver-page.ts'
import { type RequestLog, requestLog } from './request-log.ts'
import { type Shelf, shelfOf } from './shelf.ts'

const WEBHOOK_PATH = '/webhooks'
const HTML_TYPE = 'text/html; charset=utf-8'
const TEXT_TYPE = 'text/plain; charset=utf-8'

export interface BlogServer {
  readonly blog: Blog
  readonly server: Server
  readonly shelf: Shelf
  readonly receiver: Receiver
  readonly log: RequestLog
}

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

/** A server that does not listen yet. `now` dates changes and received events. */
export function createBlogServer(
  blog: Blog,
  { host, now }: { readonly host: string; readonly now: () => Date },
): BlogServer {
  const shelf = shelfOf(blog.articles, now)
  const receiver = createReceiver(now)
  const log = requestLog()
  const answer = answerer({ blog, shelf, receiver, host, now })
  const server = createServer(async (request, response) => {
    const { status, headers, body } = await answer(request).catch(failure)
    log.add(request, status)
    response.writeHead(status, headers)
    response.end(request.method === 'HEAD' ? undefined : body)
  })
  return { blog, server, shelf, receiver, log }
}

interface Tools {
  readonly blog: Blog
  readonly shelf: Shelf
  readonly receiver: Receiver
  readonly host: string
  readonly now: () => Date
}

function answerer(tools: Tools): (request: IncomingMessage) => Promise<Answer> {
  const findPage = pageFinder(tools)
  const validatorsOf = versionKeeper(tools.now)
  return async (request) => {
    const address = requestAddress(request, tools.host)
    if (address === undefined) return message(400, 'Địa chỉ không hợp lệ')
    if (request.method === 'POST' && address.pathname === WEBHOOK_PATH) {
      return receiveWebhook(request, tools.receiver)
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      const refused = message(405, 'Phương thức không được hỗ trợ')
      return { ...refused, headers: { ...refused.headers, allow: 'GET, HEAD' } }
    }
    const page = findPage(address)
    if (page === undefined) return missing(tools, address)
    const validators = validatorsOf(address.pathname + address.search, page)
    const headers = {
      'content-type': page.type,
      'cache-control': `public, max-age=${page.maxAgeSeconds}`,
      etag: validators.etag,
      'last-modified': validators.modified.toUTCString(),
    }
    if (clientHasIt(request.headers, validators)) return { status: 304, headers }
    const length = { 'content-length': String(Buffer.byteLength(page.body)) }
    return { status: 200, headers: { ...headers, ...length }, body: page.body }
  }
}

/** Under the blog's own origin, whatever the client said in `Host`. */
function requestAddress({ socket, url = '' }: IncomingMessage, host: string): URL | undefined {
  if (!url.startsWith('/')) return undefined
  return URL.parse(originOf(host, socket.localPort ?? 0) + url) ?? undefined
}

function pageFinder({ blog, shelf, receiver, now }: Tools): (address: URL) => Page | undefined {
  const findPicture = pictureDrawer()
  const webhookPage = (type: string, body: string): Page => {
    return { type, body, modified: now(), maxAgeSeconds: 0 }
  }
  return (address) => {
    switch (address.pathname) {
      case '/robots.txt': {
        const modified = FIXED_PAGES_MODIFIED
        return { type: TEXT_TYPE, body: blog.robots, modified, maxAgeSeconds: 0 }
      }
      case WEBHOOK_PATH: {
        const table = receivedTable(receiver.received())
        return webhookPage(HTML_TYPE, blog.plainPage('Webhook đã nhận', table))
      }
      case `${WEBHOOK_PATH}.json`:
        return webhookPage('application/json', JSON.stringify({ items: receiver.received() }))
      default:
        return blog.page({ address, shelf }) ?? findPicture(address.pathname, shelf)
    }
  }
}

async function receiveWebhook(request: IncomingMessage, receiver: Receiver): Promise<Answer> {
  const payload = await readBody(request)
  if (payload === undefined) return message(413, 'Nội dung quá lớn')
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  )
  const { status, reason } = receiver.receive({ payload, headers })
  return message(status, reason ?? 'đã nhận')
}

function missing({ blog, shelf }: Tools, { pathname }: URL): Answer {
  const slug = blog.slugOf(pathname)
  const gone = slug !== undefined && shelf.wasRemoved(slug)
  const title = gone ? 'Bài viết đã được gỡ' : 'Không tìm thấy trang'
  const body = blog.plainPage(title, html`<p><a href="/">Về trang chủ</a></p>`)
  return { status: gone ? 410 : 404, headers: { 'content-type': HTML_TYPE }, body }
}

/** A client that hung up, or a bug; neither may end the other blog too. */
function failure(error: unknown): Answer {
  return message(500, String(error))
}

function message(status: number, text: string): Answer {
  return { status, headers: { 'content-type': TEXT_TYPE }, body: `${text}\n` }
}
