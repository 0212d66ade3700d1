import type { DateFormat } from '../../../domain/dateFormats.ts'
import type { ReadChoices } from '../../../domain/reading.ts'
import type { RememberedFile } from '../../../table/fileMemory.ts'
import type { Peek } from '../../../table/protocol.ts'
import type { BatchServices } from '../batchServices.ts'
import { changeOpen, useBatchStore } from '../batchStore.ts'
import type { RoleChanges } from '../roles.ts'
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

/** Null when nothing was, or when the files cannot be looked at, which opening them tells. */
export async function recallFiles(
  { table, memory }: BatchServices,
  files: readonly File[],
  signal: AbortSignal,
): Promise<Recalled | null> {
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
}

/** An encoding was chosen instead of another one; a sheet that is not there cannot be read. */
function applicable(
  { choices, guessedEncoding }: RememberedFile,
  guessed: Peek,
  source: number,
): ReadChoices {
  const { encoding, sheet, ...others } = choices
  const reading = guessed.files.find((file) => file.source === source)?.reading
  return {
    ...others,
    ...(encoding !== undefined && reading?.encoding?.value === guessedEncoding && { encoding }),
    ...(sheet !== undefined &&
      reading?.sheet?.alternatives.some(({ value }) => value === sheet) && { sheet }),
  }
}

/** Keeps what the person said of the open files. Nothing is kept of files that cannot be looked at any more. */
export async function rememberFiles({ table, memory }: BatchServices): Promise<void> {
  const { file } = useBatchStore.getState()
  if (file.status !== 'open') return
  const { sources, roleChanges, dateFormats, pending } = file
  const choices = pending?.choices ?? file.choices
  const names = (pending?.look ?? file.table).columns.slice(0, LISTED_NAMES).map(({ name }) => name)
  try {
    const guessed = await table.peek({ files: [...sources] })
    const shapes = await fileShapes(guessed, sources.length)
    for (const shape of new Set(shapes)) {
      const alike = shapes.flatMap((each, source) => (each === shape ? source : []))
      const source = alike.find((each) => isChosen(choices[each])) ?? alike[0] ?? 0
      const ofTable = alike.includes(0)
      if (!isChosen(choices[source]) && !(ofTable && roleChanges.size + dateFormats.size > 0))
        memory.forget(shape)
      else {
        memory.keep(shape, {
          names,
          choices: keptChoices(choices[source]),
          guessedEncoding:
            guessed.files.find((each) => each.source === source)?.reading.encoding?.value ?? null,
          roles: ofTable ? [...roleChanges] : [],
          dateFormats: ofTable ? [...dateFormats] : [],
        })
      }
    }
    // A browser that refuses to keep it must not be said to.
    const kept = shapes.some((shape) => memory.recall(shape) !== null)
    const { file: now } = useBatchStore.getState()
    if (now.status === 'open' && now.sources === sources) changeOpen({ remembered: kept ? 'now' : null })
  } catch {
    // The files changed or are gone: the next ones are asked about anew.
  }
}

/** Forgets what was said of files like the open ones. */
export async function forgetFiles({ table, memory }: BatchServices, files: readonly File[]): Promise<void> {
  const guessed = await table.peek({ files: [...files] })
  for (const shape of await fileShapes(guessed, files.length)) memory.forget(shape)
}
