import { saveBlob } from '../../../ui/saveBlob.ts'
import type { Workbench } from '../../../workbench/workbench.ts'

/** Saves the pieces of the open files that are no rows, as they are; `names` are the files'. */
export async function saveSkipped({ questions }: Workbench, names: readonly string[]): Promise<void> {
  const skipped = await questions.exportSkipped()
  if (skipped !== null) saveBlob(skipped, skippedName(names))
}

/** `march.csv` becomes `march-not-read.csv`; several files are named after the first. */
export function skippedName(names: readonly string[]): string {
  const [, base = 'reviews', ending = '.txt'] = /^(.*?)([.]\w+)?$/s.exec(names[0] ?? '') ?? []
  const text = /^[.](csv|tsv|tab|txt|json|jsonl|ndjson)$/i.test(ending) ? ending : '.txt'
  return `${base.replaceAll(/[/\\:]+ ?/g, '-')}-not-read${text}`
}
