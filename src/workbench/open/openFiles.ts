import { isAbort, UndertoneError } from '../../domain/errors.ts'
import type { ReadChoices } from '../../domain/reading.ts'
import type { OpenTable } from '../../table/protocol.ts'
import { tableRoles } from '../roles/columnChoices.ts'
import { textColumns } from '../roles/roles.ts'
import type { OpenFile, SettledFile } from '../state/fileState.ts'
import { beginFile } from '../state/stores.ts'
import { applyDateFormats } from './dateFormats.ts'
import type { OpenContext } from './openContext.ts'
import { withChoice } from './withChoice.ts'

/** Opening files, and reading them in another way. None of it rejects. */
export interface FileOpener {
  /** Opens files, or asks first when that would forget answers that no download holds. */
  offerFiles: (files: readonly File[]) => Promise<void>
  /** Opens the files that wait, whatever is lost by it. */
  replaceFile: () => Promise<void>
  /** Forgets the files that wait. */
  keepFile: () => void
  /** Reads some of the open files in another way; `value` undefined leaves it to the guess again. */
  chooseReading: <Key extends keyof ReadChoices>(
    sources: readonly number[],
    key: Key,
    value: ReadChoices[Key],
  ) => Promise<void>
  /** Reads the open files as they would be read by somebody who never chose anything, and forgets that anyone did. */
  forgetChoices: () => Promise<void>
}

type Opened = Pick<OpenFile, 'table' | 'sources' | 'choices' | 'roleChanges' | 'dateFormats' | 'remembered'>

export function createFileOpener(context: OpenContext): FileOpener {
  const { table, stores, batchRun, texts, remembered, latestOpening, report, tell } = context
  const { file, run } = stores

  /** What stays when nothing else can be opened. */
  function settled(): SettledFile {
    const { file: now } = file.getState()
    const before = now.status === 'opening' ? now.before : now
    return before.status === 'open' ? { ...before, pending: null } : before
  }

  async function show(opened: Opened): Promise<void> {
    beginFile(stores, {
      ...opened,
      status: 'open',
      pending: null,
      profile: null,
      fileProfile: null,
      estimateMs: null,
    })
    await applyDateFormats(table, opened)
    if (textColumns(tableRoles(opened)) === null) {
      throw new UndertoneError('no-text-column', 'no column looks like text')
    }
    await texts.read()
  }

  /** As chosen earlier, or as guessed when these files cannot be read so. */
  async function openAs(
    given: readonly File[],
    choices: readonly ReadChoices[] | null,
    signal: AbortSignal,
  ): Promise<{ opened: OpenTable; recalled: boolean }> {
    const files = [...given]
    if (choices !== null) {
      try {
        return { opened: await table.open({ files, choices }, { signal }), recalled: true }
      } catch (error) {
        if (isAbort(error)) throw error
      }
    }
    return { opened: await table.open({ files }, { signal }), recalled: false }
  }

  /**
   * Opens files in the data worker, as files of their shape were read before, chooses the likely text column and shows
   * the first rows. The file that was open stays open until the new one can be read.
   */
  async function openFiles(files: readonly File[]): Promise<void> {
    batchRun.stop()
    const signal = latestOpening()
    const before = settled()
    file.setState({
      file: { status: 'opening', names: files.map(({ name }) => name), before },
      problem: null,
    })
    try {
      const known = await remembered.recall(files, signal)
      const { opened, recalled } = await openAs(files, known?.choices ?? null, signal)
      const isRemembered = known !== null && (recalled || known.roleChanges.size + known.dateFormats.size > 0)
      await show({
        table: opened,
        sources: files,
        choices: recalled ? (known?.choices ?? []) : files.map(() => ({})),
        roleChanges: known?.roleChanges ?? new Map(),
        dateFormats: known?.dateFormats ?? new Map(),
        remembered: isRemembered ? 'earlier' : null,
      })
      // Another file may be on its way by now.
      if (file.openFile()?.table === opened) tell({ kind: 'opened', table: opened })
    } catch (error) {
      if (isAbort(error)) return
      if (file.getState().file.status === 'opening') file.setState({ file: before })
      report(error)
    }
  }

  /** At once the start of the files, then all of them. When they cannot be read so, they stay as they were. */
  async function readAnew(openFile: OpenFile, choices: readonly ReadChoices[]): Promise<void> {
    batchRun.stop()
    const signal = latestOpening()
    const files = [...openFile.sources]
    file.changeOpen({ pending: { choices, look: openFile.pending?.look ?? null } })
    file.setState({ problem: null })
    try {
      const look = await table.peek({ files, choices }, { signal })
      file.changeOpen({ pending: { choices, look } })
      const opened = await table.open({ files, choices }, { signal })
      // What was said of columns meanwhile holds.
      const now = file.openFile() ?? openFile
      tell({ kind: 'read-anew', rows: opened.rows })
      await show({ ...now, table: opened, choices })
      void remembered.remember()
    } catch (error) {
      if (isAbort(error)) return
      file.changeOpen({ pending: null })
      report(error)
    }
  }

  return {
    async offerFiles(files) {
      if (files.length === 0) return
      if (run.getState().saved) await openFiles(files)
      else file.setState({ replacing: files })
    },
    async replaceFile() {
      const { replacing } = file.getState()
      file.setState({ replacing: null })
      if (replacing !== null) await openFiles(replacing)
    },
    keepFile: () => file.setState({ replacing: null }),
    async chooseReading(sources, key, value) {
      const openFile = file.openFile()
      if (openFile === null) return
      const choices = openFile.pending?.choices ?? openFile.choices
      await readAnew(openFile, withChoice(choices, sources, key, value))
    },
    async forgetChoices() {
      const openFile = file.openFile()
      if (openFile === null) return
      try {
        await remembered.forget(openFile.sources)
        await openFiles(openFile.sources)
      } catch (error) {
        report(error)
      }
    },
  }
}
