/** Knows which host names lead to the same site: with `www.`, and the editions for phones and AMP. */

const VARIANT_LABELS: ReadonlySet<string> = new Set(['amp', 'm', 'mobile', 'www'])

/** One of them, first or second. */
const ANY_VARIANT = /^(?:[^.]*\.)?(?:amp|m|mobile|www)\./

/** An edition is named first, or second after a language. */
const EDITION_LABELS_MAX = 2

/** Labels under which countries register (`com.vn`, `co.uk`): not a site by themselves. */
const REGISTRY_LABELS: ReadonlySet<string> = new Set([
  'ac',
  'biz',
  'co',
  'com',
  'edu',
  'go',
  'gob',
  'gov',
  'id',
  'info',
  'ltd',
  'name',
  'ne',
  'net',
  'nom',
  'or',
  'org',
  'plc',
  'pro',
])

/**
 * Returns `host` (lower case, no port) without the labels that only choose an edition, also in
 * second place (`vi.m.site.example`). A site whose own name is such a word keeps it.
 */
export function withoutVariantLabels(host: string): string {
  if (!ANY_VARIANT.test(host)) return host
  if (/^[\d.]+$/.test(host) || host.startsWith('[')) return host
  const labels = host.split('.')
  const editions = Math.min(labels.length - ownLabelCount(labels), EDITION_LABELS_MAX)
  return labels.filter((label, index) => index >= editions || !VARIANT_LABELS.has(label)).join('.')
}

/** How many labels, from the right, name the site: two, or three under `com.vn` and the like. */
function ownLabelCount(labels: readonly string[]): number {
  const isCountry = labels.at(-1)?.length === 2
  return isCountry && REGISTRY_LABELS.has(labels.at(-2) ?? '') ? 3 : 2
}
