/** The table of received webhooks that a partner sees. */

import { type Html, html } from './html.ts'
import type { ReceivedEvent } from './receiver.ts'

/** Newest first, as given. */
export function receivedTable(events: readonly ReceivedEvent[]): Html {
  if (events.length === 0) return html`<p>Chưa nhận được webhook nào.</p>`
  return html`<table>
<thead><tr><th>Nhận lúc</th><th>Sự kiện</th><th>Tiêu đề</th><th>Chữ ký</th></tr></thead>
<tbody>${events.map(row)}</tbody>
</table>`
}

function row(event: ReceivedEvent): Html {
  return html`<tr><td>${event.receivedAt}</td><td>${event.type ?? 'không rõ'}</td><td>${event.title ?? ''}</td>
<td>${event.verified ? 'đã xác minh' : `bị từ chối: ${event.reason ?? ''}`}</td></tr>
`
}
