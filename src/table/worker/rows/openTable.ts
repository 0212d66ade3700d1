import { UndertoneError } from '../../../domain/errors.ts'
import type { ReadChoices } from '../../../domain/reading.ts'
import type { Archive, OpenTable, Peek } from '../../protocol.ts'
import { openFiles } from '../../../files/open/openFiles.ts'
import { fitCells, tableWidth } from './cells.ts'
import { columnNames } from '../../../domain/columnNames.ts'
import type { ColumnProfile } from './columnProfile.ts'
import type { DateFormat } from '../../../domain/dateFormats.ts'
import { describeColumns, type DescribedColumns } from './describeColumns.ts'
import { openedFile } from '../../../files/open/openedFile.ts'
import { GUESS_AFTER } from './gathering.ts'
import { Reading } from './reading.ts'
import { createReadings, type Readings } from './readings.ts'
import { RowSource } from './rowSource.ts'
import { SeenFiles } from '../../../files/open/seenFiles.ts'
import type { SkippedPieces } from './skippedPieces.ts'

/** The rows of opened files. */
export interface OpenedRows {
  opened: OpenTable
  rows: RowSource
  readings: Readings
  /** What is no row. */
  skipped: SkippedPieces
  /** Header cells as the first file has them. */
  header: string[]
  /** Per column; null where its kind is not `date`. */
  dateFormats: (DateFormat | null)[]
}

/**
 * Reads every record of the files once and keeps where it lies and what its columns look like. `choices` are those of
 * the file at the same index. Fails with `not-a-table`, `no-rows`, `headers-differ`, `too-large`, `reader-missing`, or
 * as the browser fails when it cannot read a file.
 */
export async function openTable(
  files: readonly File[],
  choices: readonly ReadChoices[] = [],
  seen = new SeenFiles(),
  signal?: AbortSignal,
  guessAfter = GUESS_AFTER,
): Promise<OpenedRows> {
  const reading = new Reading(guessAfter)
  const archives: Archive[] = []
  for (const [source, file] of files.entries()) {
    const chosen = await openFiles(file, choices[source] ?? {}, { seen, partial: false, signal })
    for (const member of chosen.files) await reading.add(member, source, signal)
    if (chosen.members) archives.push({ name: file.name, source, members: chosen.members })
  }
  const [first] = reading.sources
  if (!first || reading.index.length === 0) {
    throw new UndertoneError('no-rows', 'no record follows the column names')
  }
  const { columns, profiles, roles, textColumn, preview } = describe(reading)
  const rows = new RowSource(reading.sources, reading.index)
  return {
    opened: {
      files: reading.opened,
      archives,
      rows: reading.index.length,
      columns,
      textColumn,
      roles,
      preview,
      previewNumbers: reading.previewNumbers,
      skipped: reading.skipped.listed,
      skippedCount: reading.skipped.count,
    },
    rows,
    readings: createReadings(rows, reading.gathered),
    skipped: reading.skipped,
    header: reading.header ?? columns.map(({ name }) => name),
    dateFormats: profiles.map(({ dateFormat }) => dateFormat),
  }
}

/** How the files would be read, told from their start. Fails as `openTable` does, but for `no-rows`. */
export async function peekTable(
  files: readonly File[],
  choices: readonly ReadChoices[] = [],
  seen = new SeenFiles(),
  signal?: AbortSignal,
): Promise<Peek> {
  const reading = new Reading(null)
  const archives: Archive[] = []
  const peeked: Peek['files'] = []
  for (const [source, file] of files.entries()) {
    const chosen = await openFiles(file, choices[source] ?? {}, { seen, partial: true, signal })
    for (const member of chosen.files) {
      await reading.add(member, source, signal)
      peeked.push(openedFile(member, source))
    }
    if (chosen.members) archives.push({ name: file.name, source, members: chosen.members })
  }
  const { columns, roles, textColumn, preview } = describe(reading)
  const { previewNumbers } = reading
  return { files: peeked, archives, columns, roles, textColumn, preview, previewNumbers }
}

function describe(
  reading: Reading,
): DescribedColumns & Pick<Peek, 'preview'> & { profiles: ColumnProfile[] } {
  const width = tableWidth(reading.columns.names.length, reading.longest)
  const profiles = reading.profilesOf(width)
  const delimiter = reading.sources[0]?.delimiter ?? ','
  return {
    ...describeColumns(columnNames(reading.columns.names, width), profiles),
    profiles,
    preview: reading.preview.map((cells) => fitCells(cells, width, delimiter)),
  }
}
