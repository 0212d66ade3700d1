import { readRecords } from '../records/records.ts'
import { recordsOf } from '../records/recordText.ts'
import type { Batch } from '../records/splitter.ts'
import type { FileReader, RowText } from './opener.ts'

/** Of a table, or of a text with one text a line. Throws `TypeError` for a layout without a dialect. */
export function tableReader({ blob, start, layout, partial }: RowText): FileReader {
  const { dialect } = layout
  if (!dialect) throw new TypeError('a table has a dialect')
  return {
    names: [],
    batches: (signal) => readRecords(blob, start, dialect, { signal, partial }),
    parse: (text) => recordsOf(text, dialect),
    joins: true,
  }
}

/** Of rows that were written as CSV here: each is a line, whatever line breaks its cells hold. */
export function lineReader(text: RowText): FileReader {
  const reader = tableReader(text)
  return { ...reader, batches: (signal) => numbered(reader.batches(signal), text.start.line) }
}

async function* numbered(batches: AsyncGenerator<Batch>, firstLine: number): AsyncGenerator<Batch> {
  let line = firstLine
  for await (const batch of batches) {
    for (const record of batch.records) record.line = line++
    yield batch
  }
}
