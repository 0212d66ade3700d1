import { formatEnding } from '../../../domain/fileFormats.ts'
import { saveBlob } from '../../../ui/saveBlob.ts'
import type { BatchServices } from '../batchServices.ts'
import { useBatchStore } from '../batchStore.ts'
import { reportProblem } from '../reportProblem.ts'

/** Saves the pieces of the open files that are no rows, as they are. */
export async function saveSkipped({ table }: BatchServices): Promise<void> {
  const { file } = useBatchStore.getState()
  if (file.status !== 'open') return
  try {
    saveBlob(await table.exportSkipped(null), skippedName(file.table.files.map(({ name }) => name)))
  } catch (error) {
    reportProblem(error)
  }
}

/** `march.csv` becomes `march-not-read.csv`; several files are named after the first. */
export function skippedName(names: readonly string[]): string {
  const [first = ''] = names
  const [, base = 'reviews'] = /^(.*?)([.]\w+)?$/s.exec(first) ?? []
  const ending = formatEnding(first, { text: true }) ?? '.txt'
  return `${base.replaceAll(/[/\\:]+ ?/g, '-')}-not-read${ending}`
}
