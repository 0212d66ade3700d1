import type { Calibration } from '../../../domain/calibration.ts'
import { excerpt } from '../../../domain/excerpt.ts'
import type { Row, RowDetail } from '../../protocol.ts'
import { fitCells } from '../rows/cells.ts'
import type { DataTable } from '../answers/dataTable.ts'
import { rowText } from '../rows/rowText.ts'

/** Rows as the page shows them, in the order asked for. Texts are cleaned, as they were classified. */
export async function viewRows(
  table: DataTable,
  wanted: Uint32Array,
  extra: readonly number[],
  calibration: Calibration | null,
): Promise<Row[]> {
  const records = await table.rows.read(wanted)
  return Array.from(wanted, (row, index) => {
    const cells = records[index] ?? []
    const seen = view(table, row, cells, calibration)
    return { ...seen, text: excerpt(seen.text), extra: extra.map((column) => excerpt(cells[column] ?? '')) }
  })
}

/** Throws `RangeError` when there is no such row. */
export async function viewDetail(
  table: DataTable,
  row: number,
  calibration: Calibration | null,
): Promise<RowDetail> {
  const file = table.rows.fileOf(row)
  const [cells = []] = await table.rows.read(Uint32Array.of(row))
  return {
    ...view(table, row, cells, calibration),
    cells: fitCells(cells, table.opened.columns.length, file.delimiter),
    windows: table.text?.answers.windowsOf(row) ?? 0,
  }
}

function view(table: DataTable, row: number, cells: string[], calibration: Calibration | null): Row {
  const { text, rows } = table
  const decision = calibration && text?.answers.decision(row, calibration)
  return {
    row,
    number: rows.numberOf(row),
    file: rows.fileOf(row).name,
    line: rows.index.line(row),
    text: text ? rowText(cells, text.profile).text : '',
    answer: decision
      ? { label: decision.label, confidence: decision.confidence, probabilities: decision.probabilities }
      : null,
    correction: text?.answers.correction(row) ?? null,
    flags: text?.flags(row) ?? [],
    extra: [],
  }
}
