/** A number of places that what goes on at the same time in one isolate has to share. */

export type Places = {
  /** Waits for a place, in the order of asking; what it returns gives the place back. */
  take: () => Promise<() => void>
}

type PlacesOptions = {
  /** How many there are. */
  limit: number
  /** A place that was not given back by then was its holder's whom the platform has ended. */
  heldMsMax: number
  /** Unix milliseconds. */
  now: () => number
}

/** Places for `limit` at a time. */
export function createPlaces({ limit, heldMsMax, now }: PlacesOptions): Places {
  const takenAt = new Map<symbol, number>()
  const waiting: (() => void)[] = []

  function admit(): void {
    for (const [holder, since] of takenAt) {
      if (now() - since > heldMsMax) takenAt.delete(holder)
    }
    while (takenAt.size < limit) {
      const next = waiting.shift()
      if (next === undefined) return
      next()
    }
  }

  function take(): Promise<() => void> {
    return new Promise((resolve) => {
      const holder = Symbol('holder')
      waiting.push(() => {
        takenAt.set(holder, now())
        resolve(() => {
          if (takenAt.delete(holder)) admit()
        })
      })
      admit()
    })
  }

  return { take }
}
