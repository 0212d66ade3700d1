import { UndertoneError } from '../../domain/errors.ts'
import type { ReadChoices } from '../../domain/reading.ts'
import { HEAD, type Member } from '../archive/members.ts'
import { openSource } from '../encoding/utf8Source.ts'
import type { RowText } from '../formats/opener.ts'
import { OPENERS, rewriterOf } from '../formats/openers.ts'
import { layoutOf } from '../layout/layoutOf.ts'
import { notATable, notText } from '../layout/notATable.ts'
import { Unescaper } from '../layout/quotes.ts'
import { rewrittenLayout } from '../layout/tableLayout.ts'
import { headEncoding, wholeEncoding } from './fileEncoding.ts'
import type { ReadableFile } from './readableFile.ts'
import type { SeenFile, SeenFiles } from './seenFiles.ts'

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
export async function openMember(
  member: Member,
  choices: ReadChoices,
  seen: SeenFile,
  options: OpenOptions,
): Promise<ReadableFile> {
  const head = await member.head()
  const rewritten = rewriterOf(head.bytes)
  return rewritten
    ? openRewritten(member, rewritten, choices, seen, options)
    : openText(member, head, choices, seen, options)
}

async function openText(
  member: Member,
  head: { bytes: Uint8Array; whole: boolean },
  choices: ReadChoices,
  seen: SeenFile,
  { partial, signal }: OpenOptions,
): Promise<ReadableFile> {
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

  const layout = layoutOf({ text, whole: head.whole, name: member.name.toLowerCase() }, choices)
  const { escaped, dialect } = layout
  const unescaper = escaped && dialect?.quote ? new Unescaper(dialect.quote, dialect.delimiter) : undefined
  const source =
    partial && !unescaper
      ? start
      : await openSource(blob, encoding, { unescaper, signal, cut: partial && cut, valid: encoding.valid })
  const rows = {
    layout,
    blob: source.blob,
    start: { offset: source.start + layout.start.offset, line: layout.start.line },
    partial: partial && cut,
  }
  return {
    ...rows,
    ...named(member, rows),
    reading: { ...layout.reading, encoding: encoding.guess, sheet: null },
    undecodable: source.undecodable,
    damage,
  }
}

/** A file that is no text is handed over whole even for its first rows: what they need may stand at its end. */
async function openRewritten(
  member: Member,
  { format, rewriter }: NonNullable<ReturnType<typeof rewriterOf>>,
  choices: ReadChoices,
  seen: SeenFile,
  { partial, signal }: OpenOptions,
): Promise<ReadableFile> {
  const { blob, damage } = await member.whole(signal)
  const { name } = member
  const { csv, whole, sheet } = await rewriter.rows({ name, blob, choices, seen, partial, signal })
  const head = csv.slice(0, HEAD)
  const isAll = whole && head.size === csv.size
  const { reason, named: isNamed } = rewriter
  const layout = rewrittenLayout(
    { text: await textOf(head), whole: isAll },
    { format, reason, named: isNamed },
    choices,
  )
  const rows = { layout, blob: partial ? head : csv, start: layout.start, partial: partial && !isAll }
  return {
    ...rows,
    ...named(member, rows),
    reading: { ...layout.reading, encoding: null, sheet },
    undecodable: 0,
    damage,
  }
}

function named({ name, bytes }: Member, rows: RowText): Pick<ReadableFile, 'name' | 'bytes' | 'reader'> {
  const opener = OPENERS[rows.layout.reading.format.value]
  return { name, bytes, reader: () => opener.reader(rows) }
}

/** Of UTF-8 that may end within a character. What looks like a byte-order mark here is a character of the text. */
async function textOf(blob: Blob): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer(), { stream: true })
}
