/** Three ways to run the tests: plain Node for what is pure, workerd for what stores, real servers for the whole. */

import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

/** Pure folders need no Worker: they run in plain Node, in a tenth of the time. */
const PURE = [
  'articles',
  'scrapers',
  'dedupe',
  'crawler',
  'views',
  'webhooks',
  'pages',
  'demo',
  'cli',
  'docs',
].map((folder) => `test/${folder}/**/*.test.{ts,tsx}`)

/** Real servers, a real browser: one file at a time, for they share ports and cores. */
const END_TO_END = ['test/e2e/**/*.test.ts']

/** Nothing here is timed: a test that ends is a test that a busy machine may take long for. */
const TIMEOUT_MS = 60_000

export default defineConfig({
  test: {
    testTimeout: TIMEOUT_MS,
    hookTimeout: TIMEOUT_MS,
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      {
        extends: true,
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: {
                TEST_MIGRATIONS: await readD1Migrations('migrations'),
                ADMIN_TOKEN: 'test-admin-token-0123456789',
              },
            },
          })),
        ],
        test: {
          name: 'worker',
          include: ['test/{storage,pipeline,routes}/**/*.test.{ts,tsx}'],
          setupFiles: ['./test/setup.ts'],
          isolate: false, // test/setup.ts empties storage before every test instead
        },
      },
      {
        extends: true,
        test: {
          name: 'end-to-end',
          include: END_TO_END,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
