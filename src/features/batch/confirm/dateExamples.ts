import type { DateFormat } from '../../../domain/dateFormats.ts'

/** One way to read a column's days. */
export interface DateReading {
  format: DateFormat
  /** "3 April 2026" */
  words: string
}

/** A value of the file, as it stands there, and what it would be in each way. */
export interface DateExample {
  value: string
  readings: DateReading[]
}

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const PARTS = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?!\d)/

/**
 * The first value that is another day in another format, or the first that has these formats at all. Null when none of
 * `values` does, or when it is not about which comes first, day or month.
 */
export function dateExample(values: readonly string[], formats: readonly DateFormat[]): DateExample | null {
  const examples = values.flatMap((value) => read(value.trim(), formats) ?? [])
  return (
    examples.find(({ readings }) => new Set(readings.map(({ words }) => words)).size > 1) ??
    examples[0] ??
    null
  )
}

function read(value: string, formats: readonly DateFormat[]): DateExample | null {
  const [written, first, second, year] = PARTS.exec(value) ?? []
  if (written === undefined || year === undefined) return null
  const readings = formats.flatMap((format): DateReading[] => {
    const [day, month] = format.startsWith('dd') ? [first, second] : [second, first]
    return [{ format, words: DAY.format(Date.UTC(fullYear(year), Number(month) - 1, Number(day))) }]
  })
  return { value: written, readings }
}

/** As the data worker reads years of two digits. */
function fullYear(year: string): number {
  return year.length === 4 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900)
}
