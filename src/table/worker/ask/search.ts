import { everyRow, type RowSource } from '../rows/rowSource.ts'
import { rowText } from '../rows/rowText.ts'
import type { TextRows } from '../answers/textRows.ts'

/** Which rows' cleaned text contains `term`, whatever the case: 1 or 0 per row. Rejects with the signal's reason. */
export async function search(
  rows: RowSource,
  text: TextRows,
  term: string,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const wanted = term.toLowerCase()
  const known = text.searches.get(wanted)
  if (known) return known
  const found = new Uint8Array(rows.length)
  for await (const block of rows.blocks(everyRow(rows.length), signal)) {
    for (const [index, row] of block.rows.entries()) {
      const read = rowText(block.records[index] ?? [], text.profile).text
      found[row] = Number(read.toLowerCase().includes(wanted))
    }
  }
  text.searches.set(wanted, found)
  return found
}
