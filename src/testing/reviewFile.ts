import { CSV, writeTable } from './writeTable.ts'

export type ReviewCells = [date: string, stars: string, version: string, title: string, review: string]

/** Columns of every file of reviews, by the index of their cell. */
export const REVIEW_COLUMNS = ['Date', 'Stars', 'Version', 'Title', 'Review']

/**
 * As many rows as asked: good, bad, so-so in turn, one a day, every row of 3.1.0. No two texts are the same, so that as many
 * are read as there are rows.
 */
export function reviewRows(count: number): ReviewCells[] {
  const reviews = ['good plans', 'bad update', 'so so']
  return Array.from({ length: count }, (_, row) => {
    const day = new Date(Date.UTC(2026, 2, 2 + row)).toISOString().slice(0, 10)
    const review = reviews[row % 3] ?? ''
    return [day, '4', '3.1.0', `Title ${row}`, row < 3 ? review : `${review} ${row}`]
  })
}

/** Any records as a CSV file; the first holds the column names. */
export function csvOf(records: readonly (readonly string[])[], name = 'march.csv'): File {
  return new File([writeTable(records, CSV)], name, { type: 'text/csv' })
}

export function reviewFile(name = 'march.csv', rows: readonly ReviewCells[] = reviewRows(3)): File {
  return csvOf([REVIEW_COLUMNS, ...rows], name)
}
