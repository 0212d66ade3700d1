import type { DateFormat } from '../../../domain/dateFormats.ts'
import type { Role } from '../../protocol.ts'
import { valueGatherer, type ColumnValues } from './columnValues.ts'
import type { RowGatherer } from './rowGatherer.ts'
import { textGatherer, type TextReading } from './textReading.ts'

/** What will be asked about the rows of files, learned while these are opened. */
export interface Gathered {
  text: { column: number; reading: TextReading } | null
  values: { column: number; dateFormat: DateFormat | null; values: ColumnValues }[]
}

/** What the columns look like after some rows. Only columns whose index no later row changes. */
export interface ColumnGuess {
  text: number | null
  columns: { column: number; role: Role | null; dateFormat: DateFormat | null }[]
}

/** Rows after which it is guessed what will be asked, fewer where they are long: so many UTF-16 units are kept till then. */
export const GUESS_AFTER = { rows: 1000, units: 2 ** 20 }
/** At most so many columns, and of each so many values: two bytes a row and 2 MB a column. */
const MOST_COLUMNS = 8
const VALUE_BOUNDS = { values: 4096, units: 2 ** 18 }
/** Roles of columns that results are broken down by, or texts told apart. */
const ASKED: readonly Role[] = ['date', 'version', 'stars', 'label', 'language', 'group']

/**
 * Gathers from rows on their way into the index what is likely to be asked about them: the texts of the column that
 * looks like reviews, the values of those that rows can be told apart by. A wrong guess costs a pass later, no more.
 */
export class Gathering {
  private waiting: (readonly string[])[] = []
  private units = 0
  private text: { column: number; gatherer: RowGatherer<TextReading> } | null = null
  private values: {
    column: number
    dateFormat: DateFormat | null
    gatherer: RowGatherer<ColumnValues | null>
  }[] = []
  private guessed = false
  private readonly guess: () => ColumnGuess
  private readonly guessAfter: typeof GUESS_AFTER

  /** `guess` tells what the rows so far look like. */
  constructor(guess: () => ColumnGuess, guessAfter: typeof GUESS_AFTER) {
    this.guess = guess
    this.guessAfter = guessAfter
  }

  /** Cells of the next row in the order of the table, after they were profiled. */
  add(cells: readonly string[]): void {
    if (this.guessed) return this.gather(cells)
    this.waiting.push(cells)
    for (const cell of cells) this.units += cell.length
    if (this.waiting.length === this.guessAfter.rows || this.units > this.guessAfter.units) this.begin()
  }

  finish(): Gathered {
    if (!this.guessed) this.begin()
    const { text, values } = this
    return {
      text: text && { column: text.column, reading: text.gatherer.finish() },
      values: values.flatMap(({ column, dateFormat, gatherer }) => {
        const gathered = gatherer.finish()
        return gathered ? [{ column, dateFormat, values: gathered }] : []
      }),
    }
  }

  private begin(): void {
    this.guessed = true
    const { text, columns } = this.guess()
    if (text !== null) this.text = { column: text, gatherer: textGatherer({ column: text, above: [] }) }
    this.values = ASKED.flatMap((role) => columns.filter((each) => each.role === role))
      .slice(0, MOST_COLUMNS)
      .map(({ column, dateFormat }) => ({
        column,
        dateFormat,
        gatherer: valueGatherer(column, dateFormat, VALUE_BOUNDS),
      }))
    for (const cells of this.waiting) this.gather(cells)
    this.waiting = []
  }

  private gather(cells: readonly string[]): void {
    this.text?.gatherer.add(cells)
    for (const { gatherer } of this.values) gatherer.add(cells)
  }
}
