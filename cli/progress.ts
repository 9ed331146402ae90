/** Shows on standard error how far long work is: a bar on a terminal, a line a stage elsewhere. */

const BAR_WIDTH = 30

/** ECMA-48: back to the line's start, and the line emptied. */
const ERASE_LINE = '\r\u001b[K'

export type Progress = {
  /** `total` is 0 while nobody knows it. */
  show: (stage: string, done: number, total: number) => void
  /** Leaves nothing of the bar behind. */
  end: () => void
}

export function progressTo(err: (text: string) => void, isTerminal: boolean): Progress {
  return isTerminal ? bar(err) : stages(err)
}

function bar(err: (text: string) => void): Progress {
  return {
    show(stage, done, total) {
      const filled = total === 0 ? 0 : Math.floor((BAR_WIDTH * Math.min(done, total)) / total)
      const drawn = '█'.repeat(filled).padEnd(BAR_WIDTH, '░')
      err(`${ERASE_LINE}${drawn} ${total === 0 ? '' : `${done}/${total} `}${stage}`)
    },
    end: () => err(ERASE_LINE),
  }
}

/** A log is not drawn over: each stage is told once. */
function stages(err: (text: string) => void): Progress {
  let told = ''
  return {
    show(stage) {
      if (stage !== told) err(`${stage}\n`)
      told = stage
    },
    end: () => undefined,
  }
}
