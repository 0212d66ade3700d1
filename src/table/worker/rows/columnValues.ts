import type { DateFormat } from '../../../domain/dateFormats.ts'
import { ownCopy } from '../../../lib/ownCopy.ts'
import { parseDay } from './dates.ts'
import { Growing } from './growing.ts'
import type { RowGatherer } from './rowGatherer.ts'

/** The different values of a column, and which of them each row has. */
export interface ColumnValues {
  /**
   * In order of appearance. Trimmed cells; where the column is read as dates, their days (since 1970-01-01) as digits, and
   * `''` for whatever is no date.
   */
  values: string[]
  /** Index in `values` by row. */
  ids: Uint16Array | Uint32Array
}

/** Cells whose day is known: most dates of a file are written often. */
const MOST_KNOWN_CELLS = 4096
const LONGEST_KNOWN_CELL = 48

export interface ValueBounds {
  /** Beyond so many different values the column is given up. */
  values: number
  /** UTF-16 units of all different values together. */
  units: number
}

const UNBOUNDED: ValueBounds = { values: Infinity, units: Infinity }

export interface ValueGatherer extends RowGatherer<ColumnValues> {
  /** True when there are more values than was allowed: what was gathered is gone. */
  readonly givenUp: boolean
}

/** Gathers the values of a column; `dateFormat` null takes them as they are. */
export function valueGatherer(
  column: number,
  dateFormat: DateFormat | null,
  bounds = UNBOUNDED,
): ValueGatherer {
  const known = new Map<string, number>()
  const idOfCell = new Map<string, number>()
  const ids =
    bounds.values < 2 ** 16
      ? new Growing((length) => new Uint16Array(length))
      : new Growing((length) => new Uint32Array(length))
  let units = 0
  let givenUp = false

  function idOfValue(value: string): number {
    const found = known.get(value)
    if (found !== undefined) return found
    const id = known.size
    known.set(ownCopy(value), id)
    units += value.length
    if (known.size > bounds.values || units > bounds.units) {
      givenUp = true
      known.clear()
      idOfCell.clear()
    }
    return id
  }

  function idOfDate(cell: string, format: DateFormat): number {
    const found = idOfCell.get(cell)
    if (found !== undefined) return found
    const day = parseDay(cell, format)
    const id = idOfValue(day === null ? '' : String(day))
    if (idOfCell.size < MOST_KNOWN_CELLS && cell.length <= LONGEST_KNOWN_CELL) idOfCell.set(ownCopy(cell), id)
    return id
  }

  return {
    add(cells) {
      if (givenUp) return
      const cell = (cells[column] ?? '').trim()
      ids.push(dateFormat === null ? idOfValue(cell) : idOfDate(cell, dateFormat))
    },
    finish: () => ({ values: [...known.keys()], ids: ids.view(0, ids.length).slice() }),
    get givenUp() {
      return givenUp
    },
  }
}
