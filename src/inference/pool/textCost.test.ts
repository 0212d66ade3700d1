import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textCost } from './textCost.ts'

const WINDOW = { pieces: 256, overlap: 64 }

describe('textCost', () => {
  it.each([
    { characters: 0, cost: 6 },
    { characters: 1, cost: 7 },
    { characters: 80, cost: 26 },
    { characters: 4 * 254, cost: 260 },
    { characters: 4 * 254 + 1, cost: 2 * 260 },
    { characters: 4 * (254 + 190), cost: 2 * 260 },
    { characters: 4 * (254 + 190) + 1, cost: 3 * 260 },
  ])('$characters characters cost $cost tokens', ({ characters, cost }) => {
    expect(textCost(characters, WINDOW)).toBe(cost)
  })

  it('never falls when a text grows, and is never nothing', () => {
    const anyWindow = fc
      .tuple(fc.integer({ min: 4, max: 512 }), fc.nat(300))
      .filter(([pieces, overlap]) => overlap < pieces - 2)
      .map(([pieces, overlap]) => ({ pieces, overlap }))
    fc.assert(
      fc.property(fc.nat(20_000), fc.nat(20_000), anyWindow, (a, b, window) => {
        expect(textCost(a, window)).toBeGreaterThan(0)
        expect(textCost(Math.min(a, b), window)).toBeLessThanOrEqual(textCost(Math.max(a, b), window))
      }),
    )
  })
})
