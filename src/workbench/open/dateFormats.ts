import type { TableClient } from '../../table/client.ts'
import type { OpenFile } from '../state/fileState.ts'

/** Tells the data worker what was said of the dates of the open table. Rejects as the data worker does. */
export async function applyDateFormats(
  table: Pick<TableClient, 'setDateFormat'>,
  { table: opened, dateFormats }: Pick<OpenFile, 'table' | 'dateFormats'>,
): Promise<void> {
  for (const { index, name } of opened.columns) {
    const format = dateFormats.get(name)
    const possible = opened.roles[index]?.dateFormats ?? []
    if (format !== undefined && possible.includes(format))
      await table.setDateFormat({ column: index, format })
  }
}
