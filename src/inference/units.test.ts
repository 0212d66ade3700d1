import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutUnits } from './units.ts'

const lengths = (...sizes: number[]): string[] => sizes.map((size) => 'x'.repeat(size))
const same = (count: number, size: number): string[] => lengths(...Array.from({ length: count }, () => size))

describe('cutUnits', () => {
  it.each([
    { what: 'nothing', texts: [], ends: [] },
    { what: 'one text', texts: ['a'], ends: [1] },
    { what: 'an empty text', texts: [''], ends: [1] },
    { what: 'sixteen short texts', texts: same(16, 10), ends: [16] },
    { what: 'seventeen short texts', texts: same(17, 10), ends: [16, 17] },
    { what: 'texts that fill a unit exactly', texts: same(4, 1500), ends: [4] },
    { what: 'texts that are one character over', texts: lengths(3000, 3001), ends: [1, 2] },
    { what: 'a long text alone', texts: lengths(9000), ends: [1] },
    { what: 'a long text among short ones', texts: lengths(10, 9000, 10, 10), ends: [1, 2, 4] },
  ])('$what: units end at $ends', ({ texts, ends }) => {
    expect(cutUnits(texts).map(({ to }) => to)).toEqual(ends)
  })

  it('puts every text into one unit, in order, within the limits', () => {
    const anyTexts = fc.array(fc.nat(8000), { maxLength: 60 }).map((sizes) => lengths(...sizes))
    fc.assert(
      fc.property(anyTexts, (texts) => {
        const units = cutUnits(texts)
        expect(units.map(({ from }) => from)).toEqual(
          [0, ...units.map(({ to }) => to)].slice(0, units.length),
        )
        expect(units.at(-1)?.to ?? 0).toBe(texts.length)
        for (const { from, to } of units) {
          expect(to).toBeGreaterThan(from)
          expect(to - from).toBeLessThanOrEqual(16)
          const characters = texts.slice(from, to).join('').length
          expect(characters <= 6000 || to - from === 1).toBe(true)
        }
      }),
    )
  })
})
