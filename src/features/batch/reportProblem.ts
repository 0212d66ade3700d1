import { isAbort, toProblem } from '../../domain/errors.ts'
import { resetBatch, useBatchStore } from './batchStore.ts'

/** Shows what went wrong. An abort is what somebody asked for; a lost table leaves nothing to show but that. */
export function reportProblem(error: unknown): void {
  if (isAbort(error)) return
  const problem = toProblem(error)
  if (problem.code === 'table-lost') resetBatch()
  useBatchStore.setState({ problem })
}
