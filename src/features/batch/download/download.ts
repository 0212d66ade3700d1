import type { ExportFormat } from '../../../domain/exportFormat.ts'
import { canPickSaveFile, pickSaveFile } from '../../../ui/pickSaveFile.ts'
import { saveBlob } from '../../../ui/saveBlob.ts'
import type { ExportChoices, ExportOptions } from '../../../workbench/ask/exports.ts'
import type { Workbench } from '../../../workbench/workbench.ts'
import { exportName, savedKind } from './exportName.ts'

export interface DownloadChoices extends Pick<ExportChoices, 'rows'> {
  as: ExportFormat
  /** `downloads`: where the browser puts what it downloads; `chosen`: the person is asked, and the file written there. */
  place: 'downloads' | 'chosen'
}

/** What a download held, to tell the person. */
export interface Downloaded {
  rows: number
  /** Cells neutralised because a spreadsheet would run them. */
  guarded: number
  /** False when answers or corrections changed while it was written. */
  upToDate: boolean
}

/**
 * Saves rows; `names` are those of the open files. `changed-mind`: the person chose no place, or cancelled; `failed`: the
 * view tells why. Either way nothing was saved.
 */
export async function download(
  { questions, report }: Pick<Workbench, 'questions' | 'report'>,
  names: readonly string[],
  { rows, as, place }: DownloadChoices,
  options: ExportOptions,
): Promise<Downloaded | 'changed-mind' | 'failed'> {
  const kind = savedKind(as)
  const name = exportName(names, kind.ending)
  try {
    const to = place === 'chosen' && canPickSaveFile() ? await pickSaveFile(name, kind) : undefined
    if (to === null) return 'changed-mind'
    const exported = await questions.exportRows({ rows, as, to: to ?? null }, options)
    if (exported.file !== null) saveBlob(exported.file, name)
    return exported
  } catch (error) {
    if (options.signal.aborted) return 'changed-mind'
    report(error)
    return 'failed'
  }
}
