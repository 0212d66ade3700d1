import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aucOf } from './auc.ts'

describe('aucOf', () => {
  it.each([
    { what: 'perfect order', scores: [0.1, 0.4, 0.6, 0.9], sides: [false, false, true, true], auc: 1 },
    { what: 'reversed order', scores: [0.9, 0.8, 0.2, 0.1], sides: [false, false, true, true], auc: 0 },
    {
      what: 'one pair of four wrong',
      scores: [0.1, 0.4, 0.3, 0.9],
      sides: [false, false, true, true],
      auc: 0.75,
    },
    { what: 'all equal', scores: [0.5, 0.5, 0.5], sides: [false, true, true], auc: 0.5 },
    { what: 'rows that take no part', scores: [0.1, 0.95, 0.9], sides: [false, null, true], auc: 1 },
    { what: 'one side only', scores: [0.1, 0.9], sides: [true, true], auc: null },
    { what: 'no rows', scores: [], sides: [], auc: null },
  ])('$what: $auc', ({ scores, sides, auc }) => {
    expect(aucOf(scores, sides)()).toBe(auc)
  })

  // Few different scores, so that there are ties.
  const rows = fc.array(fc.tuple(fc.nat(6), fc.constantFrom(true, false, null), fc.nat(3)), { maxLength: 30 })

  it('is the share of pairs in the right order, ties half, whatever the weights', () => {
    fc.assert(
      fc.property(rows, (drawn) => {
        let [wins, pairs] = [0, 0]
        for (const [high, up, weight] of drawn) {
          for (const [low, down, other] of drawn) {
            if (up !== true || down !== false) continue
            pairs += weight * other
            wins += weight * other * (high > low ? 1 : high === low ? 0.5 : 0)
          }
        }
        const auc = aucOf(
          drawn.map(([score]) => score),
          drawn.map(([, side]) => side),
        )(drawn.map(([, , weight]) => weight))
        if (pairs === 0) expect(auc).toBeNull()
        else expect(auc).toBeCloseTo(wins / pairs, 10)
      }),
    )
  })
})
