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

export interface ValueBounds {
  /** Beyond so many different values the column is given up. */
  values: number
  /** UTF-16 units of all different values together. */
  units: number
}

/** Gathers the values of a column; `dateFormat` null takes them as they are. Null where there are more than `bounds` allow. */
export function valueGatherer(
  column: number,
  dateFormat: DateFormat | null,
  bounds: ValueBounds,
): RowGatherer<ColumnValues | null> {
  const known = new Map<string, number>()
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
    }
    return id
  }

  function valueOf(cell: string): string {
    if (dateFormat === null) return cell
    const day = parseDay(cell, dateFormat)
    return day === null ? '' : String(day)
  }

  return {
    add(cells) {
      if (givenUp) return
      ids.push(idOfValue(valueOf((cells[column] ?? '').trim())))
    },
    finish: () => (givenUp ? null : { values: [...known.keys()], ids: ids.view(0, ids.length).slice() }),
  }
}
