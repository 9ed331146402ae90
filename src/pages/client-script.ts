/** The one script: keeps counts and reports fresh, and opens the contents where there is room. */

/** As stated to operators: a page that stays open asks this often. */
const REFRESH_MS = 15_000

/**
 * Served at CLIENT_SCRIPT_PATH. Everything works without it. A page that was made in advance was
 * not counted by its request, so it sends a beacon when a person really comes to see it; so does
 * one that comes back from the back/forward cache, without any request.
 */
export const CLIENT_SCRIPT = `(() => {
  const contents = document.querySelector('.contents')
  const wide = matchMedia('(min-width: 64rem)')
  const unfold = () => { contents.open = wide.matches }
  if (contents) {
    unfold()
    wide.addEventListener('change', unfold)
  }

  const report = document.querySelector('[data-reload]')
  const reload = () => { if (document.visibilityState === 'visible') location.reload() }
  if (report) setInterval(reload, report.dataset.reload * 1000)

  const counter = document.querySelector('[data-views]')
  if (!counter) return
  const slug = encodeURIComponent(counter.dataset.views)
  const numbers = new Intl.NumberFormat(document.documentElement.lang === 'en' ? 'en-GB' : 'vi-VN')

  const refresh = async () => {
    if (document.visibilityState !== 'visible') return
    try {
      const answer = await fetch('/api/articles/' + slug + '/views', { priority: 'low' })
      if (!answer.ok) return
      const { views } = await answer.json()
      if (Number.isSafeInteger(views)) counter.textContent = numbers.format(views)
    } catch {
      // Offline, or cut off by leaving the page: the count shown stays.
    }
  }
  const tell = () => navigator.sendBeacon('/articles/' + slug + '/view')
  const begin = () => {
    refresh()
    setInterval(refresh, ${REFRESH_MS})
  }

  addEventListener('pageshow', (event) => {
    if (!event.persisted) return
    tell()
    refresh()
  })
  document.addEventListener('visibilitychange', refresh)

  const arrival = performance.getEntriesByType('navigation')[0] || {}
  if (document.prerendering) {
    document.addEventListener('prerenderingchange', () => { tell(); begin() }, { once: true })
  } else {
    if (arrival.activationStart > 0 || arrival.deliveryType === 'navigational-prefetch') tell()
    begin()
  }
})()
`

/** Where the script is asked for; the path changes with the script, so it may be cached for ever. */
export const CLIENT_SCRIPT_PATH = `/assets/app.js?v=${fingerprint(CLIENT_SCRIPT)}`

/** FNV-1a, 32 bits: tells versions apart, promises nothing against an attacker. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  return (hash >>> 0).toString(16)
}
