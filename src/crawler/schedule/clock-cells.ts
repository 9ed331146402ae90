/** Cuts a stretch of time at the hours of the clock (UTC): what a rhythm is counted in. */

const HOUR_MS = 3_600_000

/** A stretch within one hour of one day. */
export type ClockCell = {
  /** 0–23, UTC. */
  hour: number
  /** 0 = Sunday, UTC. */
  day: number
  /** How much of the hour, 0 to 1. */
  hours: number
  startMs: number
}

/** The cells from `fromMs` to `untilMs` in order; none where the one is not before the other. */
export function* clockCells(fromMs: number, untilMs: number): Generator<ClockCell> {
  let startMs = fromMs
  while (startMs < untilMs) {
    const endMs = Math.min((Math.floor(startMs / HOUR_MS) + 1) * HOUR_MS, untilMs)
    const start = new Date(startMs)
    const hours = (endMs - startMs) / HOUR_MS
    yield { hour: start.getUTCHours(), day: start.getUTCDay(), hours, startMs }
    startMs = endMs
  }
}
