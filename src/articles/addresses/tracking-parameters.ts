/** Knows which query parameters say where a reader came from, and nothing about the page. */

/**
 * Alphabetically sorted; compared in lower case. Sources: the parameters that browsers strip
 * (Brave, Firefox), the senders' own documentation, and what Vietnamese sites carry (`zarsrc`: Zalo).
 * `vn_…` parameters are not here: Vietnamese sites select content with them.
 */
const TRACKING_NAMES: ReadonlySet<string> = new Set([
  '__cft__[0]',
  '__hsfp',
  '__hssc',
  '__hstc',
  '__s',
  '__tn__',
  '__twitter_impression',
  '_branch_match_id',
  '_ga',
  '_gl',
  '_hsenc',
  '_hsmi',
  '_openstat',
  'cmpid',
  'dclid',
  'epik',
  'fbclid',
  'gad_campaignid',
  'gad_source',
  'gbraid',
  'gclid',
  'gclsrc',
  'guccounter',
  'guce_referrer',
  'guce_referrer_sig',
  'hsctatracking',
  'igsh',
  'igshid',
  'li_fat_id',
  'mc_cid',
  'mc_eid',
  'mkt_tok',
  'ml_subscriber',
  'ml_subscriber_hash',
  'msclkid',
  'ncid',
  'oly_anon_id',
  'oly_enc_id',
  'rb_clickid',
  'ref_src',
  'ref_url',
  's_cid',
  'scm',
  'spm',
  'srsltid',
  'ttclid',
  'twclid',
  'vero_conv',
  'vero_id',
  'wbraid',
  'wickedid',
  'yclid',
  'ysclid',
  'zarsrc',
])

const TRACKING_PREFIXES = ['_ga_', 'hsa_', 'itm_', 'matomo_', 'mtm_', 'piwik_', 'pk_', 'utm_']

/**
 * Says whether `name=value` can be left out of an address. `ref` can, unless its value is a path:
 * code browsers and archives select what they show with it.
 */
export function isTracking(name: string, value: string): boolean {
  const key = name.toLowerCase()
  if (key === 'ref') return !isPath(value)
  return TRACKING_NAMES.has(key) || TRACKING_PREFIXES.some((prefix) => key.startsWith(prefix))
}

/** `/a/b`, `refs/heads/main`; not `https://a.example/` or `a.example/b`, which name a site. */
function isPath(value: string): boolean {
  const plain = value.replace(/%2f/gi, '/')
  const slash = plain.indexOf('/')
  if (slash === -1 || plain.startsWith('//')) return false
  return !/[.:%]/.test(plain.slice(0, slash))
}
