import { formatEnding } from '../../../domain/fileFormats.ts'
import { saveBlob } from '../../../ui/saveBlob.ts'
import type { Workbench } from '../../../workbench/workbench.ts'

/** Saves the pieces of the open files that are no rows, as they are; `names` are the files'. */
export async function saveSkipped({ questions }: Workbench, names: readonly string[]): Promise<void> {
  const skipped = await questions.exportSkipped()
  if (skipped !== null) saveBlob(skipped, skippedName(names))
}

/**
 * `march.csv` becomes `march-not-read.csv`; several files are named after the first.
 * @internal A table of cases tests it without a download.
 */
export function skippedName(names: readonly string[]): string {
  const [first = ''] = names
  const [, base = 'reviews'] = /^(.*?)([.]\w+)?$/s.exec(first) ?? []
  const ending = formatEnding(first, { text: true }) ?? '.txt'
  return `${base.replaceAll(/[/\\:]+ ?/g, '-')}-not-read${ending}`
}
