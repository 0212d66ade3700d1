import { describe, expect, it } from 'vitest'
import { DATE_FORMATS, type DateFormat } from '../../../domain/dateFormats.ts'
import { isoDay, mondayOf, parseDay } from './dates.ts'

/** The formats that read a value, each with its day. */
function readings(value: string): Partial<Record<DateFormat, string>> {
  return Object.fromEntries(
    DATE_FORMATS.flatMap((format) => {
      const day = parseDay(value, format)
      return day === null ? [] : [[format, isoDay(day)]]
    }),
  )
}

describe('parseDay', () => {
  it.each<[string, Partial<Record<DateFormat, string>>]>([
    ['2026-11-21', { 'yyyy-MM-dd': '2026-11-21' }],
    ['2026-11-21T23:59:59Z', { 'yyyy-MM-dd': '2026-11-21' }],
    ['2026-11-21T23:59:59.123+05:30', { 'yyyy-MM-dd': '2026-11-21' }],
    ['2026-11-21 08:00', { 'yyyy-MM-dd': '2026-11-21' }],
    ['2026/11/21', { 'yyyy/MM/dd': '2026-11-21' }],
    ['21/11/2026', { 'dd/MM/yyyy': '2026-11-21' }],
    ['11/21/2026 8:00 PM', { 'MM/dd/yyyy': '2026-11-21' }],
    ['3/4/2026', { 'dd/MM/yyyy': '2026-04-03', 'MM/dd/yyyy': '2026-03-04' }],
    ['21.11.2026', { 'dd.MM.yyyy': '2026-11-21' }],
    ['1. 2. 2026', { 'dd.MM.yyyy': '2026-02-01' }],
    ['3 Nov 2026', { 'd MMM yyyy': '2026-11-03' }],
    ['3rd November 2026', { 'd MMM yyyy': '2026-11-03' }],
    ['Nov 3, 2026', { 'MMM d, yyyy': '2026-11-03' }],
    ['Sept. 3, 2026, 10:15', { 'MMM d, yyyy': '2026-09-03' }],
    ['1795219200000', { 'Unix milliseconds': '2026-11-21' }],
    ['21/11/26', { 'dd/MM/yy': '2026-11-21' }],
    ['3/4/99 10:15', { 'dd/MM/yy': '1999-04-03', 'MM/dd/yy': '1999-03-04' }],
    ['21.11.26', { 'dd.MM.yy': '2026-11-21' }],
    ['09 13, 2009', { 'MM dd, yyyy': '2009-09-13' }],
    ['1795219200', { 'Unix seconds': '2026-11-21' }],
    ['2795219200', {}],
    ['2.10.26', {}],
    ['2026-02-30', {}],
    ['29/02/2026', {}],
    ['29/02/2028', { 'dd/MM/yyyy': '2028-02-29' }],
    ['2026', {}],
    ['2.10.0', {}],
    ['20261121', {}],
    ['3 Foo 2026', {}],
    ['2026-11-21 was a good day', {}],
    ['', {}],
  ])('%j', (value, expected) => {
    expect(readings(value)).toEqual(expected)
  })
})

describe('mondayOf', () => {
  it.each([
    ['2026-11-16', '2026-11-16'],
    ['2026-11-22', '2026-11-16'],
    ['2026-11-23', '2026-11-23'],
    ['1969-12-30', '1969-12-29'],
  ])('%s is in the week of %s', (date, monday) => {
    expect(isoDay(mondayOf(parseDay(date, 'yyyy-MM-dd') ?? NaN))).toBe(monday)
  })
})
