/** Parses the JSON that partners write by hand: comments, CDATA, commas and line breaks too many. */

/** In UTF-16 code units of one script. */
const SCRIPT_LENGTH_MAX = 1_000_000

const WRAPPERS = ['<!--', '-->', '//<![CDATA[', '//]]>', '/*<![CDATA[*/', '/*]]>*/'] as const
const BARE_WRAPPERS = ['<![CDATA[', ']]>'] as const

const CONTROL = /\p{Cc}/gu

const EXTRA_COMMA = /,\s{0,100}([}\]])/g

/** The value, or undefined for a script that is no JSON even so. */
export function parseLenientJson(script: string): unknown {
  if (script.length > SCRIPT_LENGTH_MAX) return undefined
  const direct = parse(script)
  if (direct !== undefined) return direct
  const bare = [...WRAPPERS, ...BARE_WRAPPERS].reduce(
    (text, wrapper) => text.replaceAll(wrapper, ''),
    script,
  )
  const trimmed = bare.trim().replace(/;$/, '')
  return parse(trimmed) ?? parse(trimmed.replace(CONTROL, ' ').replace(EXTRA_COMMA, '$1'))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
