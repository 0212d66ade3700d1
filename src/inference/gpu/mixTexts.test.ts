import { describe, expect, it } from 'vitest'
import { mixTexts } from './mixTexts.ts'

/** Word pieces, four characters each. */
const pieces = (text: string): number => text.length / 4

describe('the mix', () => {
  const texts = mixTexts(200)
  const sorted = texts.map(pieces).toSorted((a, b) => a - b)

  it('has a median of about twenty pieces', () => {
    expect(sorted[100]).toBeGreaterThan(15)
    expect(sorted[100]).toBeLessThan(30)
  })

  it('has one long text in twenty, and some that need several windows', () => {
    const longer = (limit: number): number => sorted.filter((length) => length > limit).length
    expect(longer(150)).toBe(10)
    expect(longer(400)).toBe(5)
  })

  it('holds no text twice', () => {
    expect(new Set(texts).size).toBe(200)
  })

  it('begins alike, however many are asked for', () => {
    expect(mixTexts(40)).toEqual(texts.slice(0, 40))
  })
})
