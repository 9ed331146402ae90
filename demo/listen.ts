/** Opens and closes the demo's servers, and says plainly why one cannot open. */

import type { Server } from 'node:http'

export interface ListenAddress {
  readonly host: string
  /** 0 for any free one. */
  readonly port: number
}

/** `http://127.0.0.1:8788`, without a slash. */
export function originOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/**
 * The URL of the server, with the port that was given or found, and a slash.
 *
 * @throws {Error} naming the port, if it cannot be had.
 */
export function listen(server: Server, { host, port }: ListenAddress): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'is already taken' : `cannot be used: ${error.code}`
      const message = `Port ${port} on ${host} ${why}. Free it or choose another.`
      reject(new Error(message, { cause: error }))
    })
    server.listen(port, host, () => {
      const address = server.address()
      const open = typeof address === 'object' && address !== null ? address.port : port
      resolve(`${originOf(host, open)}/`)
    })
  })
}

/** Ends the server and its open connections. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
