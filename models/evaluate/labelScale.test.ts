import { describe, expect, it } from 'vitest'
import { findScale, readLabel } from './labelScale.ts'

describe('findScale', () => {
  it.each([
    { values: ['Positive', 'negative'], scale: 'words' },
    { values: ['POS', 'neu', ''], scale: 'words' },
    { values: ['0', '2'], scale: 'labels' },
    { values: ['0', '1', '2', ''], scale: 'labels' },
    { values: ['1', '5'], scale: 'stars' },
    { values: ['4.0', '2.0'], scale: 'stars' },
  ])('reads $values as $scale', ({ values, scale }) => {
    expect(findScale(values)).toBe(scale)
  })

  it.each([{ values: ['0', '1'] }, { values: ['1', '2'] }, { values: ['0', '5'] }])(
    'asks what $values mean',
    ({ values }) => {
      expect(() => findScale(values)).toThrow(/--numbers/)
    },
  )

  it('says what the labels read when none is one', () => {
    expect(() => findScale(['yes', 'no'])).toThrow('“yes”, “no”')
  })
})

describe('readLabel', () => {
  it.each([
    { value: ' Negative ', scale: 'words', label: 'negative' },
    { value: '1', scale: 'labels', label: 'neutral' },
    { value: '1', scale: 'binary', label: 'positive' },
    { value: '1', scale: 'stars', label: 'negative' },
    { value: '3.0', scale: 'stars', label: 'neutral' },
    { value: '3.5', scale: 'stars', label: null },
    { value: '2', scale: 'binary', label: null },
    { value: '', scale: 'words', label: null },
  ] as const)('“$value” as one of $scale is $label', ({ value, scale, label }) => {
    expect(readLabel(value, scale)).toBe(label)
  })
})
