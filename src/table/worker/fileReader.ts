import { JsonColumns } from '../../files/jsonCells.ts'
import { JsonLineSplitter } from '../../files/jsonLines.ts'
import { JsonListSplitter } from '../../files/jsonList.ts'
import { readRecords, RECORD_LIMIT, splitBlob } from '../../files/records.ts'
import { recordsOf } from '../../files/recordText.ts'
import type { Batch } from '../../files/splitter.ts'
import type { ReadableFile } from './openFile.ts'

/** Reads the records of a file, and later their cells again from their text. */
export interface FileReader {
  /** The names of its columns: of JSON they come with the records, of a table the caller adds them. */
  names: string[]
  batches(signal?: AbortSignal): AsyncGenerator<Batch>
  /** The cells of the records in a text. */
  parse(text: string): string[][]
  /** True when neighbouring records can be parsed in one go. */
  joins: boolean
}

export function fileReader({ blob, start, layout, partial }: ReadableFile): FileReader {
  const { dialect } = layout
  if (dialect) {
    const sheet = layout.reading.format.value === 'sheet'
    return {
      names: [],
      batches: (signal) => {
        const batches = readRecords(blob, start, dialect, { signal, partial })
        return sheet ? numbered(batches, start.line) : batches
      },
      parse: (text) => recordsOf(text, dialect),
      joins: true,
    }
  }
  const columns = new JsonColumns({ lists: layout.named })
  const splitter =
    layout.reading.format.value === 'json-lines'
      ? new JsonLineSplitter(columns, start, RECORD_LIMIT)
      : new JsonListSplitter(columns, start, RECORD_LIMIT, layout.inObject)
  return {
    names: columns.names,
    batches: (signal) => splitBlob(blob, start.offset, splitter, { signal, partial }),
    parse: (text) => [columns.cellsOf(text) ?? []],
    joins: false,
  }
}

/** A row of a sheet is a line, whatever line breaks its cells hold. */
async function* numbered(batches: AsyncGenerator<Batch>, firstLine: number): AsyncGenerator<Batch> {
  let line = firstLine
  for await (const batch of batches) {
    for (const record of batch.records) record.line = line++
    yield batch
  }
}
