import { expect, it } from 'vitest'
import { breakdownNote, overTimeNote } from './chartWords.ts'

it('says how dates were read, and nothing for values', () => {
  expect(breakdownNote({ column: 0, by: 'week', dateFormat: 'dd/MM/yyyy', ordered: true, groups: [] })).toBe(
    'By week. Dates read as dd/MM/yyyy.',
  )
  expect(breakdownNote({ column: 0, by: 'value', dateFormat: null, ordered: false, groups: [] })).toBeNull()
})

it.each([
  [
    { unit: 'week', span: 1, undated: 0 } as const,
    'dd/MM/yyyy',
    'Each point is a week of rows; the band is its 95 % interval, wide where rows are few. Dates read as dd/MM/yyyy.',
  ],
  [
    { unit: 'day', span: 7, undated: 1 } as const,
    null,
    'Each point is 7 days of rows; the band is its 95 % interval, wide where rows are few. 1 row without a date is left out.',
  ],
  [
    { unit: 'month', span: 3, undated: 1_200 } as const,
    null,
    'Each point is 3 months of rows; the band is its 95 % interval, wide where rows are few. 1,200 rows without a date are left out.',
  ],
])('says what a point in time is: %o', (timeline, dateFormat, words) => {
  expect(overTimeNote({ ...timeline, points: [] }, dateFormat)).toBe(words)
})
