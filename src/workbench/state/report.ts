import { isAbort, toProblem } from '../../domain/errors.ts'
import { beginFile, type Stores } from './stores.ts'

/** Shows what went wrong. */
export type Report = (error: unknown) => void

/** An abort is what somebody asked for, and no problem; a lost table leaves nothing to show but that. */
export function createReport(stores: Stores): Report {
  return (error) => {
    if (isAbort(error)) return
    const problem = toProblem(error)
    if (problem.code === 'table-lost') beginFile(stores, { status: 'empty' })
    stores.file.setState({ problem })
  }
}
