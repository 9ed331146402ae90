/** Reads the zones of feeds' dates. */

const MINUTES_MAX = 14 * 60

/** RFC 822 section 5.1: letters of the military, of which J is none. Minutes east of UTC. */
const MILITARY = [...'mlkihgfedcbaznopqrstuvwxy'].map(
  (letter, index) => [letter, (index - 12) * 60] as const,
)

/**
 * Minutes east of UTC of the zones that RFC 822 names, and of those met in feeds. What means
 * several zones (`IST`) is not here.
 */
const ZONES: ReadonlyMap<string, number> = new Map([
  ...MILITARY,
  ['acdt', 630],
  ['acst', 570],
  ['adt', -180],
  ['aedt', 660],
  ['aest', 600],
  ['akdt', -480],
  ['akst', -540],
  ['art', -180],
  ['ast', -240],
  ['awst', 480],
  ['brt', -180],
  ['bst', 60],
  ['cat', 120],
  ['cdt', -300],
  ['cest', 120],
  ['cet', 60],
  ['cst', -360],
  ['eat', 180],
  ['edt', -240],
  ['eest', 180],
  ['eet', 120],
  ['est', -300],
  ['gmt', 0],
  ['hkt', 480],
  ['hst', -600],
  ['ict', 420],
  ['jst', 540],
  ['kst', 540],
  ['mdt', -360],
  ['mest', 120],
  ['mesz', 120],
  ['met', 60],
  ['mez', 60],
  ['msd', 240],
  ['msk', 180],
  ['mst', -420],
  ['myt', 480],
  ['nzdt', 780],
  ['nzst', 720],
  ['pdt', -420],
  ['pht', 480],
  ['pkt', 300],
  ['pst', -480],
  ['sast', 120],
  ['sgt', 480],
  ['ut', 0],
  ['utc', 0],
  ['west', 60],
  ['wet', 0],
  ['wib', 420],
])

/** `+0700`, `+07:00`, `GMT+7`; a second name of the same zone after it says nothing new. */
const DISTANCE =
  /^(?:gmt|utc?|z)?\s?([+-])\s?(\d{1,2}):?(\d{2})?(?::?00)?(?:\s(?:[a-z]{1,5}|[+-]\d{2,4}))?$/

/** Minutes east of UTC of a zone as written, in lower case; 0 for none, undefined for an unknown one. */
export function zoneMinutes(written: string): number | undefined {
  const name = written
    .replace(/[([][^()[\]]{0,60}[)\]]\s?$/, '')
    .replace('\u2212', '-')
    .trim()
  if (name === '') return 0
  const named = ZONES.get(name)
  if (named !== undefined) return named
  const [, sign, hours, minutes = '0'] = DISTANCE.exec(name) ?? []
  if (sign === undefined || Number(minutes) > 59) return undefined
  const distance = Number(hours) * 60 + Number(minutes)
  if (distance > MINUTES_MAX) return undefined
  return sign === '-' && distance > 0 ? -distance : distance
}
