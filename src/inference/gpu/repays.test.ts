import { describe, expect, it } from 'vitest'
import { repays, type Worth } from './repays.ts'

/** 20,000 reviews for two workers over an ordinary connection: 120 s of work, 11 s of download. */
const USUAL: Worth = {
  remainingTokens: 20_000 * 30,
  tokensPerSecond: 5_000,
  bytes: 27_500_000,
  bytesPerSecond: 2_500_000,
}

describe('repays', () => {
  it.each<{ what: string; worth: Partial<Worth>; expected: boolean }>([
    { what: 'a large batch', worth: {}, expected: true },
    { what: 'a small one', worth: { remainingTokens: 300 * 30 }, expected: false },
    { what: 'a large one on a fast machine', worth: { tokensPerSecond: 50_000 }, expected: false },
    { what: 'a large one over a slow connection', worth: { bytesPerSecond: 100_000 }, expected: false },
    { what: 'a middling one that needs the download', worth: { remainingTokens: 150_000 }, expected: false },
    {
      what: 'a middling one with everything at hand',
      worth: { remainingTokens: 150_000, bytes: 0 },
      expected: true,
    },
    { what: 'one of which nothing is known', worth: { tokensPerSecond: null }, expected: false },
    { what: 'nothing left', worth: { remainingTokens: 0, bytes: 0 }, expected: false },
  ])('$what: $expected', ({ worth, expected }) => {
    expect(repays({ ...USUAL, ...worth })).toBe(expected)
  })
})
