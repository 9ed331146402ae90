/** Places: as many at a time as there are, in turn, and none lost with a holder that died. */

import { describe, expect, it } from 'vitest'
import { createPlaces } from '../../src/pipeline/places.ts'

function placesWith(limit: number) {
  const clock = { ms: 0 }
  return { clock, places: createPlaces({ limit, heldMsMax: 1_000, now: () => clock.ms }) }
}

describe('createPlaces', () => {
  it('lets in as many as there are places, and the next ones in the order of asking', async () => {
    const { places } = placesWith(2)
    const order: string[] = []
    const leaves = await Promise.all([places.take(), places.take()])
    const third = places.take().then((leave) => {
      order.push('third')
      leave()
    })
    const fourth = places.take().then(() => order.push('fourth'))
    await Promise.resolve()
    expect(order).toEqual([])
    leaves[0]()
    await Promise.all([third, fourth])
    expect(order).toEqual(['third', 'fourth'])
  })

  it('counts a place once that is given back twice', async () => {
    const { places } = placesWith(1)
    const leave = await places.take()
    leave()
    await places.take()
    leave()
    let admitted = false
    void places.take().then(() => {
      admitted = true
    })
    await Promise.resolve()
    expect(admitted).toBe(false)
  })

  it('takes a place back that its holder has kept for longer than anything lasts', async () => {
    const { clock, places } = placesWith(1)
    await places.take()
    clock.ms = 1_001
    await expect(places.take()).resolves.toBeTypeOf('function')
  })
})
