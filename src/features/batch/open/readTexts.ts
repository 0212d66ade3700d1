import { latestOnly } from '../../../lib/latestOnly.ts'
import type { BatchServices } from '../batchServices.ts'
import { changeOpen, useBatchStore, type OpenFile } from '../batchStore.ts'
import { firstBreakdown } from '../columnChoices.ts'
import { WHOLE_LIST } from '../listQuery.ts'
import { reportProblem } from '../reportProblem.ts'
import { breakDownBy, refreshResults } from '../results/results.ts'
import { labelColumn, languageColumn, rolesOf, textColumns, type Roles } from '../roles.ts'
import { estimate } from '../run/estimate.ts'
import { stopBatch } from '../run/startBatch.ts'
import { latestOpening } from './opening.ts'

const latestCount = latestOnly()

/** Reads the columns that are the text by their roles; answers of others are forgotten. Nothing is read without one. */
export async function readTexts(services: BatchServices): Promise<void> {
  stopBatch()
  const signal = latestOpening()
  const { file } = useBatchStore.getState()
  if (file.status !== 'open') return
  changeOpen({ profile: null, fileProfile: null, estimateMs: null })
  const roles = tableRoles(file)
  const wanted = textsOf(roles)
  if (wanted === null) return
  try {
    const profile = await services.table.chooseText(wanted, { signal })
    useBatchStore.setState({
      run: { status: 'idle' },
      answeredBy: null,
      askingToForget: false,
      takenBack: 0,
      query: WHOLE_LIST,
      page: 0,
      detail: null,
      detailOpen: false,
      saved: true,
      problem: null,
    })
    changeOpen({ profile })
    await Promise.all([refreshResults(services), breakDownBy(services, firstBreakdown(roles))])
    // The file can be looked at meanwhile; the model may still be on its way.
    void countTexts(services)
    void estimate(services, signal)
  } catch (error) {
    reportProblem(error)
  }
}

/** Counts what the texts, and the labels or stars beside them, are like. Another count overtakes it. */
export async function countTexts({ table }: BatchServices): Promise<void> {
  const signal = latestCount()
  const { file } = useBatchStore.getState()
  if (file.status !== 'open') return
  const roles = tableRoles(file)
  const texts = textColumns(roles)
  if (texts === null) return
  const columns = {
    text: [...texts.above, texts.column],
    label: labelColumn(roles),
    language: languageColumn(roles),
  }
  try {
    const fileProfile = await table.profile(columns, { signal })
    const { file: now } = useBatchStore.getState()
    if (now.status === 'open' && now.table === file.table && !signal.aborted) changeOpen({ fileProfile })
  } catch (error) {
    reportProblem(error)
  }
}

/** What each column of the open table is for. */
export function tableRoles({ table, roleChanges }: Pick<OpenFile, 'table' | 'roleChanges'>): Roles {
  return rolesOf(table, roleChanges)
}

/** The columns to read, as the data worker is asked; null without a text. */
export function textsOf(roles: Roles): { column: number; above?: number[]; language?: number } | null {
  const texts = textColumns(roles)
  const language = languageColumn(roles)
  if (texts === null) return null
  return {
    column: texts.column,
    ...(texts.above.length > 0 && { above: texts.above }),
    ...(language !== null && { language }),
  }
}
