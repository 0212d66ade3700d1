import { describe, expect, it } from 'vitest'
import { standout } from './standout.ts'
import type { Breakdown, Group } from './summary.ts'

/** `3.2.0` with 61 negative of 100 rows: `['3.2.0', 61, 100]`. */
type Version = [value: string, negative: number, rows: number]

function breakdown(versions: Version[], by: Breakdown['by'] = 'value'): Breakdown {
  const groups = versions.map(([value, negative, rows]): Group => ({
    value,
    byLabel: {
      negative: { rows: negative, notSure: 0 },
      neutral: { rows: 0, notSure: 0 },
      positive: { rows: rows - negative, notSure: 0 },
    },
  }))
  return { column: 0, by, dateFormat: null, ordered: true, groups }
}

const WORSE: Version[] = [
  ['3.1.0', 31, 100],
  ['3.2.0', 61, 100],
]

describe('standout', () => {
  it('names the version, its negative share and the rise', () => {
    expect(standout(breakdown(WORSE))).toEqual({
      value: '3.2.0',
      before: '3.1.0',
      negativePercent: 61,
      points: 30,
    })
  })

  it.each<[string, Version[], string | null]>([
    ['no version', [], null],
    ['one version', [['3.1.0', 90, 100]], null],
    [
      'a fall',
      [
        ['3.1.0', 61, 100],
        ['3.2.0', 31, 100],
      ],
      null,
    ],
    [
      'the largest of two rises',
      [
        ['1.0', 10, 100],
        ['1.1', 40, 100],
        ['1.2', 90, 100],
      ],
      '1.2',
    ],
    [
      'the first of two equal rises',
      [
        ['1.0', 0, 100],
        ['1.1', 40, 100],
        ['1.2', 80, 100],
      ],
      '1.1',
    ],
    [
      'a rise after a fall',
      [
        ['1.0', 80, 100],
        ['1.1', 20, 100],
        ['1.2', 50, 100],
      ],
      '1.2',
    ],
    [
      '19 rows in the version',
      [
        ['1.0', 0, 100],
        ['1.1', 19, 19],
      ],
      null,
    ],
    [
      '20 rows in the version',
      [
        ['1.0', 0, 100],
        ['1.1', 20, 20],
      ],
      '1.1',
    ],
    [
      '19 rows in the version before',
      [
        ['1.0', 0, 19],
        ['1.1', 100, 100],
      ],
      null,
    ],
    [
      '20 rows in the version before',
      [
        ['1.0', 0, 20],
        ['1.1', 100, 100],
      ],
      '1.1',
    ],
    [
      'a larger rise of few rows beside one of many',
      [
        ['1.0', 10, 100],
        ['1.1', 40, 100],
        ['1.2', 9, 9],
      ],
      '1.1',
    ],
    [
      'exactly 10 points',
      [
        ['1.0', 200, 1000],
        ['1.1', 300, 1000],
      ],
      '1.1',
    ],
    [
      'less than 10 points',
      [
        ['1.0', 200, 1000],
        ['1.1', 299, 1000],
      ],
      null,
    ],
    [
      'intervals that overlap',
      [
        ['1.0', 5, 20],
        ['1.1', 10, 20],
      ],
      null,
    ],
    [
      'rows without a version beside',
      [
        ['1.0', 31, 100],
        ['1.1', 61, 100],
        ['', 100, 100],
      ],
      '1.1',
    ],
    [
      'suffixes and a leading v',
      [
        ['v1.0-beta', 31, 100],
        ['v1.0 (345)', 61, 100],
      ],
      'v1.0 (345)',
    ],
    [
      'whole numbers beside dotted ones',
      [
        ['3', 31, 100],
        ['3.1', 61, 100],
      ],
      '3.1',
    ],
    [
      'stars',
      [
        ['1', 31, 100],
        ['2', 61, 100],
      ],
      null,
    ],
    [
      'words',
      [
        ['GB', 31, 100],
        ['US', 61, 100],
      ],
      null,
    ],
    [
      'words beside versions',
      [
        ['1.0', 31, 100],
        ['latest', 61, 100],
      ],
      null,
    ],
  ])('%s', (_, versions, expected) => {
    expect(standout(breakdown(versions))?.value ?? null).toBe(expected)
  })

  it('is nothing among dates', () => {
    expect(standout(breakdown(WORSE, 'month'))).toBeNull()
  })

  it('says a difference of the percents that are shown', () => {
    // 30.6 % and 60.4 % are shown as 31 % and 60 %.
    expect(
      standout(
        breakdown([
          ['1.0', 306, 1000],
          ['1.1', 604, 1000],
        ]),
      ),
    ).toMatchObject({
      negativePercent: 60,
      points: 29,
    })
  })
})
