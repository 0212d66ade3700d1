import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spread } from './spread.ts'

describe('spread', () => {
  it.each<[string, number[], number[]]>([
    ['leaves what stands apart', [10, 50, 90], [10, 50, 90]],
    ['pushes what overlaps on', [10, 15, 90], [10, 30, 90]],
    ['keeps the order of what is given', [15, 10, 90], [30, 10, 90]],
    ['keeps equal values in their order', [10, 10, 10], [10, 30, 50]],
    ['pushes back from the end', [10, 98, 99], [10, 80, 100]],
    ['holds all at the end', [100, 100, 100], [60, 80, 100]],
    ['holds all at the start', [0, 0, 0], [0, 20, 40]],
    ['has nothing to do', [], []],
  ])('%s', (_, wanted, expected) => {
    expect(spread(wanted, 20, 0, 100)).toEqual(expected)
  })

  it('keeps every pair apart, in order and inside', () => {
    const three = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(three, (wanted) => {
        const places = spread(wanted, 18, 0, 100).sort((a, b) => a - b)
        for (const [index, place] of places.entries()) {
          expect(place).toBeGreaterThanOrEqual(0)
          expect(place).toBeLessThanOrEqual(100)
          if (index > 0) expect(place - places[index - 1]!).toBeGreaterThanOrEqual(18)
        }
      }),
    )
  })
})
