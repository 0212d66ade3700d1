import type { Calibration } from '../../domain/calibration.ts'
import { FLAGS } from '../../domain/flags.ts'
import { LABELS } from '../../domain/labels.ts'
import { isFormula, neutralise } from '../../files/formulaGuard.ts'
import { BYTE_ORDER_MARK, csvRecord } from '../../files/writeCsv.ts'
import type { Exported } from '../protocol.ts'
import { fitCells } from './cells.ts'
import { unique } from './columnNames.ts'
import type { DataTable } from './dataTable.ts'

const ADDED = ['sentiment', 'confidence', ...LABELS.map((label) => `p_${label}`), 'flags']

/**
 * Writes rows, in the order given, with every cell they have and what is known of them. Blob by blob, so that memory
 * does not grow with the file. Answers that arrive while it runs are written for rows not yet passed.
 */
export async function exportCsv(
  table: DataTable,
  wanted: Uint32Array,
  calibration: Calibration | null,
  signal?: AbortSignal,
): Promise<Exported> {
  const { delimiter, opened, rows } = table
  const width = opened.columns.length
  const header = guarded(headerCells(table))
  let cellsGuarded = header.count
  const parts = [new Blob([BYTE_ORDER_MARK, csvRecord(header.cells, delimiter)])]
  for await (const block of rows.blocks(wanted, signal)) {
    const records: string[] = []
    for (const [index, row] of block.rows.entries()) {
      const cells = fitCells(block.records[index] ?? [], width, rows.fileOf(row).delimiter)
      const original = guarded(cells)
      cellsGuarded += original.count
      records.push(
        csvRecord([...original.cells, ...addedCells(table, row, calibration, original.count > 0)], delimiter),
      )
    }
    parts.push(new Blob([records.join('')]))
  }
  return {
    file: new Blob(parts, { type: 'text/csv;charset=utf-8' }),
    rows: wanted.length,
    guarded: cellsGuarded,
  }
}

/** The first file's header as it is, names for columns it does not name, and the added ones under free names. */
function headerCells({ header, opened: { columns } }: DataTable): string[] {
  const original = columns.map(({ name }, index) => header[index] ?? name)
  const taken = new Set(
    [...original, ...columns.map(({ name }) => name)].map((name) => name.trim().toLowerCase()),
  )
  return [...original, ...ADDED.map((name) => unique(name, taken, (n, count) => `${n}_${count}`))]
}

function guarded(cells: readonly string[]): { cells: string[]; count: number } {
  let count = 0
  const safe = cells.map((cell) => {
    if (!isFormula(cell)) return cell
    count++
    return neutralise(cell)
  })
  return { cells: safe, count }
}

function addedCells(
  { text }: DataTable,
  row: number,
  calibration: Calibration | null,
  formulaGuarded: boolean,
): string[] {
  const known = new Set(text?.flags(row))
  if (formulaGuarded) known.add('formula_guarded')
  const flags = FLAGS.filter((flag) => known.has(flag)).join(';')
  const decision = calibration && text?.answers.decision(row, calibration)
  if (!decision) return ['', '', '', '', '', flags]
  const { label, confidence, probabilities } = decision
  const numbers = [confidence, ...LABELS.map((name) => probabilities[name])]
  return [label, ...numbers.map((value) => value.toFixed(4)), flags]
}
