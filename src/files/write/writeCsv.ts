import type { Delimiter } from '../layout/dialect.ts'

/** UTF-8's byte-order mark: without it spreadsheets read UTF-8 as Latin-1. */
export const BYTE_ORDER_MARK = '\uFEFF'

/**
 * One record with its line break (RFC 4180): cells are quoted where they hold a delimiter, quote or line break, or
 * spaces or tabs at an end that a reader might trim. A record of one empty cell is written as `""`, so that it is not
 * lost as an empty line.
 */
export function csvRecord(cells: readonly string[], delimiter: Delimiter): string {
  if (cells.length === 1 && cells[0] === '') return '""\r\n'
  return `${cells.map((cell) => quoted(cell, delimiter)).join(delimiter)}\r\n`
}

function quoted(cell: string, delimiter: Delimiter): string {
  const needsQuotes = cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell)
  return needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell
}
