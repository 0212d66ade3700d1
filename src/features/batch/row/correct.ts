import type { Label } from '../../../domain/labels.ts'
import { announce } from '../../../ui/announcer.ts'
import type { BatchServices } from '../batchServices.ts'
import { useBatchStore } from '../batchStore.ts'
import { reportProblem } from '../reportProblem.ts'
import { refreshResults } from '../results/results.ts'
import { correctionWords } from './rowWords.ts'

/** Gives the row in view a person's label; the one it has already, or null, takes it back. */
export async function correctRow(services: BatchServices, label: Label | null): Promise<void> {
  const { detail: row, detailOpen } = useBatchStore.getState()
  if (row === null || !detailOpen) return
  try {
    const detail = await services.table.correct({
      row: row.row,
      label: label === row.correction ? null : label,
    })
    if (detail.correction !== row.correction) useBatchStore.setState({ saved: false })
    useBatchStore.setState((now) => (now.detail?.row === detail.row ? { detail } : {}))
    announce(correctionWords(detail))
    await refreshResults(services)
  } catch (error) {
    reportProblem(error)
  }
}
