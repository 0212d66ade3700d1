import type { ExportFormat } from '../../../domain/exportFormat.ts'
import { bareName } from '../../../domain/fileFormats.ts'
import type { SavedKind } from '../../../ui/pickSaveFile.ts'

/** Tab-separated files have an ending of their own, by which spreadsheets know them. */
export function savedKind({ kind, delimiter }: ExportFormat): SavedKind {
  if (kind === 'json-lines') return { ending: '.jsonl', mime: 'application/x-ndjson' }
  return delimiter === '\t'
    ? { ending: '.tsv', mime: 'text/tab-separated-values' }
    : { ending: '.csv', mime: 'text/csv' }
}

/**
 * `march.csv` becomes `march-sentiment.csv`, `all.zip: in/march.csv` too; several files are named after the first.
 */
export function exportName(names: readonly string[], ending: string): string {
  const first = names[0]?.split(/: |[/\\]/).at(-1) ?? 'reviews'
  const base = bareName(first)
  const more = names.length > 1 ? `-and-${names.length - 1}-more` : ''
  return `${base === '' ? 'reviews' : base}${more}-sentiment${ending}`
}
