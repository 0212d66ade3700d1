import { isAbort, UndertoneError } from '../../domain/errors.ts'
import { ALL_ROWS } from '../../domain/query.ts'
import { latestOnly } from '../../lib/latestOnly.ts'
import { estimateRun } from '../../pipeline/estimate.ts'
import type { Column } from '../../table/protocol.ts'
import type { BatchServices } from './batchServices.ts'
import { resetBatch, useBatchStore, type FileState } from './batchStore.ts'
import { firstBreakdown } from './columnChoices.ts'
import { reportProblem } from './reportProblem.ts'
import { breakDownBy, refreshResults } from './results.ts'
import { stopBatch } from './startBatch.ts'

const latestOpening = latestOnly()
const latestEstimate = latestOnly()

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
 * Opens files in the data worker, chooses the likely text column and shows the first rows. The file that was open
 * stays open until the new one can be read.
 */
export async function openFiles(services: BatchServices, files: readonly File[]): Promise<void> {
  if (files.length === 0) return
  stopBatch()
  const signal = latestOpening()
  const { file } = useBatchStore.getState()
  const before = file.status === 'opening' ? file.before : file
  const names = files.map(({ name }) => name)
  useBatchStore.setState({ file: { status: 'opening', names, before }, problem: null })
  try {
    const table = await services.table.open({ files: [...files] }, { signal })
    resetBatch()
    useBatchStore.setState({ file: { status: 'open', table, profile: null, estimateMs: null } })
    if (table.textColumn === null) throw new UndertoneError('no-text-column', 'no column looks like text')
    await chooseTextColumn(services, table.textColumn)
  } catch (error) {
    if (isAbort(error)) return
    if (useBatchStore.getState().file.status === 'opening') useBatchStore.setState({ file: before })
    reportProblem(error)
  }
}

/** Reads another column; answers of the previous one are forgotten. */
export async function chooseTextColumn(services: BatchServices, column: number): Promise<void> {
  stopBatch()
  const signal = latestOpening()
  setOpen({ profile: null, estimateMs: null })
  try {
    const profile = await services.table.chooseText({ column }, { signal })
    useBatchStore.setState({
      run: { status: 'idle' },
      answeredBy: null,
      askingToForget: false,
      takenBack: 0,
      query: ALL_ROWS,
      page: 0,
      detail: null,
      detailOpen: false,
      saved: true,
      problem: null,
    })
    setOpen({ profile })
    await Promise.all([refreshResults(services), breakDownBy(services, firstBreakdown(columnsOf(), column))])
    // The file can be looked at meanwhile; the model may still be on its way.
    void estimate(services, signal)
  } catch (error) {
    reportProblem(error)
  }
}

/** Another model has another speed. */
export async function estimateAgain(services: BatchServices): Promise<void> {
  setOpen({ estimateMs: null })
  await estimate(services, latestEstimate())
}

async function estimate({ model }: BatchServices, signal: AbortSignal): Promise<void> {
  const { file } = useBatchStore.getState()
  if (file.status !== 'open' || file.profile === null) return
  const { profile } = file
  const { sample, distinct, characters } = profile
  try {
    const workers = model.workersForBatch()
    const estimateMs = await estimateRun({ texts: distinct, characters, sample }, workers, model, signal)
    const { file: now } = useBatchStore.getState()
    if (now.status === 'open' && now.profile === profile) setOpen({ estimateMs })
  } catch {
    // Overtaken by another file, or the model failed, which Model status tells: there is just no estimate.
  }
}

function columnsOf(): readonly Column[] {
  const { file } = useBatchStore.getState()
  return file.status === 'open' ? file.table.columns : []
}

function setOpen(change: Partial<Extract<FileState, { status: 'open' }>>): void {
  useBatchStore.setState(({ file }) => (file.status === 'open' ? { file: { ...file, ...change } } : {}))
}
