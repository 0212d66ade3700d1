import type { Columns } from './rawRow.ts'
import { UsageError } from './usageError.ts'

/** Usual names, the likeliest first; compared without case, spaces and underscores. */
const TEXT_NAMES = 'text review reviewtext content body comment sentence tweet message feedback'.split(' ')
const LABEL_NAMES = 'label sentiment airlinesentiment polarity class target stars star rating score'.split(
  ' ',
)

/** Where a table keeps what is needed; null where it has no such column. */
export interface ColumnNumbers {
  text: number
  /** Null where labels are not looked at. */
  label: number | null
  classes: number | null
  source: number | null
  domain: number | null
}

/** Throws `UsageError` naming the columns there are when the text's or the label's is not among them. */
export function columnNumbers(header: readonly string[], { text, label }: Columns): ColumnNumbers {
  const find = (names: readonly string[]): number | null => {
    for (const name of names) {
      const number = header.findIndex((cell) => plain(cell) === plain(name))
      if (number >= 0) return number
    }
    return null
  }
  const required = (what: 'text' | 'label', names: readonly string[]): number => {
    const number = find(names)
    if (number !== null) return number
    const present = header.map((cell) => `“${cell}”`).join(', ')
    throw new UsageError(`No ${what} column was found. Name it with --${what}; the file has ${present}.`)
  }
  return {
    text: required('text', text === null ? TEXT_NAMES : [text]),
    label: label === false ? null : required('label', label === null ? LABEL_NAMES : [label]),
    classes: find(['classes']),
    source: find(['source']),
    domain: find(['domain']),
  }
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]/g, '')
}
