import { openAsBlob } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { UndertoneError } from '../../src/domain/errors.ts'
import { problemWords } from '../../src/words/problemWords.ts'
import { bareName } from '../../src/domain/fileFormats.ts'
import { openFiles } from '../../src/files/open/openFiles.ts'
import type { ReadableFile } from '../../src/files/open/readableFile.ts'
import { SeenFiles } from '../../src/files/open/seenFiles.ts'
import { columnsAtStart, rowsOf } from './fileRows.ts'
import type { Columns, RawRow } from './rawRow.ts'
import { UsageError } from './usageError.ts'

/** A file of texts, in any format that the app reads. It is read anew each time `rows` is called. */
export interface LabelledFile {
  /** Without folder and endings; the source of rows that name none. */
  name: string
  rows(): AsyncGenerator<RawRow>
}

/** Node tells the size of a larger one modulo this. */
const MOST_BYTES = 2 ** 32

/**
 * Opens a file as the app does, with the same guesses. Throws `UsageError` when it is not there, is no table, is damaged, or
 * has no column of texts or, where they are needed, of labels.
 */
export async function openLabelled(path: string, columns: Columns): Promise<LabelledFile> {
  const name = basename(path)
  const opened = await readable(path, name)
  const files = await Promise.all(
    opened.map(async (file) => ({ file, numbers: await columnsAtStart(file, columns) })),
  )
  return {
    name: bareName(name),
    async *rows() {
      for (const { file, numbers } of files) yield* rowsOf(file, numbers)
    },
  }
}

async function readable(path: string, name: string): Promise<ReadableFile[]> {
  try {
    const file = await fileAt(path, name)
    const { files } = await openFiles(file, {}, { seen: new SeenFiles(), partial: false })
    for (const { damage } of files) {
      // Figures on a part of a file would pass for those of all of it.
      if (damage !== null) throw new UsageError(`${name} is damaged. ${damage}`)
    }
    return files
  } catch (cause) {
    if (!(cause instanceof UndertoneError)) throw cause
    const { happened, next } = problemWords(cause.code)
    throw new UsageError(`${name}: ${happened} (${cause.message}.) ${next}`, { cause })
  }
}

async function fileAt(path: string, name: string): Promise<File> {
  const { size, mtimeMs } = await stat(path)
  if (size >= MOST_BYTES)
    throw new UsageError(`${name} has more than 4 GB. Pack it as .gz, or take a part of it.`)
  return new File([await openAsBlob(path)], name, { lastModified: mtimeMs })
}
