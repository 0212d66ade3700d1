import type { Calibration } from '../../../domain/calibration.ts'
import type { ExportFormat } from '../../../domain/exportFormat.ts'
import { textEncoder } from '../../../files/write/encodeText.ts'
import type { Exported } from '../../protocol.ts'
import { fitCells } from '../rows/cells.ts'
import type { DataTable } from '../answers/dataTable.ts'
import { exportedAnswer } from './exportedAnswer.ts'
import { blobSink, fileSink, type WritableFile } from './exportSink.ts'
import { rowWriter, type RowWriter } from './rowWriter.ts'

export interface ExportJob {
  table: DataTable
  /** In the order they are written. */
  rows: Uint32Array | Promise<Uint32Array>
  as: ExportFormat
  to: WritableFile | null
  calibration: Calibration | null
  /** Counts on while it runs. */
  written: { rows: number }
}

/** UTF-16 units encoded and written in one go. */
const PIECE = 2 ** 19

/**
 * Writes rows with every cell they have and what is known of them, piece by piece, so that memory does not grow with the
 * file. Answers that arrive while it runs are written for rows not yet passed. Rejects with the signal's reason, or as
 * `ExportSink` does, and then leaves nothing written.
 */
export async function exportRows(job: ExportJob, signal?: AbortSignal): Promise<Exported> {
  const { as, to, written } = job
  const text = job.table.text
  const version = text?.answers.changes.version
  const writer = rowWriter(job.table, as)
  const encode = textEncoder(as.kind === 'csv' ? as.encoding : 'utf-8')
  const sink = to === null ? blobSink(writer.mime) : fileSink(to)
  try {
    const rows = await job.rows
    for await (const { records, count } of pieces(job, rows, writer, signal)) {
      signal?.throwIfAborted()
      await sink.write(encode(records))
      written.rows += count
    }
    signal?.throwIfAborted()
    const file = await sink.finish()
    return {
      file,
      rows: rows.length,
      guarded: writer.guarded,
      upToDate: text?.answers.changes.version === version,
    }
  } catch (error) {
    await sink.discard()
    throw error
  }
}

/** The file's text in pieces, and how many rows each completes. */
async function* pieces(
  { table, calibration }: ExportJob,
  rows: Uint32Array,
  writer: RowWriter,
  signal: AbortSignal | undefined,
): AsyncGenerator<{ records: string; count: number }> {
  const width = table.opened.columns.length
  let records = writer.head
  let count = 0
  for await (const block of table.rows.blocks(rows, signal)) {
    for (const [index, row] of block.rows.entries()) {
      const cells = fitCells(block.records[index] ?? [], width, table.rows.fileOf(row).delimiter)
      records += writer.row(cells, exportedAnswer(table.text, row, calibration))
      count++
      if (records.length < PIECE) continue
      yield { records, count }
      records = ''
      count = 0
    }
  }
  if (records !== '') yield { records, count }
}
