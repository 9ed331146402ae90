/** Splits a stream into lines at line feeds only: JSON may hold U+2028, at which readline cuts. */

import { StringDecoder } from 'node:string_decoder'

/** Each line as soon as it is there, without its line end; the last may lack one. */
export async function* lines(stream: NodeJS.ReadableStream): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  const started: string[] = []
  for await (const chunk of stream) {
    const [rest = '', ...whole] = (typeof chunk === 'string' ? chunk : decoder.write(chunk)).split(
      '\n',
    )
    started.push(rest)
    for (const next of whole) {
      yield withoutReturn(started.join(''))
      started.length = 0
      started.push(next)
    }
  }
  const last = started.join('') + decoder.end()
  if (last !== '') yield withoutReturn(last)
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}
