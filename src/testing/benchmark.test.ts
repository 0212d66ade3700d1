import { AutoTokenizer, env } from '@huggingface/transformers'
import { basename, dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BLOCK, describeMix, lengthMix } from '../../e2e/bench/lengthMix.mjs'
import { interval, quantile } from '../../e2e/bench/statistics.mjs'
import { seededRandom } from '../../e2e/bench/random.mjs'
import { BUILT_IN_MODEL } from './builtInModel.ts'

describe('the interval of a median', () => {
  it.each([
    { runs: 1, low: 1, high: 1, coverage: 0 },
    { runs: 2, low: 1, high: 2, coverage: 0.5 },
    { runs: 5, low: 1, high: 5, coverage: 0.9375 },
    { runs: 6, low: 1, high: 6, coverage: 0.96875 },
    { runs: 9, low: 2, high: 8, coverage: 0.9609375 },
    { runs: 20, low: 6, high: 15, coverage: 0.9586 },
  ])('of $runs runs goes from rank $low to rank $high', ({ runs, low, high, coverage }) => {
    const found = interval(Array.from({ length: runs }, (_, index) => runs - index))
    expect(found).toMatchObject({ runs, low, high, median: (runs + 1) / 2 })
    expect(found.coverage).toBeCloseTo(coverage, 4)
  })

  it('holds the true median as often as it says', () => {
    const random = seededRandom(3)
    const trials = Array.from({ length: 4000 }, () =>
      interval(Array.from({ length: 9 }, () => (random(10_001) / 10_000) ** 3)),
    )
    const held = trials.filter(({ low, high }) => low <= 0.125 && 0.125 <= high).length
    expect(held / trials.length).toBeGreaterThan(0.95)
    expect(held / trials.length).toBeLessThan(0.97)
  })
})

describe('the texts of the benchmark', { timeout: 60_000 }, () => {
  it('have the lengths that the report says, and are all different', async () => {
    const makeBlock = await lengthMix(BUILT_IN_MODEL)
    const texts = [...makeBlock(), ...makeBlock(), ...makeBlock()]
    env.localModelPath = `${dirname(BUILT_IN_MODEL)}/`
    const tokenizer = await AutoTokenizer.from_pretrained(basename(BUILT_IN_MODEL))
    const lengths = texts.map((text) => tokenizer.encode(text).length)
    const share = (limit: number): number =>
      lengths.filter((length) => length > limit).length / lengths.length
    expect(describeMix()).toMatchObject({
      medianTokens: quantile(lengths, 0.5),
      over150: share(150),
      over400: share(400),
      longest: Math.max(...lengths),
    })
    expect(describeMix()).toMatchObject({ medianTokens: 20 })
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(3 * BLOCK.tokens)
    expect(new Set(texts).size).toBe(3 * BLOCK.texts)
  })

  it('are the same in every run', async () => {
    const [one, other] = [await lengthMix(BUILT_IN_MODEL), await lengthMix(BUILT_IN_MODEL)]
    expect(one()).toEqual(other())
  })
})
