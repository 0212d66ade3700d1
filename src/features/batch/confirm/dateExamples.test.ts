import { expect, it } from 'vitest'
import { dateExample } from './dateExamples.ts'

it('takes a date that is another day in each way, as it stands in the file', () => {
  const example = dateExample(['', '05/05/2026', ' 03/04/2026 10:00'], ['dd/MM/yyyy', 'MM/dd/yyyy'])
  expect(example).toEqual({
    value: '03/04/2026',
    readings: [
      { format: 'dd/MM/yyyy', words: '3 April 2026' },
      { format: 'MM/dd/yyyy', words: '4 March 2026' },
    ],
  })
})

it('takes one that is the same day when there is no other', () => {
  expect(dateExample(['5/5/2026'], ['dd/MM/yyyy', 'MM/dd/yyyy'])?.value).toBe('5/5/2026')
})

it.each([
  ['1-2-69', 2069],
  ['1-2-70', 1970],
])('reads the year of %s as the data worker does', (value, year) => {
  expect(dateExample([value], ['dd/MM/yy', 'MM/dd/yy'])?.readings[0]?.words).toBe(`1 February ${year}`)
})

it('is null where no value has day and month in numbers', () => {
  expect(dateExample(['2026-01-02', 'soon', ''], ['yyyy-MM-dd'])).toBeNull()
})
