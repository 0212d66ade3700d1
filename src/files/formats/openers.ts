import { FILE_FORMATS, type FileFormat } from '../../domain/fileFormats.ts'
import { isZip } from '../archive/members.ts'
import { jsonLineReader, jsonListReader } from './jsonReader.ts'
import { lazily } from '../lazily.ts'
import type { Opener, RewriteRequest, Rewriter, Rewritten } from './opener.ts'
import { sheetRows } from './sheet.ts'
import { lineReader, tableReader } from './tableReader.ts'

/** What reads each format of `domain/fileFormats.ts`. Whatever is heavy is imported when a file asks for it. */
export const OPENERS: Readonly<Record<FileFormat, Opener>> = {
  table: { reader: tableReader, rewrite: null },
  lines: { reader: tableReader, rewrite: null },
  'json-lines': { reader: jsonLineReader, rewrite: null },
  json: { reader: jsonListReader, rewrite: null },
  sheet: {
    reader: lineReader,
    rewrite: { begins: isZip, reason: 'It is an Excel workbook.', named: false, rows: sheetRows },
  },
  parquet: {
    reader: lineReader,
    rewrite: { begins: isParquet, reason: 'It is a Parquet file.', named: true, rows: parquetRows },
  },
}

async function parquetRows(request: RewriteRequest): Promise<Rewritten> {
  const reader = await lazily(() => import('./parquet.ts'))
  return reader.parquetRows(request)
}

/** `PAR1`, or `PARE` where all of it is encrypted, and bytes that no text has. */
function isParquet(head: Uint8Array): boolean {
  const mark = String.fromCharCode(...head.subarray(0, 4))
  return (mark === 'PAR1' || mark === 'PARE') && head.subarray(4, 64).some((byte) => byte < 9)
}

/** The format that the first bytes of a file leave no doubt about; null where they may be text. */
export function rewriterOf(head: Uint8Array): { format: FileFormat; rewriter: Rewriter } | null {
  for (const { key } of FILE_FORMATS) {
    const { rewrite } = OPENERS[key]
    if (rewrite?.begins(head) === true) return { format: key, rewriter: rewrite }
  }
  return null
}
