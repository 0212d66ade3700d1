import { JsonColumns } from '../records/jsonCells.ts'
import { JsonLineSplitter } from '../records/jsonLines.ts'
import { JsonListSplitter } from '../records/jsonList.ts'
import { RECORD_LIMIT, splitBlob, type Splitter } from '../records/records.ts'
import type { FileReader, RowText } from './opener.ts'

export function jsonLineReader(text: RowText): FileReader {
  return jsonReader(text, (columns) => new JsonLineSplitter(columns, text.start, RECORD_LIMIT))
}

export function jsonListReader(text: RowText): FileReader {
  const { start, layout } = text
  return jsonReader(text, (columns) => new JsonListSplitter(columns, start, RECORD_LIMIT, layout.inObject))
}

function jsonReader(
  { blob, start, layout, partial }: RowText,
  splitterFor: (columns: JsonColumns) => Splitter,
): FileReader {
  const columns = new JsonColumns({ lists: layout.named })
  return {
    names: columns.names,
    batches: (signal) => splitBlob(blob, start.offset, splitterFor(columns), { signal, partial }),
    parse: (text) => [columns.cellsOf(text) ?? []],
    joins: false,
  }
}
