import { describe, expect, it } from 'vitest'
import { compareVersions, isVersion } from './versions.ts'

describe('compareVersions', () => {
  it('sorts by number, part by part', () => {
    const sorted = ['1', '2.0-beta', '2.0', '2.9', '2.9.1', '2.10', 'v3', '10.1 (345)', '10.2']
    expect(sorted.toReversed().sort(compareVersions)).toEqual(sorted)
  })
})

describe('isVersion', () => {
  it.each(['1', '2.10', 'v1.4.2', '4.0.1-beta', '10.2 (345)', '4 stars'])('%j is one', (value) => {
    expect(isVersion(value)).toBe(true)
  })
  it.each(['', 'beta', 'US', '1.x', 'very 1.0', '1,5'])('%j is none', (value) => {
    expect(isVersion(value)).toBe(false)
  })
})
