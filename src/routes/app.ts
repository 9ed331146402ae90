/** The whole HTTP interface: every path, under one set of security headers and error answers. */

import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'
import { ConfigError, configOf } from '../config.ts'
import { createPageCache } from '../storage/page-cache.ts'
import { createPointerMemory } from '../storage/pointer-memory.ts'
import { adminRoutes } from './admin-api.ts'
import { apiRoutes } from './api.ts'
import type { AppContext, AppEnv, Doors, IsolateMemory } from './app-types.ts'
import { articleRoutes } from './articles.ts'
import { assetRoutes } from './assets.ts'
import { deskRoutes } from './desk.ts'
import { listRoutes } from './lists.ts'
import { problem } from './problem.ts'
import { answerMessage } from './reader-pages.ts'
import { websubRoutes } from './websub.ts'

/** Builds the app of one isolate; what it remembers between requests lives in it. */
export function createApp(doors: Doors) {
  const memory: IsolateMemory = {
    pages: createPageCache(),
    pointers: createPointerMemory(),
    versions: createPointerMemory(),
  }
  const app = new Hono<AppEnv>({ strict: false })

  app.use(headers)
  app.use(async (c, next) => {
    c.set('doors', doors)
    c.set('memory', memory)
    c.set('config', configOf(c.env))
    await next()
  })
  app.route('/api/admin', adminRoutes)
  app.route('/api', apiRoutes)
  app.route('/admin', deskRoutes)
  app.route('/articles', articleRoutes)
  app.route('/websub', websubRoutes)
  app.route('/', assetRoutes)
  app.route('/', listRoutes)

  app.notFound((c) =>
    isApi(c) ? problem(c, 404, 'There is nothing here.') : answerMessage(c, 'not-found'),
  )
  app.onError((error, c) => {
    doors.log('request.failed', { path: new URL(c.req.url).pathname, message: String(error) })
    if (error instanceof ConfigError) return c.text(`${error.message}\n`, 500)
    return isApi(c)
      ? problem(c, 500, 'Something went wrong on our side.')
      : answerMessage(c, 'error')
  })
  return app
}

/** Partners see whence their readers come: the origin goes along, the path stays here. */
const REFERRER_POLICY = 'strict-origin-when-cross-origin'

const headers = createMiddleware<AppEnv>(
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'https:', 'http:', 'data:'],
      mediaSrc: ['https:', 'http:'],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      objectSrc: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: REFERRER_POLICY,
    crossOriginResourcePolicy: 'same-site',
    xFrameOptions: 'DENY',
  }),
)

function isApi(c: AppContext): boolean {
  return new URL(c.req.url).pathname.startsWith('/api/')
}
