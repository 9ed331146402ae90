/** What readers see, in a real browser: wide and narrow, in both languages. */

import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './browser.ts'
import { PERSON, type Servers, startServers } from './servers.ts'

const RUN_TIMEOUT_MS = 60_000
const WIDTHS = [1280, 390]
const LANGUAGES = ['vi', 'en']
const VIEWS = WIDTHS.flatMap((width) => LANGUAGES.map((language) => [width, language] as const))

let servers: Servers
let browser: Browser
let articlePath: string

beforeAll(async () => {
  ;[servers, browser] = await Promise.all([startServers(), launchBrowser()])
  for (const blog of servers.demo.blogs) {
    const added = await servers.operator.addPartner(blog)
    const runId = await servers.operator.startRun(added?.id ?? '')
    await servers.operator.finishedRun(runId, RUN_TIMEOUT_MS)
  }
  const answer = await fetch(`${servers.runtime.url}/api/articles?q=hop dong kol`)
  const { items } = (await answer.json()) as { items: { slug: string }[] }
  articlePath = `/articles/${items[0]?.slug}`
})

afterAll(async () => {
  await browser?.close()
  await servers?.stop()
})

/** Opens a page as a reader does and returns it with everything that went wrong in it. */
async function open(path: string, width: number, language: string) {
  const context = await browser.newContext({
    viewport: { width, height: 844 },
    userAgent: PERSON,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('requestfailed', (request) => complaints.push(`${request.url()} failed`))
  const separator = path.includes('?') ? '&' : '?'
  const url = `${servers.runtime.url}${path}${separator}lang=${language}`
  const response = await page.goto(url, { waitUntil: 'networkidle' })
  return { page, complaints, status: response?.status(), close: () => context.close() }
}

async function overflow(page: Page): Promise<number> {
  return await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
}

async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return await page.evaluate(async () => {
    const { violations } = await (
      globalThis as unknown as {
        axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
      }
    ).axe.run()
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  })
}

describe.each(VIEWS)('at %d px in %s', (width, language) => {
  it('the home page fits, is accessible and says nothing in the console', async () => {
    const { page, complaints, close } = await open('/', width, language)
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    expect(await page.locator('main a[href^="/articles/"]').count()).toBeGreaterThan(10)
    expect(await overflow(page)).toBe(0)
    expect(await axeViolations(page)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })

  it('an article has every part in its place', async () => {
    const { page, complaints, close } = await open(articlePath, width, language)
    expect(await page.locator('h1').count()).toBe(1)
    const facts = await page.locator('main header').first().innerText()
    expect(facts).toMatch(
      language === 'vi'
        ? /Ngày đăng: \d\d:\d\d, \d\d\/\d\d\/\d{4} · Lượt xem: [\d.]+/
        : /Views: [\d,]+/,
    )
    expect(
      await page
        .locator('a[href^="http://127.0.0.1"][href*="/bai-viet/"], a[href*="/tin-tuc/"]')
        .count(),
    ).toBeGreaterThan(0)
    const markers = await page.locator('main h3').allInnerTexts()
    expect(markers.filter((heading) => /^[a-i]\./.test(heading)).length).toBeGreaterThan(3)
    expect(await page.locator('main').innerText()).not.toContain('Thương hiệu nổi bật')
    expect(await overflow(page)).toBe(0)
    expect(await axeViolations(page)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })

  it('a page that is not there says so in the reader’s language', async () => {
    const { page, status, close } = await open('/articles/khong-co', width, language)
    expect(status).toBe(404)
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    expect(await overflow(page)).toBe(0)
    await close()
  })
})

describe('reading', () => {
  it('goes from home to an article and on to a related one', async () => {
    const { page, complaints, close } = await open('/', 390, 'vi')
    await page.locator('main a[href^="/articles/"]').first().click()
    await page.waitForURL(/\/articles\//)
    const first = page.url()
    await page.locator('main section a[href^="/articles/"]').first().click()
    await page.waitForURL((url) => url.href !== first)
    expect(await page.locator('h1').count()).toBe(1)
    expect(complaints).toEqual([])
    await close()
  })

  it('works without JavaScript', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, userAgent: PERSON })
    const page = await context.newPage()
    await page.goto(`${servers.runtime.url}${articlePath}`)
    expect(await page.locator('h1').innerText()).not.toBe('')
    await page.goto(`${servers.runtime.url}/`)
    await page.locator('a[rel="next"]').click()
    await page.waitForURL(/cursor=/)
    expect(await page.locator('main a[href^="/articles/"]').count()).toBeGreaterThan(0)
    await context.close()
  })

  it('reaches the article by the keyboard alone', async () => {
    const { page, close } = await open(articlePath, 1280, 'vi')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#content')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => location.hash)).toBe('#content')
    await close()
  })
})

describe('the desk', () => {
  it('lets the operator in, shows the partners and a preview with what was removed', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
    const page = await context.newPage()
    await page.goto(`${servers.runtime.url}/admin`)
    await page.locator('input[name="token"]').fill('end-to-end-admin-token')
    await page.locator('main button[type="submit"], main button').first().click()
    await page.waitForURL(/\/admin$/)
    for (const blog of servers.demo.blogs) {
      expect(await page.locator('main').innerText()).toContain(blog.name)
    }
    const [article] = servers.demo.articles(0)
    await page.locator('form[action="/admin/preview"] input[name="url"]').fill(article?.url ?? '')
    await page.locator('form[action="/admin/preview"] button').click()
    await page.waitForLoadState()
    const preview = await page.locator('main').innerText()
    expect(preview).toContain(article?.title)
    expect(preview).toContain('Thương hiệu nổi bật')
    expect(preview).toContain('38')
    expect(await overflow(page)).toBe(0)
    await context.close()
  })
})
