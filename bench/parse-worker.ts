/** The crawler's baseline: a Worker that fetches pages and parses them, and does nothing else with them. */

import { load } from 'cheerio/slim'

export default {
  /** Body: hosts, each with its pages; one request at a time to each, as the crawler does. */
  async fetch(request: Request): Promise<Response> {
    const hosts: string[][] = await request.json()
    let elements = 0
    await Promise.all(
      hosts.map(async (pages) => {
        for (const page of pages) {
          const response = await fetch(page)
          elements += load(await response.text())('*').length
        }
      }),
    )
    return Response.json({ elements })
  },
}
