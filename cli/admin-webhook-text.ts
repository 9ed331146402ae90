/** A webhook that was just made, as the operator has to see it: nobody shows its secret again. */

import * as z from 'zod/mini'

export const newWebhookSchema = z.object({
  id: z.string(),
  url: z.string(),
  /** Empty: every type. */
  events: z.array(z.string()),
  secret: z.string(),
})

export function webhookFacts({ id, url, events, secret }: z.infer<typeof newWebhookSchema>) {
  return {
    webhook: id,
    'sends to': url,
    events: eventNames(events),
    'secret (shown once)': secret,
  }
}

export function eventNames(events: string[]): string {
  return events.length === 0 ? 'all' : events.join(',')
}
