/** Recognises the messages that a server's faulty script prints into its pages, before and inside the text. */

/** In UTF-16 code units; a longer text only speaks of one. */
const MESSAGE_LENGTH_MAX = 500

const LABEL = /^(?:warning|notice|deprecated|strict standards|fatal error|parse error): /i
const PLACE = / on line \d{1,6}\.?$/

/** Whether the whole text is one: `Warning: … in /srv/page.php on line 12`. */
export function isServerMessage(text: string): boolean {
  return text.length <= MESSAGE_LENGTH_MAX && LABEL.test(text) && PLACE.test(text)
}
