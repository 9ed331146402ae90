/** A real Chromium, as npm brings it: the machine needs none of its own. */

import chromium from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'

/** Not the package's own arguments: those put everything into one process and switch security off. */
const ARGUMENTS = [
  '--headless=shell',
  // Containers and CI run as root, where Chromium's own sandbox cannot.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

export async function launchBrowser(): Promise<Browser> {
  const executablePath = await chromium.executablePath()
  return await playwright.launch({ executablePath, args: ARGUMENTS, headless: true })
}
