/** How a test writes a table. `quote` null: cells are written as they are. */
export interface WrittenDialect {
  delimiter: string
  newline: '\n' | '\r\n' | '\r'
  quote: '"' | "'" | null
  escape: 'doubled' | 'backslash'
}

/** What spreadsheets write, but for the delimiter. */
export const CSV: WrittenDialect = { delimiter: ',', newline: '\r\n', quote: '"', escape: 'doubled' }

/** Records as text, each with its line break; quoted where they must be, or all of them. */
export function writeTable(
  records: readonly (readonly string[])[],
  dialect: WrittenDialect,
  quoteAll = false,
): string {
  return records.map((cells) => writeRecord(cells, dialect, quoteAll)).join('')
}

function writeRecord(cells: readonly string[], dialect: WrittenDialect, quoteAll: boolean): string {
  const { delimiter, newline, quote, escape } = dialect
  const written = cells.map((cell) => {
    if (quote === null) return cell
    const needsQuotes =
      quoteAll ||
      cell.includes(delimiter) ||
      cell.includes(quote) ||
      /[\r\n\\]|^\s|\s$/.test(cell) ||
      (cells.length === 1 && cell === '')
    if (!needsQuotes) return cell
    const escaped =
      escape === 'backslash'
        ? cell.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)
        : cell.replaceAll(quote, quote + quote)
    return quote + escaped + quote
  })
  return written.join(delimiter) + newline
}
