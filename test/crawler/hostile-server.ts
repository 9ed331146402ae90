/** A server that speaks HTTP as no server should, octet by octet, and counts who is still connected. */

import { createServer, type Socket } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'

export type HostileServer = {
  /** Without a trailing slash. */
  origin: string
  host: string
  /** Heads of the requests so far, as they came. */
  heads: string[]
  openSockets: () => Promise<number>
  close: () => Promise<void>
}

const MEBIBYTE = 1024 * 1024
const PAGE = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n'
const CHUNK = Buffer.alloc(64 * 1024, 'a')

const GZIP_BOMB = gzipSync(Buffer.alloc(64 * MEBIBYTE))
const BROTLI_BOMB = brotliCompressSync(Buffer.alloc(64 * MEBIBYTE))

/** What it answers to each path, and when it hangs up. */
const ANSWERS: Record<string, (socket: Socket) => void> = {
  '/page': says(`${PAGE}Content-Length: 6\r\n\r\n<p>abc`),
  '/reset': (socket) => void socket.resetAndDestroy(),
  '/hang-up': (socket) => void socket.end(),
  '/no-http': says('<html>hello'),
  '/octets': says(Buffer.from(Array.from({ length: 300 }, (_, n) => n % 256))),
  '/slow-headers': drips('HTTP/1.1 200 OK\r\n', 'X'),
  '/early-hints-forever': drips('', 'HTTP/1.1 102 Processing\r\n\r\n'),
  '/early-hints': says(
    `HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n${PAGE}Content-Length: 6\r\n\r\n<p>abc`,
  ),
  '/many-headers': says(`${PAGE}${'X-Header: 0123456789\r\n'.repeat(50_000)}\r\n<p>`),
  '/headers-forever': drips(PAGE, `X-Header: ${'a'.repeat(8000)}\r\n`),
  '/header-without-colon': says('HTTP/1.1 200 OK\r\nno colon\r\n\r\n<p>'),
  '/header-with-nul': says('HTTP/1.1 200 OK\r\nX-A: \0\r\n\r\n<p>'),
  '/status-99': says('HTTP/1.1 99 Low\r\nContent-Length: 0\r\n\r\n'),
  '/status-999': says('HTTP/1.1 999 Denied\r\nContent-Length: 0\r\n\r\n'),
  '/silent-body': says(`${PAGE}Content-Length: 100\r\n\r\n`, { stays: true }),
  '/slow-body': drips(`${PAGE}\r\n`, 'a'),
  '/endless': pours(`${PAGE}\r\n`),
  '/endless-chunked': pours(`${PAGE}Transfer-Encoding: chunked\r\n\r\n`, '10000\r\n', '\r\n'),
  '/length-too-long': says(`${PAGE}Content-Length: 100\r\n\r\n<p>abc`),
  '/length-too-short': says(`${PAGE}Content-Length: 3\r\n\r\n<p>abc`),
  '/length-negative': says(`${PAGE}Content-Length: -5\r\n\r\n<p>abc`),
  '/length-twice': says(`${PAGE}Content-Length: 3\r\nContent-Length: 6\r\n\r\n<p>abc`),
  '/length-huge': says(`${PAGE}Content-Length: 99999999999\r\n\r\n<p>abc`, { stays: true }),
  '/chunks-of-nonsense': says(`${PAGE}Transfer-Encoding: chunked\r\n\r\nzz\r\n<p>\r\n0\r\n\r\n`),
  '/chunks-cut-off': says(`${PAGE}Transfer-Encoding: chunked\r\n\r\n6\r\n<p>abc\r\n`),
  '/chunk-of-exabytes': says(`${PAGE}Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n<p>`),
  '/reset-in-body': (socket) => {
    socket.write(`${PAGE}Content-Length: 100\r\n\r\n<p>abc`, () =>
      setTimeout(() => socket.resetAndDestroy(), 20),
    )
  },
  '/gzip-bomb': sends('text/html', GZIP_BOMB, 'gzip'),
  '/brotli-bomb': sends('text/html', BROTLI_BOMB, 'br'),
  '/gzip-nonsense': sends('text/html', Buffer.from('<p>no gzip'), 'gzip'),
  '/gzip-cut-off': sends('text/html', gzipSync('<p>'.repeat(5000)).subarray(0, 40), 'gzip'),
  '/bomb.gz': sends('application/gzip', gzipSync(Buffer.alloc(80 * MEBIBYTE))),
  '/half.gz': sends('application/gzip', gzipSync(sitemap()).subarray(0, 30_000)),
  '/whole.gz': sends('application/gzip', gzipSync(sitemap())),
  '/nonsense.gz': sends('application/gzip', Buffer.from([0x1f, 0x8b, 1, 2, 3, 4, 5, 6, 7, 8])),
  '/redirect-megabyte': says(`HTTP/1.1 302 F\r\nLocation: /${'a'.repeat(MEBIBYTE)}\r\n\r\n`),
  '/redirect-long': says(
    `HTTP/1.1 302 F\r\nContent-Length: 0\r\nLocation: /${'a'.repeat(9000)}\r\n\r\n`,
  ),
  '/redirect-utf8': says(
    'HTTP/1.1 302 F\r\nContent-Length: 0\r\nLocation: http://intranet/tin-tức\r\n\r\n',
  ),
  '/redirect-with-body': pours('HTTP/1.1 302 F\r\nLocation: /page\r\n\r\n'),
  '/gone-with-body': pours('HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n'),
}

export async function startHostileServer(): Promise<HostileServer> {
  const heads: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    // Whoever is hung up on by its victim has nothing to complain about.
    socket.on('error', () => {})
    socket.on('data', (data) => {
      const head = data.toString('latin1')
      heads.push(head)
      const path = head.split(' ', 2)[1] ?? '/'
      const answer = ANSWERS[path] ?? says('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n')
      answer(socket)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const host = `127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  return {
    origin: `http://${host}`,
    host,
    heads,
    openSockets: () =>
      new Promise((resolve) => server.getConnections((_error, count) => resolve(count))),
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function says(answer: string | Uint8Array, { stays = false } = {}): (socket: Socket) => void {
  return (socket) => void (stays ? socket.write(answer) : socket.end(answer))
}

function sends(type: string, body: Uint8Array, encoding?: string): (socket: Socket) => void {
  const coding = encoding === undefined ? '' : `Content-Encoding: ${encoding}\r\n`
  const head = `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n${coding}`
  return (socket) => {
    socket.write(`${head}Content-Length: ${body.length}\r\n\r\n`)
    socket.end(body)
  }
}

/** Slow-loris: a little now and then, for ever. */
function drips(head: string, drop: string): (socket: Socket) => void {
  return (socket) => {
    socket.write(head)
    const timer = setInterval(() => socket.write(drop), 10)
    socket.on('close', () => clearInterval(timer))
  }
}

/** As much as somebody takes, for ever. */
function pours(head: string, before = '', after = ''): (socket: Socket) => void {
  const chunk = Buffer.concat([Buffer.from(before), CHUNK, Buffer.from(after)])
  return (socket) => {
    const more = () => {
      while (!socket.destroyed && socket.write(chunk));
    }
    socket.on('drain', more)
    socket.write(head)
    more()
  }
}

function sitemap(): string {
  return Array.from({ length: 20_000 }, (_, n) => `<loc>/${(n * 7919) % 10_007}</loc>`).join('')
}
