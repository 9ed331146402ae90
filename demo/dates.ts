/** The local times of demo articles in the forms that the blogs print and send them in. */

/** Vietnam has had this offset without summer time since 1975. */
const OFFSET = '+07:00'

/** The instant of a local time such as `2026-09-14T08:42`. */
export function instantOf(localTime: string): Date {
  return new Date(`${localTime}:00${OFFSET}`)
}

/** `08:42 AM, 14/09/2026`; hours past noon as the blogs' software writes them, `01:54 PM`. */
export function clockAndDate(localTime: string): string {
  const [date = '', clock = ''] = localTime.split('T')
  const [year, month, day] = date.split('-')
  const [hours = '', minutes = ''] = clock.split(':')
  const hour = Number(hours)
  const shown = String(hour % 12 === 0 ? 12 : hour % 12).padStart(2, '0')
  return `${shown}:${minutes} ${hour < 12 ? 'AM' : 'PM'}, ${day}/${month}/${year}`
}

/** RFC 822 as RSS asks for it, with the blog's own offset: `Mon, 14 Sep 2026 08:42:00 +0700`. */
export function feedDate(localTime: string): string {
  const asUtc = new Date(`${localTime}:00Z`)
  return asUtc.toUTCString().replace('GMT', OFFSET.replace(':', ''))
}
