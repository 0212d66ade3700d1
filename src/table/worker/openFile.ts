import { UndertoneError } from '../../domain/errors.ts'
import type { FileReading, ReadChoices } from '../../domain/reading.ts'
import { layoutOf, type Layout } from '../../files/layout.ts'
import { HEAD, isZip, type Member } from '../../files/members.ts'
import { notATable, notText } from '../../files/notATable.ts'
import { Unescaper } from '../../files/quotes.ts'
import type { Start } from '../../files/splitter.ts'
import { openSource } from '../../files/utf8Source.ts'
import { headEncoding, wholeEncoding } from './fileEncoding.ts'
import { sheetOf } from './openSheet.ts'
import type { SeenFile, SeenFiles } from './seenFiles.ts'

/** How a file is to be read, and its text. */
export interface ReadableFile {
  name: string
  bytes: number
  layout: Layout
  reading: FileReading
  /** Valid UTF-8, without a byte-order mark before `start`. */
  blob: Blob
  start: Start
  undecodable: number
  /** Why a damaged archive gave no more than `blob`. */
  damage: string | null
  /** True when `blob` is only the start, and its last record may be cut off. */
  partial: boolean
}

export interface OpenOptions {
  seen: SeenFiles
  /** Only the start of the file. */
  partial: boolean
  signal?: AbortSignal | undefined
}

/**
 * How a file is to be read. Fails with `not-a-table`, `too-large`, `reader-missing`, or as the browser fails when it
 * cannot read the file.
 */
export async function openFile(
  member: Member,
  choices: ReadChoices,
  seen: SeenFile,
  { partial, signal }: OpenOptions,
): Promise<ReadableFile> {
  const head = await member.head()
  if (isZip(head.bytes)) return openSheet(member, choices, seen, partial, signal)
  const refused = notText(head.bytes)
  if (refused !== null) throw new UndertoneError('not-a-table', `${member.name} is ${refused}`)

  const headOnly = new Blob([new Uint8Array(head.bytes)])
  const { blob, damage } = partial ? { blob: headOnly, damage: null } : await member.whole(signal)
  const known = await headEncoding(head, choices, seen)
  const encoding = partial ? known : await wholeEncoding(blob, known, choices, signal)
  const cut = !head.whole
  const start = await openSource(headOnly, encoding, { cut, signal })
  const text = await textOf(start.blob.slice(start.start))
  const refusedText = notATable(text)
  if (refusedText !== null) throw new UndertoneError('not-a-table', `${member.name} is ${refusedText}`)

  const layout = layoutOf({ text, whole: head.whole, name: member.name.toLowerCase(), sheet: false }, choices)
  const { escaped, dialect } = layout
  const unescaper = escaped && dialect?.quote ? new Unescaper(dialect.quote, dialect.delimiter) : undefined
  const source =
    partial && !unescaper
      ? start
      : await openSource(blob, encoding, { unescaper, signal, cut: partial && cut, valid: encoding.valid })
  return {
    name: member.name,
    bytes: member.bytes,
    layout,
    reading: { ...layout.reading, encoding: encoding.guess, sheet: null },
    blob: source.blob,
    start: { offset: source.start + layout.start.offset, line: layout.start.line },
    undecodable: source.undecodable,
    damage,
    partial: partial && cut,
  }
}

/** A workbook is read whole even for its first rows: its texts stand apart from them. */
async function openSheet(
  member: Member,
  choices: ReadChoices,
  seen: SeenFile,
  partial: boolean,
  signal?: AbortSignal,
): Promise<ReadableFile> {
  const { blob, damage } = await member.whole(signal)
  const { csv, sheet } = await sheetOf(member.name, blob, choices, seen, signal)
  const head = csv.slice(0, HEAD)
  const text = await textOf(head)
  const layout = layoutOf({ text, whole: head.size === csv.size, name: '', sheet: true }, choices)
  return {
    name: member.name,
    bytes: member.bytes,
    layout,
    reading: { ...layout.reading, encoding: null, sheet },
    blob: partial ? head : csv,
    start: layout.start,
    undecodable: 0,
    damage,
    partial: partial && head.size < csv.size,
  }
}

/** Of UTF-8 that may end within a character. What looks like a byte-order mark here is a character of the text. */
async function textOf(blob: Blob): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer(), { stream: true })
}
