import { describe, expect, it } from 'vitest'
import { isFormula, neutralise } from './formulaGuard.ts'

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

describe('neutralise', () => {
  it('puts an apostrophe before the cell', () => {
    expect(neutralise('=1+1')).toBe("'=1+1")
  })
})
