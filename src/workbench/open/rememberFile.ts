import type { DateFormat } from '../../domain/dateFormats.ts'
import type { ReadChoices } from '../../domain/reading.ts'
import type { TableClient } from '../../table/client.ts'
import type { FileMemory, RememberedFile } from '../../table/fileMemory.ts'
import type { Peek } from '../../table/protocol.ts'
import type { RoleChanges } from '../roles/roles.ts'
import { inView, type FileStore } from '../state/fileState.ts'
import { fileShapes } from './fileShapes.ts'
import { isChosen, keptChoices } from './keptChoices.ts'

/** Enough to know a file by. */
const LISTED_NAMES = 4

/** What was said about files like these on an earlier visit. */
export interface Recalled {
  choices: ReadChoices[]
  roleChanges: RoleChanges
  dateFormats: ReadonlyMap<string, DateFormat>
}

/** How files of a shape are read, from one visit to the next. */
export interface RememberedFiles {
  /** Null when nothing was said, or when the files cannot be looked at, which opening them tells. */
  recall(files: readonly File[], signal: AbortSignal): Promise<Recalled | null>
  /** Keeps what the person said of the open files. Nothing is kept of files that cannot be looked at any more. Never rejects. */
  remember(): Promise<void>
  /** Forgets what was said of files like these. Rejects when they cannot be looked at. */
  forget(files: readonly File[]): Promise<void>
}

export function createRememberedFiles(
  table: Pick<TableClient, 'peek'>,
  memory: FileMemory,
  file: FileStore,
): RememberedFiles {
  return {
    async recall(files, signal) {
      if (memory.list().length === 0) return null
      try {
        const guessed = await table.peek({ files: [...files] }, { signal })
        const shapes = await fileShapes(guessed, files.length)
        const known = shapes.map((shape) => memory.recall(shape))
        if (known.every((each) => each === null)) return null
        return {
          choices: known.map((each, source) => (each === null ? {} : applicable(each, guessed, source))),
          roleChanges: new Map(known[0]?.roles),
          dateFormats: new Map(known[0]?.dateFormats),
        }
      } catch {
        return null
      }
    },
    async remember() {
      const openFile = file.openFile()
      if (openFile === null) return
      const { sources, roleChanges, dateFormats, pending } = openFile
      const choices = pending?.choices ?? openFile.choices
      const names = inView(openFile)
        .columns.slice(0, LISTED_NAMES)
        .map(({ name }) => name)
      try {
        const guessed = await table.peek({ files: [...sources] })
        const shapes = await fileShapes(guessed, sources.length)
        for (const shape of new Set(shapes)) {
          const alike = shapes.flatMap((each, source) => (each === shape ? source : []))
          const source = alike.find((each) => isChosen(choices[each])) ?? alike[0] ?? 0
          // What is said of columns is said of the first file's.
          const isFirst = alike.includes(0)
          if (!isChosen(choices[source]) && !(isFirst && roleChanges.size + dateFormats.size > 0)) {
            memory.forget(shape)
            continue
          }
          memory.keep(shape, {
            names,
            choices: keptChoices(choices[source]),
            guessedEncoding: readingOf(guessed, source)?.encoding?.value ?? null,
            roles: isFirst ? [...roleChanges] : [],
            dateFormats: isFirst ? [...dateFormats] : [],
          })
        }
        // A browser that refuses to keep it must not be said to.
        const kept = shapes.some((shape) => memory.recall(shape) !== null)
        if (file.openFile()?.sources === sources) file.changeOpen({ remembered: kept ? 'now' : null })
      } catch {
        // The files changed or are gone: the next ones are asked about anew.
      }
    },
    async forget(files) {
      const guessed = await table.peek({ files: [...files] })
      for (const shape of await fileShapes(guessed, files.length)) memory.forget(shape)
    },
  }
}

/** An encoding was chosen instead of another one; a sheet that is not there cannot be read. */
function applicable(
  { choices, guessedEncoding }: RememberedFile,
  guessed: Peek,
  source: number,
): ReadChoices {
  const { encoding, sheet, ...others } = choices
  const reading = readingOf(guessed, source)
  return {
    ...others,
    ...(encoding !== undefined && reading?.encoding?.value === guessedEncoding && { encoding }),
    ...(sheet !== undefined &&
      reading?.sheet?.alternatives.some(({ value }) => value === sheet) && { sheet }),
  }
}

function readingOf(guessed: Peek, source: number): Peek['files'][number]['reading'] | undefined {
  return guessed.files.find((each) => each.source === source)?.reading
}
