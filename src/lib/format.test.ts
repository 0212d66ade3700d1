import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatBytes, formatCount, formatDuration, formatPoints, formatShare, plural } from './format.ts'

describe('formatCount', () => {
  it.each([
    { value: 0, words: '0' },
    { value: 999, words: '999' },
    { value: 18240, words: '18,240' },
    { value: 1234567, words: '1,234,567' },
  ])('$value is "$words"', ({ value, words }) => {
    expect(formatCount(value)).toBe(words)
  })
})

describe('formatShare', () => {
  it.each([
    { share: 0, words: '0 %' },
    { share: 1e-9, words: 'under 1 %' },
    { share: 0.0049, words: 'under 1 %' },
    { share: 0.005, words: '1 %' },
    { share: 0.015, words: '2 %' },
    { share: 0.334, words: '33 %' },
    { share: 0.87, words: '87 %' },
    { share: 0.9949, words: '99 %' },
    { share: 0.995, words: 'over 99 %' },
    { share: 1 - 1e-9, words: 'over 99 %' },
    { share: 1, words: '100 %' },
  ])('$share is "$words"', ({ share, words }) => {
    expect(formatShare(share)).toBe(words)
  })

  it('says 0 % and 100 % only of shares that are', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, minExcluded: true, maxExcluded: true, noNaN: true }),
        (share) => {
          expect(formatShare(share)).toMatch(/^(under |over )?[1-9]\d? %$/)
        },
      ),
    )
  })
})

describe('plural', () => {
  it.each([
    { count: 0, words: '0 rows' },
    { count: 1, words: '1 row' },
    { count: 2, words: '2 rows' },
    { count: 1000, words: '1,000 rows' },
  ])('$words', ({ count, words }) => {
    expect(plural(count, 'row')).toBe(words)
  })

  it.each([
    { count: 1, words: '1 entry' },
    { count: 3, words: '3 entries' },
  ])('takes an irregular one: $words', ({ count, words }) => {
    expect(plural(count, 'entry', 'entries')).toBe(words)
  })
})

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

describe('formatDuration', () => {
  it.each([
    { ms: 0, words: 'under a second' },
    { ms: 999, words: 'under a second' },
    { ms: SECOND, words: '1 s' },
    { ms: 30.4 * SECOND, words: '30 s' },
    { ms: 89 * SECOND, words: '89 s' },
    { ms: 89.5 * SECOND, words: '2 min' },
    { ms: 4 * MINUTE, words: '4 min' },
    { ms: 89 * MINUTE, words: '89 min' },
    { ms: 89.5 * MINUTE, words: '1 h 30 min' },
    { ms: HOUR + 59.6 * MINUTE, words: '2 h 0 min' },
    { ms: 25 * HOUR + 20 * MINUTE, words: '25 h 20 min' },
  ])('$ms ms is "$words"', ({ ms, words }) => {
    expect(formatDuration(ms)).toBe(words)
  })
})

describe('formatBytes', () => {
  it.each([
    { bytes: 0, words: '0 bytes' },
    { bytes: 999, words: '999 bytes' },
    { bytes: 1000, words: '1 kB' },
    { bytes: 225_982, words: '226 kB' },
    { bytes: 999_499, words: '999 kB' },
    { bytes: 999_500, words: '1.0 MB' },
    { bytes: 1_000_000, words: '1.0 MB' },
    { bytes: 10_674_526, words: '10.7 MB' },
  ])('$bytes is "$words"', ({ bytes, words }) => {
    expect(formatBytes(bytes)).toBe(words)
  })
})

describe('formatPoints', () => {
  it.each([
    { points: 0, words: '0' },
    { points: -0, words: '0' },
    { points: 0.4, words: '0' },
    { points: -0.4, words: '0' },
    { points: 29.6, words: '+30' },
    { points: -33.3, words: '−33' },
    { points: 2.5, words: '+3' },
    { points: -2.5, words: '−3' },
    { points: 100, words: '+100' },
    { points: -100, words: '−100' },
  ])('$points is "$words"', ({ points, words }) => {
    expect(formatPoints(points)).toBe(words)
  })
})
