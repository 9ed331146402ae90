/** Recognises the questions of an interview, which are set bold and yet head no sections. */

/** Who asks: `PV:`, `Hỏi:`, `Q:`, or a dash. */
const ASKER = /^(?:(?:pv|p\.v\.?|phóng viên|hỏi|q|người dẫn)\s?:|[-–—])\s?\S/iu

/** Who is asked, as Vietnamese addresses people; `Anh` inside a sentence is a country. */
const ASKED = /(?:^(?:ông|bà|anh|chị)|[\s,](?:ông|bà|anh|chị))(?=[\s,?])/u
const ASKED_FIRST = /^(?:Ông|Bà|Anh|Chị)\s/u

/** Whether the line (NFC) asks somebody: a question of a text that explains asks nobody. */
export function asksSomebody(line: string): boolean {
  if (!line.endsWith('?')) return false
  return ASKER.test(line) || ASKED.test(line) || ASKED_FIRST.test(line)
}
