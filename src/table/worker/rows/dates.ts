import type { DateFormat } from '../../../domain/dateFormats.ts'

/** Calendar days since 1970-01-01, as written: a time or zone behind the date does not shift it. */
export type Day = number

const MS_PER_DAY = 86_400_000
const TIME = String.raw`(?:[T,\s]+\d{1,2}[:.]\d{2}.*)?$`
const NUMERIC = new RegExp(String.raw`^(\d{1,2})[/-](\d{1,2})[/-](\d{4})${TIME}`)
const SHORT = new RegExp(String.raw`^(\d{1,2})[/-](\d{1,2})[/-](\d{2})${TIME}`)
const DOTTED = new RegExp(String.raw`^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})${TIME}`)
const SHORT_DOTTED = new RegExp(String.raw`^(\d{2})\.(\d{2})\.(\d{2})${TIME}`)
const ISO = new RegExp(String.raw`^(\d{4})-(\d{1,2})-(\d{1,2})${TIME}`)
const SLASHED = new RegExp(String.raw`^(\d{4})/(\d{1,2})/(\d{1,2})${TIME}`)
const DAY_FIRST = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th)?[\s-]([a-z]{3,9})\.?,?[\s-](\d{4})${TIME}`,
  'i',
)
const MONTH_FIRST = new RegExp(String.raw`^([a-z]{3,9})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})${TIME}`, 'i')
/** `09 13, 2009`, as an old collection of Amazon reviews has it. */
const NUMBERED = new RegExp(String.raw`^(\d{1,2}) (\d{1,2}), (\d{4})${TIME}`)

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/** The day of a value in one format, or null when the value does not have it or no such day exists. */
export function parseDay(value: string, format: DateFormat): Day | null {
  switch (format) {
    case 'yyyy-MM-dd':
      return matched(value, ISO, ([year, month, day]) => toDay(year, month, day))
    case 'yyyy/MM/dd':
      return matched(value, SLASHED, ([year, month, day]) => toDay(year, month, day))
    case 'dd/MM/yyyy':
      return matched(value, NUMERIC, ([day, month, year]) => toDay(year, month, day))
    case 'MM/dd/yyyy':
      return matched(value, NUMERIC, ([month, day, year]) => toDay(year, month, day))
    case 'dd.MM.yyyy':
      return matched(value, DOTTED, ([day, month, year]) => toDay(year, month, day))
    case 'dd/MM/yy':
      return matched(value, SHORT, ([day, month, year]) => toDay(longYear(year), month, day))
    case 'MM/dd/yy':
      return matched(value, SHORT, ([month, day, year]) => toDay(longYear(year), month, day))
    case 'dd.MM.yy':
      return matched(value, SHORT_DOTTED, ([day, month, year]) => toDay(longYear(year), month, day))
    case 'd MMM yyyy':
      return matched(value, DAY_FIRST, ([day, month, year]) => toDay(year, monthNumber(month), day))
    case 'MMM d, yyyy':
      return matched(value, MONTH_FIRST, ([month, day, year]) => toDay(year, monthNumber(month), day))
    case 'MM dd, yyyy':
      return matched(value, NUMBERED, ([month, day, year]) => toDay(year, month, day))
    case 'Unix milliseconds':
      // Thirteen digits: September 2001 to 2286.
      return /^[1-9]\d{12}$/.test(value) ? Math.floor(Number(value) / MS_PER_DAY) : null
    case 'Unix seconds':
      // September 2001 to May 2033.
      return /^1\d{9}$/.test(value) ? Math.floor((Number(value) * 1000) / MS_PER_DAY) : null
  }
}

/** Reviews are of this century, but for some of the last one's end. */
function longYear(year: string): string {
  return (Number(year) < 70 ? '20' : '19') + year
}

type Parts = [first: string, second: string, third: string]

function matched(value: string, pattern: RegExp, read: (parts: Parts) => Day | null): Day | null {
  const match = pattern.exec(value)
  return match && read([match[1] ?? '', match[2] ?? '', match[3] ?? ''])
}

/** The number of a month's name or its first letters; NaN for any other word. */
function monthNumber(name: string): number {
  const index = MONTHS.findIndex((month) => month.startsWith(name.toLowerCase()))
  return index < 0 ? NaN : index + 1
}

function toDay(year: string, month: string | number, day: string): Day | null {
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day))
  const date = new Date(time)
  const exists = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
  return exists ? time / MS_PER_DAY : null
}

/** `2026-11-21` */
export function isoDay(day: Day): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10)
}

/** 1970-01-01 was a Thursday; weeks start on Monday (ISO 8601). */
export function mondayOf(day: Day): Day {
  return day - ((((day + 3) % 7) + 7) % 7)
}
