import { UndertoneError } from '../../domain/errors.ts'
import { sniffDelimiter } from '../../files/delimiter.ts'
import type { Dialect } from '../../files/dialect.ts'
import { detectEncoding } from '../../files/encoding.ts'
import { detectNewline } from '../../files/newline.ts'
import { notATable } from '../../files/notATable.ts'
import { openSource, type Utf8Source } from '../../files/utf8Source.ts'

/** What is looked at to tell encoding, line breaks and delimiter, in bytes. */
const HEAD = 2 ** 18

export interface ReadableFile {
  source: Utf8Source
  dialect: Dialect
}

/** How a file is to be read. Fails with `not-a-table`, or as the browser fails when it cannot read the file. */
export async function openFile(file: File, signal?: AbortSignal): Promise<ReadableFile> {
  const bytes = await head(file, 0)
  const encoding = detectEncoding(bytes)
  const reason = notATable(bytes, encoding)
  if (reason !== null) throw new UndertoneError('not-a-table', `${file.name} is ${reason}`)
  const source = await openSource(file, encoding, signal)
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await head(source.blob, source.start), {
    stream: true,
  })
  const whole = source.blob.size <= source.start + HEAD
  const newline = detectNewline(text)
  return { source, dialect: { newline, delimiter: sniffDelimiter(text, newline, whole) } }
}

async function head(blob: Blob, from: number): Promise<Uint8Array> {
  return new Uint8Array(await blob.slice(from, from + HEAD).arrayBuffer())
}
