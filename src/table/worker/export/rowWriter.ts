import type { ExportFormat } from '../../../domain/exportFormat.ts'
import { FLAGS, type Flag } from '../../../domain/flags.ts'
import { LABELS } from '../../../domain/labels.ts'
import { guard } from '../../../files/write/formulaGuard.ts'
import { BYTE_ORDER_MARK, csvRecord } from '../../../files/write/writeCsv.ts'
import { jsonLineWriter } from '../../../files/write/writeJsonLine.ts'
import { addedNames } from '../rows/addedColumns.ts'
import type { OpenedRows } from '../rows/openTable.ts'
import type { ExportedAnswer } from './exportedAnswer.ts'

const SCORES = 1 + LABELS.length

/** Writes rows as text, one after the other. */
export interface RowWriter {
  mime: string
  /** What stands before the first row. */
  head: string
  /** A row with its line break; `cells` are as many as the table has columns. */
  row(cells: readonly string[], answer: ExportedAnswer): string
  /** Cells that got an apostrophe since a spreadsheet would have run them. */
  readonly guarded: number
}

type NamedColumns = Pick<OpenedRows, 'header' | 'opened'>

export function rowWriter(table: NamedColumns, as: ExportFormat): RowWriter {
  return as.kind === 'csv' ? csvWriter(table, as) : jsonWriter(table)
}

/** The first file's header as it is, names for columns it does not name, and the added ones under free names. */
function csvWriter({ header, opened: { columns } }: NamedColumns, as: ExportFormat): RowWriter {
  const original = columns.map(({ name }, index) => header[index] ?? name)
  const added = addedNames([...original, ...columns.map(({ name }) => name)])
  const safe = (cells: readonly string[]) => (as.guard ? guard(cells) : { cells, formulas: 0 })
  const first = safe(original)
  let guarded = first.formulas
  return {
    mime: `text/csv;charset=${as.encoding}`,
    head: BYTE_ORDER_MARK + csvRecord([...first.cells, ...added], as.delimiter),
    row(cells, { label, scores, flags }) {
      const own = safe(cells)
      guarded += own.formulas
      const numbers = scores?.map((score) => score.toFixed(4)) ?? Array<string>(SCORES).fill('')
      const known = own.formulas > 0 ? withGuard(flags) : flags
      return csvRecord([...own.cells, label ?? '', ...numbers, known.join(';')], as.delimiter)
    },
    get guarded() {
      return guarded
    },
  }
}

/** The columns under their own names, which no two share. */
function jsonWriter({ opened: { columns } }: NamedColumns): RowWriter {
  const names = columns.map(({ name }) => name)
  const line = jsonLineWriter([...names, ...addedNames(names)])
  const unknown = Array<null>(SCORES).fill(null)
  return {
    mime: 'application/x-ndjson',
    head: '',
    row: (cells, { label, scores, flags }) => line([...cells, label, ...(scores ?? unknown), flags]),
    guarded: 0,
  }
}

function withGuard(flags: readonly Flag[]): Flag[] {
  return FLAGS.filter((flag) => flag === 'formula_guarded' || flags.includes(flag))
}
