/** What pages load beside themselves, and the small files that machines ask every site for. */

import { Hono } from 'hono'
import { CLIENT_SCRIPT } from '../pages/client-script.ts'
import type { AppEnv } from './app-types.ts'

export const assetRoutes = new Hono<AppEnv>()

/** The address names the content (`?v=`): what a browser has once it never asks for again. */
assetRoutes.get('/assets/app.js', (c) => {
  c.header('cache-control', 'public, max-age=31536000, immutable')
  return c.body(CLIENT_SCRIPT, 200, { 'content-type': 'text/javascript; charset=utf-8' })
})

assetRoutes.get('/robots.txt', (c) => {
  c.header('cache-control', 'public, max-age=3600')
  return c.text('User-agent: *\nDisallow: /admin\nDisallow: /api/admin\nDisallow: /search\n')
})

assetRoutes.get('/favicon.ico', (c) => c.body(null, 204))

assetRoutes.get('/healthz', async (c) => {
  await c.env.DB.prepare('SELECT 1').first()
  c.header('cache-control', 'no-store')
  return c.json({ status: 'ok' })
})
