import { isAbort, UndertoneError } from '../../../domain/errors.ts'
import type { ReadChoices } from '../../../domain/reading.ts'
import { plural } from '../../../lib/format.ts'
import type { OpenTable } from '../../../table/protocol.ts'
import { announce } from '../../../ui/announcer.ts'
import type { BatchServices } from '../batchServices.ts'
import { changeOpen, resetBatch, useBatchStore, type OpenFile, type SettledFile } from '../batchStore.ts'
import { fileNames } from '../batchWords.ts'
import { applyDateFormats } from '../confirm/chooseRoles.ts'
import { withChoice } from '../confirm/readingGroups.ts'
import { reportProblem } from '../reportProblem.ts'
import { textColumns } from '../roles.ts'
import { stopBatch } from '../run/startBatch.ts'
import { latestOpening } from './opening.ts'
import { readTexts, tableRoles } from './readTexts.ts'
import { forgetFiles, recallFiles, rememberFiles } from './rememberFile.ts'

/** Opens files, or asks first when that would forget answers that no download holds. */
export async function offerFiles(services: BatchServices, files: readonly File[]): Promise<void> {
  if (files.length === 0) return
  if (useBatchStore.getState().saved) await openFiles(services, files)
  else useBatchStore.setState({ replacing: files })
}

/** Opens the files that wait, whatever is lost by it. */
export async function replaceFile(services: BatchServices): Promise<void> {
  const { replacing } = useBatchStore.getState()
  keepFile()
  if (replacing !== null) await openFiles(services, replacing)
}

/** Forgets the files that wait. */
export function keepFile(): void {
  useBatchStore.setState({ replacing: null })
}

/**
 * Opens files in the data worker, as files of their shape were read before, chooses the likely text column and shows
 * the first rows. The file that was open stays open until the new one can be read.
 */
export async function openFiles(services: BatchServices, files: readonly File[]): Promise<void> {
  if (files.length === 0) return
  stopBatch()
  const signal = latestOpening()
  const before = settled()
  const names = files.map(({ name }) => name)
  useBatchStore.setState({ file: { status: 'opening', names, before }, problem: null })
  try {
    const known = await recallFiles(services, files, signal)
    const { table, recalled } = await openAs(services, files, known?.choices ?? null, signal)
    await show(services, {
      table,
      sources: files,
      choices: recalled ? (known?.choices ?? []) : files.map(() => ({})),
      roleChanges: known?.roleChanges ?? new Map(),
      dateFormats: known?.dateFormats ?? new Map(),
      remembered:
        known !== null && (recalled || known.roleChanges.size + known.dateFormats.size > 0)
          ? 'earlier'
          : null,
    })
    // Another file may be on its way by now.
    const { file } = useBatchStore.getState()
    if (file.status === 'open' && file.table === table)
      announce(`${fileNames(table.files)} is open: ${plural(table.rows, 'row')}`)
  } catch (error) {
    if (isAbort(error)) return
    if (useBatchStore.getState().file.status === 'opening') useBatchStore.setState({ file: before })
    reportProblem(error)
  }
}

/** Reads some of the open files in another way; `value` undefined leaves it to the guess again. */
export async function chooseReading<Key extends keyof ReadChoices>(
  services: BatchServices,
  sources: readonly number[],
  key: Key,
  value: ReadChoices[Key],
): Promise<void> {
  const { file } = useBatchStore.getState()
  if (file.status !== 'open') return
  await readAnew(services, withChoice(file.pending?.choices ?? file.choices, sources, key, value))
}

/** Reads the open files as they would be read by somebody who never chose anything, and forgets that anyone did. */
export async function forgetChoices(services: BatchServices): Promise<void> {
  const { file } = useBatchStore.getState()
  if (file.status !== 'open') return
  try {
    await forgetFiles(services, file.sources)
    await openFiles(services, file.sources)
  } catch (error) {
    reportProblem(error)
  }
}

/** At once the start of the files, then all of them. When they cannot be read so, they stay as they were. */
async function readAnew(services: BatchServices, choices: readonly ReadChoices[]): Promise<void> {
  const { file } = useBatchStore.getState()
  if (file.status !== 'open') return
  stopBatch()
  const signal = latestOpening()
  const files = [...file.sources]
  changeOpen({ pending: { choices, look: file.pending?.look ?? null } })
  useBatchStore.setState({ problem: null })
  try {
    const look = await services.table.peek({ files, choices }, { signal })
    changeOpen({ pending: { choices, look } })
    const table = await services.table.open({ files, choices }, { signal })
    const { file: now } = useBatchStore.getState()
    // What was said of columns meanwhile holds.
    const { sources, roleChanges, dateFormats, remembered } = now.status === 'open' ? now : file
    announce(`Read anew: ${plural(table.rows, 'row')}`)
    await show(services, { table, sources, choices, roleChanges, dateFormats, remembered })
    void rememberFiles(services)
  } catch (error) {
    if (isAbort(error)) return
    changeOpen({ pending: null })
    reportProblem(error)
  }
}

/** As chosen earlier, or as guessed when these files cannot be read so. */
async function openAs(
  { table }: BatchServices,
  given: readonly File[],
  choices: readonly ReadChoices[] | null,
  signal: AbortSignal,
): Promise<{ table: OpenTable; recalled: boolean }> {
  const files = [...given]
  if (choices !== null) {
    try {
      return { table: await table.open({ files, choices }, { signal }), recalled: true }
    } catch (error) {
      if (isAbort(error)) throw error
    }
  }
  return { table: await table.open({ files }, { signal }), recalled: false }
}

type Shown = Pick<OpenFile, 'table' | 'sources' | 'choices' | 'roleChanges' | 'dateFormats' | 'remembered'>

async function show(services: BatchServices, opened: Shown): Promise<void> {
  resetBatch({
    ...opened,
    status: 'open',
    pending: null,
    profile: null,
    fileProfile: null,
    estimateMs: null,
  })
  await applyDateFormats(services)
  if (textColumns(tableRoles(opened)) === null) {
    throw new UndertoneError('no-text-column', 'no column looks like text')
  }
  await readTexts(services)
}

/** What stays when nothing else can be opened. */
function settled(): SettledFile {
  const { file } = useBatchStore.getState()
  const before = file.status === 'opening' ? file.before : file
  return before.status === 'open' ? { ...before, pending: null } : before
}
