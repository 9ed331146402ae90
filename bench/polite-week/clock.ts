/** A clock that stands still while anybody works, and jumps to the next instant at which something happens. */

export type Clock = {
  /** Unix milliseconds. */
  now: () => number
  sleep: (milliseconds: number) => Promise<void>
  /** Waits for what never comes; throws the signal's reason when it fires. */
  hang: (signal: AbortSignal) => Promise<never>
  /** `AbortSignal.timeout` on this clock. */
  timeout: (milliseconds: number) => AbortSignal
  /** Begins `work` at that instant, beside whatever goes on then. */
  at: (atMs: number, work: () => Promise<void>) => void
  /** Lets everything happen that is due until then; throws what any work threw. */
  runUntil: (untilMs: number) => Promise<void>
}

type Due = { atMs: number; happen: () => void }

export function createClock(startMs: number): Clock {
  let nowMs = startMs
  let busy = 0
  let fault: unknown
  let settled: () => void = () => undefined
  const due: Due[] = []

  function plan(atMs: number, happen: () => void): void {
    const entry = { atMs: Math.max(Math.ceil(atMs), nowMs), happen }
    const later = due.findIndex((one) => one.atMs > entry.atMs)
    due.splice(later === -1 ? due.length : later, 0, entry)
  }

  function rest(): void {
    busy -= 1
    if (busy <= 0) settled()
  }

  function sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      plan(nowMs + Math.max(0, milliseconds), () => {
        busy += 1
        resolve()
      })
      rest()
    })
  }

  function hang(signal: AbortSignal): Promise<never> {
    return new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => {
        busy += 1
        reject(signal.reason)
      })
      rest()
    })
  }

  function timeout(milliseconds: number): AbortSignal {
    const controller = new AbortController()
    plan(nowMs + milliseconds, () => controller.abort(new DOMException('late', 'TimeoutError')))
    return controller.signal
  }

  function at(atMs: number, work: () => Promise<void>): void {
    plan(atMs, () => {
      busy += 1
      work()
        .catch((error: unknown) => {
          fault ??= error
        })
        .finally(rest)
    })
  }

  function standstill(): Promise<void> {
    return new Promise((resolve) => {
      settled = resolve
    })
  }

  async function runUntil(untilMs: number): Promise<void> {
    for (;;) {
      if (busy > 0) await standstill()
      if (fault !== undefined) throw fault
      const [next] = due
      if (next === undefined || next.atMs > untilMs) break
      due.shift()
      nowMs = next.atMs
      next.happen()
    }
    nowMs = Math.max(nowMs, untilMs)
  }

  return { now: () => nowMs, sleep, hang, timeout, at, runUntil }
}
