/** What we ask of a hub: W3C WebSub section 5.1, as the form that it takes. */

/** Ten days: what hubs commonly grant, and short enough that one that forgot us is noticed. */
const LEASE_SECONDS_WANTED = 10 * 24 * 60 * 60

export type HubRequest = {
  mode: 'subscribe' | 'unsubscribe'
  topic: string
  callback: string
  /** Less than 200 bytes, says section 5.1. */
  secret: string
}

/** `application/x-www-form-urlencoded`, for a POST to the hub. */
export function hubForm({ mode, topic, callback, secret }: HubRequest): string {
  const form = new URLSearchParams({
    'hub.mode': mode,
    'hub.topic': topic,
    'hub.callback': callback,
  })
  if (mode === 'subscribe') {
    form.set('hub.secret', secret)
    form.set('hub.lease_seconds', String(LEASE_SECONDS_WANTED))
  }
  return form.toString()
}

/** Where hubs reach us; `siteUrl` is our public origin. */
export function callbackUrl(siteUrl: string, token: string): string {
  return `${siteUrl}/websub/${token}`
}
