import { describe, expect, it } from 'vitest'
import { specialPieces } from './specialPieces.ts'

describe('specialPieces', () => {
  it.each([
    { what: 'one on each side', bare: [7], full: [2, 7, 3], special: { before: [2], after: [3] } },
    { what: 'one at the end', bare: [7, 8], full: [7, 8, 1], special: { before: [], after: [1] } },
    { what: 'none', bare: [7], full: [7], special: { before: [], after: [] } },
    { what: 'two at the end', bare: [7], full: [0, 7, 2, 2], special: { before: [0], after: [2, 2] } },
    { what: 'other pieces than the word’s', bare: [7], full: [2, 9, 3], special: null },
    { what: 'fewer pieces than the word’s', bare: [7, 8], full: [7], special: null },
  ])('$what', ({ bare, full, special }) => {
    expect(specialPieces(bare, full)).toEqual(special)
  })
})
