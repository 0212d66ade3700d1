import { describe, expect, it } from 'vitest'
import type { Breakdown, Group } from './summary.ts'
import { timeline } from './timeline.ts'

function group(value: string, rows: number): Group {
  return {
    value,
    byLabel: {
      negative: { rows, notSure: 1 },
      neutral: { rows: 0, notSure: 0 },
      positive: { rows: 0, notSure: 0 },
    },
  }
}

function breakdown(by: Breakdown['by'], groups: [value: string, rows: number][]): Breakdown {
  return {
    column: 0,
    by,
    dateFormat: 'yyyy-MM-dd',
    ordered: true,
    groups: groups.map(([value, rows]) => group(value, rows)),
  }
}

function places(by: Breakdown['by'], groups: [value: string, rows: number][]) {
  return timeline(breakdown(by, groups))?.points.map(({ start, position }) => [start, position])
}

describe('timeline', () => {
  it.each<[string, Breakdown]>([
    [
      'a breakdown by value',
      breakdown('value', [
        ['2026', 50],
        ['2027', 50],
      ]),
    ],
    ['nothing counted yet', breakdown('day', [])],
    ['one day', breakdown('day', [['2026-03-02', 50]])],
    [
      'one day and rows without a date',
      breakdown('day', [
        ['2026-03-02', 50],
        ['', 50],
      ]),
    ],
  ])('is nothing for %s', (_, given) => {
    expect(timeline(given)).toBeNull()
  })

  it.each<[Breakdown['by'], string[], [string, number][]]>([
    [
      'day',
      ['2024-02-28', '2024-02-29', '2024-03-02'],
      [
        ['2024-02-28', 0],
        ['2024-02-29', 1],
        ['2024-03-02', 3],
      ],
    ],
    [
      'week',
      ['2025-12-29', '2026-01-05', '2026-01-19'],
      [
        ['2025-12-29', 0],
        ['2026-01-05', 1],
        ['2026-01-19', 3],
      ],
    ],
    [
      'month',
      ['2025-12', '2026-01', '2026-03'],
      [
        ['2025-12-01', 0],
        ['2026-01-01', 1],
        ['2026-03-01', 3],
      ],
    ],
    [
      'year',
      ['2023', '2024', '2026'],
      [
        ['2023-01-01', 0],
        ['2024-01-01', 1],
        ['2026-01-01', 3],
      ],
    ],
    [
      'day',
      ['1969-12-31', '1970-01-01'],
      [
        ['1969-12-31', 0],
        ['1970-01-01', 1],
      ],
    ],
  ])('by %s: places %j so that gaps are seen', (by, values, expected) => {
    expect(
      places(
        by,
        values.map((value) => [value, 50]),
      ),
    ).toEqual(expected)
  })

  it('counts rows without a date apart', () => {
    const made = timeline(
      breakdown('year', [
        ['2025', 50],
        ['2026', 50],
        ['', 7],
      ]),
    )
    expect(made).toMatchObject({ undated: 7, span: 1, unit: 'year' })
    expect(made?.points).toHaveLength(2)
  })

  const weeks = [
    '2026-03-02',
    '2026-03-09',
    '2026-03-16',
    '2026-03-23',
    '2026-03-30',
    '2026-04-06',
    '2026-04-13',
  ]
  const each = (rows: number): [string, number][] => weeks.map((value) => [value, rows])

  it('leaves units apart when most of them count enough rows', () => {
    expect(timeline(breakdown('week', each(20)))).toMatchObject({ span: 1, points: { length: 7 } })
  })

  it('puts units with few rows together, counted from the first', () => {
    const made = timeline(breakdown('week', each(12)))
    expect(made?.span).toBe(2)
    expect(made?.points.map(({ start, byLabel }) => [start, byLabel.negative.rows])).toEqual([
      ['2026-03-02', 24],
      ['2026-03-16', 24],
      ['2026-03-30', 24],
      ['2026-04-13', 12],
    ])
  })

  it('adds what is not sure, too', () => {
    const [first] = timeline(breakdown('week', each(12)))?.points ?? []
    expect(first?.byLabel.negative.notSure).toBe(2)
  })

  it('keeps at least four points, however few rows they count', () => {
    expect(timeline(breakdown('week', each(1)))).toMatchObject({ span: 2, points: { length: 4 } })
  })

  it('keeps two or three units as they are', () => {
    expect(timeline(breakdown('week', each(1).slice(0, 2)))).toMatchObject({ span: 1, points: { length: 2 } })
  })
})
