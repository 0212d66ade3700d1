import { describe, expect, it } from 'vitest'
import { percent, percentWithin, thousandths } from './figureWords.ts'
import { table } from './table.ts'

describe('a table', () => {
  it('is Markdown with padded columns, figures to the right', () => {
    expect(
      table(
        ['source', 'n'],
        [
          ['a', '10'],
          ['longer', '9'],
        ],
      ),
    ).toBe(['| source |  n |', '| ------ | -: |', '| a      | 10 |', '| longer |  9 |'].join('\n'))
  })
})

describe('figures in words', () => {
  it.each([
    { words: percent(0.8314), is: '83.1' },
    { words: percent(undefined), is: '–' },
    { words: percentWithin({ value: 0.5, low: 0.4, high: 1 }), is: '50.0 (40.0–100.0)' },
    { words: percentWithin(undefined), is: '–' },
    { words: thousandths(0.0304), is: '0.030' },
    { words: thousandths(null), is: '–' },
  ])('$is', ({ words, is }) => {
    expect(words).toBe(is)
  })
})
