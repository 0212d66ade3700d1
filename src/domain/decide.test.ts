import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Calibration } from './calibration.ts'
import { decide, type TextLogits } from './decide.ts'
import { LABELS } from './labels.ts'

const PLAIN: Calibration = {
  temperature: 1,
  bias: [0, 0, 0],
  notSureBelow: 0.5,
  tolerance: 0,
  english: true,
  window: { pieces: 256, overlap: 64 },
}
// exp(LN2) = 2: with these, probabilities are fractions one can check in the head.
const LN2 = Math.log(2)

function text(logits: readonly number[], pieces: readonly number[] = [10]): TextLogits {
  return { logits: Float32Array.from(logits), pieces: Uint32Array.from(pieces) }
}

function probabilities(answer: TextLogits, calibration: Calibration = PLAIN): number[] {
  const decision = decide(answer, calibration)
  return LABELS.map((label) => decision.probabilities[label])
}

function expectClose(actual: readonly number[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length)
  for (const [index, value] of expected.entries()) expect(actual[index]).toBeCloseTo(value, 6)
}

describe('calibration', () => {
  it.each([
    { what: 'equal logits', logits: [0, 0, 0], ...PLAIN, expected: [1 / 3, 1 / 3, 1 / 3] },
    { what: 'softmax', logits: [LN2, 0, 0], ...PLAIN, expected: [1 / 2, 1 / 4, 1 / 4] },
    {
      what: 'temperature divides',
      logits: [2 * LN2, 0, 0],
      ...PLAIN,
      temperature: 2,
      expected: [1 / 2, 1 / 4, 1 / 4],
    },
    {
      what: 'bias is added',
      logits: [0, 0, 0],
      ...PLAIN,
      bias: [0, LN2, 0],
      expected: [1 / 4, 1 / 2, 1 / 4],
    },
    {
      what: 'bias is added after the division',
      logits: [2 * LN2, 0, 0],
      ...PLAIN,
      temperature: 2,
      bias: [0, 0, LN2],
      expected: [2 / 5, 1 / 5, 2 / 5],
    },
    // By hand for the shipped numbers: 1.2, [0, 0.2, -0.2].
    {
      what: 'a real text',
      logits: [0.22382, -0.26998, 0.57692],
      ...PLAIN,
      temperature: 1.2,
      bias: [0, 0.2, -0.2],
      expected: [0.343855, 0.278306, 0.37784],
    },
    { what: 'logits too large for exp', logits: [3e38, 0, -3e38], ...PLAIN, expected: [1, 0, 0] },
  ] as const)('$what', ({ logits, expected, temperature, bias }) => {
    expectClose(probabilities(text(logits), { ...PLAIN, temperature, bias }), expected)
  })
})

describe('windows', () => {
  it('weighs each window by its pieces', () => {
    const long = text([4 * LN2, 0, 0, 0, 0, 0], [1, 3])
    expectClose(probabilities(long), [1 / 2, 1 / 4, 1 / 4])
  })

  it('counts a window of no piece as one', () => {
    expectClose(probabilities(text([LN2, 0, 0], [0])), [1 / 2, 1 / 4, 1 / 4])
  })

  it.each([
    { pieces: [254], flags: [] },
    { pieces: [254, 254], flags: ['long'] },
  ])('flags $pieces as $flags', ({ pieces, flags }) => {
    const logits = pieces.flatMap(() => [5, 0, 0])
    expect(decide(text(logits, pieces), PLAIN).flags).toEqual(flags)
  })
})

describe('mixed', () => {
  // A window of 70 % negative, 20 % neutral, 10 % positive, and so on; float32 rounds the edge a little.
  const windows = (...shares: number[][]): TextLogits =>
    text(
      shares.flat().map(Math.log),
      shares.map(() => 254),
    )
  const COMPLAINT = [0.71, 0.19, 0.1]
  const PRAISE = [0.1, 0.19, 0.71]
  const DOUBT = [0.69, 0.21, 0.1]

  it.each([
    { what: 'praise and complaint', answer: windows(PRAISE, COMPLAINT), mixed: true },
    {
      what: 'complaint, something else and praise',
      answer: windows(COMPLAINT, [0.05, 0.9, 0.05], PRAISE),
      mixed: true,
    },
    { what: 'praise and a doubtful complaint', answer: windows(PRAISE, DOUBT), mixed: false },
    { what: 'praise twice', answer: windows(PRAISE, PRAISE), mixed: false },
    { what: 'complaint alone', answer: windows(COMPLAINT), mixed: false },
  ])('$what: $mixed', ({ answer, mixed }) => {
    expect(decide(answer, PLAIN).flags.includes('mixed')).toBe(mixed)
  })

  it('is judged on calibrated probabilities', () => {
    const answer = windows(PRAISE, COMPLAINT)
    expect(decide(answer, { ...PLAIN, temperature: 2 }).flags).not.toContain('mixed')
  })

  it('stands beside the label of the average', () => {
    const answer = windows(COMPLAINT, PRAISE, PRAISE, PRAISE)
    expect(decide(answer, PLAIN)).toMatchObject({ label: 'positive', flags: ['mixed', 'long'] })
  })
})

describe('label', () => {
  it.each([
    { logits: [1, 0, 0], label: 'negative' },
    { logits: [0, 1, 0], label: 'neutral' },
    { logits: [0, 0, 1], label: 'positive' },
    { logits: [1, 1, 0], label: 'negative' },
    { logits: [0, 1, 1], label: 'neutral' },
    { logits: [1, 0, 1], label: 'negative' },
    { logits: [0, 0, 0], label: 'negative' },
  ])('$logits is $label: a tie goes to the earlier one', ({ logits, label }) => {
    expect(decide(text(logits), PLAIN).label).toBe(label)
  })

  it('comes with its own probability as confidence', () => {
    expect(decide(text([0, LN2, 0]), PLAIN).confidence).toBeCloseTo(1 / 2, 6)
  })
})

describe('not sure', () => {
  const half = decide(text([LN2, 0, 0]), PLAIN).confidence

  it.each([
    { what: 'below the band’s edge', notSureBelow: half + 1e-9, flags: ['not_sure'] },
    { what: 'on the edge', notSureBelow: half, flags: [] },
    { what: 'above the edge', notSureBelow: half - 1e-9, flags: [] },
  ])('$what: $flags', ({ notSureBelow, flags }) => {
    expect(decide(text([LN2, 0, 0]), { ...PLAIN, notSureBelow }).flags).toEqual(flags)
  })

  it.each([
    { what: 'a tie', shares: [0.4, 0.2, 0.4], tolerance: 0, flags: ['not_sure'] },
    { what: 'no tie, where backends never differ', shares: [0.4, 0.201, 0.399], tolerance: 0, flags: [] },
    {
      what: 'a lead that two backends could undo',
      shares: [0.4, 0.2, 0.3961],
      tolerance: 0.002,
      flags: ['not_sure'],
    },
    { what: 'a lead beyond what they differ', shares: [0.4, 0.2, 0.3959], tolerance: 0.002, flags: [] },
    {
      what: 'a lead over an earlier label',
      shares: [0.3961, 0.2, 0.4],
      tolerance: 0.002,
      flags: ['not_sure'],
    },
  ])('$what: $flags', ({ shares, tolerance, flags }) => {
    expect(decide(text(shares.map(Math.log)), { ...PLAIN, notSureBelow: 0, tolerance }).flags).toEqual(flags)
  })

  it('stands before "long"', () => {
    const flags = decide(text([0, 0, 0, 0, 0, 0], [5, 5]), PLAIN).flags
    expect(flags).toEqual(['not_sure', 'long'])
  })
})

describe('a broken backend', () => {
  it.each([
    { what: 'not a number', answer: text([0, NaN, 0]) },
    { what: 'infinite', answer: text([0, 0, Infinity]) },
    { what: 'not a number in the second window', answer: text([0, 0, 0, NaN, 0, 0], [5, 5]) },
    { what: 'no window', answer: text([], []) },
    { what: 'a logit too few', answer: text([0, 0]) },
    { what: 'a logit too many', answer: text([0, 0, 0, 0]) },
    { what: 'a window without logits', answer: text([0, 0, 0], [5, 5]) },
  ])('$what throws', ({ answer }) => {
    expect(() => decide(answer, PLAIN)).toThrow(RangeError)
  })
})

describe('any logits', () => {
  const logit = fc.float({ min: -50, max: 50, noNaN: true })
  const window = fc.tuple(logit, logit, logit)
  const calibration = fc.record({
    temperature: fc.double({ min: 0.1, max: 10, noNaN: true }),
    bias: fc.tuple(logit, logit, logit),
    notSureBelow: fc.double({ min: 0, max: 1, noNaN: true }),
    tolerance: fc.double({ min: 0, max: 1, noNaN: true }),
    english: fc.boolean(),
    window: fc.constant(PLAIN.window),
  })

  it('give probabilities of 0…1 that sum to 1, the label having the largest', () => {
    fc.assert(
      fc.property(fc.array(window, { minLength: 1, maxLength: 5 }), calibration, (windows, settings) => {
        const answer = text(
          windows.flat(),
          windows.map(() => 7),
        )
        const values = probabilities(answer, settings)
        expect(values.every((value) => value >= 0 && value <= 1)).toBe(true)
        expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9)
        expect(decide(answer, settings).confidence).toBe(Math.max(...values))
      }),
    )
  })

  it('say the same of a text read in one window or in several that agree', () => {
    const pieces = fc.array(fc.integer({ min: 1, max: 254 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(window, pieces, (logits, counts) => {
        const several = text(
          counts.flatMap(() => logits),
          counts,
        )
        expectClose(probabilities(several), probabilities(text(logits)))
      }),
    )
  })

  it('get the same label from every backend within the tolerance, unless they are not sure', () => {
    const tolerance = 0.002
    const nearby = fc.float({ min: Math.fround(-0.004), max: Math.fround(0.004), noNaN: true })
    fc.assert(
      fc.property(window, fc.tuple(nearby, nearby, nearby), (logits, moved) => {
        const settings = { ...PLAIN, notSureBelow: 0, tolerance }
        const one = decide(text(logits), settings)
        const other = decide(text(logits.map((logit, index) => logit + (moved[index] ?? 0))), settings)
        const apart = Math.max(
          ...LABELS.map((label) => Math.abs(one.probabilities[label] - other.probabilities[label])),
        )
        fc.pre(apart <= tolerance)
        expect(one.label === other.label || one.flags.includes('not_sure')).toBe(true)
      }),
    )
  })

  it('do not depend on the order of the windows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(window, fc.integer({ min: 1, max: 254 })), { minLength: 1 }),
        (windows) => {
          const read = (list: typeof windows): number[] =>
            probabilities(
              text(
                list.flatMap(([logits]) => logits),
                list.map(([, count]) => count),
              ),
            )
          expectClose(read(windows.toReversed()), read(windows))
        },
      ),
    )
  })
})
