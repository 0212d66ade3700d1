import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guard, isFormula, unguard } from './formulaGuard.ts'

describe('isFormula', () => {
  it.each([
    '=1+1',
    '+cmd|x',
    '-2+3+cmd',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '=',
    '- too slow',
    '--',
    '+1-2',
    '-5;=1',
  ])('%j is one', (cell) => {
    expect(isFormula(cell)).toBe(true)
  })

  it.each([
    '',
    '-',
    '+',
    '-5',
    '+3.5',
    '-1,200.50',
    '-.5',
    '-1e-5',
    '-12 %',
    '+49 30 1234',
    'a=b',
    "'=1",
    ' =1',
    '5-3',
  ])('%j is none', (cell) => {
    expect(isFormula(cell)).toBe(false)
  })
})

const cells = fc.array(
  fc.string({ unit: fc.constantFrom("'", '=', '-', '+', '@', '\t', '1', ' ', 'a'), maxLength: 5 }),
  { maxLength: 4 },
)

describe('guard', () => {
  it.each([
    [['=1+1', 'fine'], ["'=1+1", 'fine'], 1],
    [['=1', "'=1", "''@a", "'a", '-5', '-'], ["'=1", "''=1", "'''@a", "'a", '-5', '-'], 1],
    [["'=1", "''@a"], ["'=1", "''@a"], 0],
    [['@a', '+b'], ["'@a", "'+b"], 2],
  ])('%j', (before, after, formulas) => {
    expect(guard(before)).toEqual({ cells: after, formulas })
  })

  it('leaves no formula', () => {
    fc.assert(fc.property(cells, (before) => !guard(before).cells.some(isFormula)))
  })

  it('is undone exactly', () => {
    fc.assert(
      fc.property(cells, (before) => {
        const { cells: after, formulas } = guard(before)
        expect(formulas > 0 ? unguard(after) : after).toEqual(before)
      }),
    )
  })
})
