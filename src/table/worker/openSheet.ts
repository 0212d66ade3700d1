import { UndertoneError } from '../../domain/errors.ts'
import { decided, type Guess, type ReadChoices } from '../../domain/reading.ts'
import { lazily } from '../../files/lazily.ts'
import type { Sheet } from '../../files/workbook.ts'
import type { SeenFile } from './seenFiles.ts'

/** A sheet of a workbook as CSV: the one chosen, else the first. Kept, so that other choices do not read it again. */
export async function sheetOf(
  name: string,
  workbook: Blob,
  { sheet: choice }: ReadChoices,
  seen: SeenFile,
  signal?: AbortSignal,
): Promise<{ csv: Blob; sheet: Guess<string> }> {
  const { archiveFiles } = await lazily(() => import('../../files/archive.ts'))
  const { isWorkbook, sheetAsCsv, sheetsOf } = await lazily(() => import('../../files/workbook.ts'))
  if (!seen.sheets) {
    const files = await archiveFiles(workbook, name)
    if (!isWorkbook(files)) throw new UndertoneError('not-a-table', `${name} is an archive in an archive`)
    seen.sheets = await sheetsOf(name, workbook.size, files)
  }
  const { sheets } = seen
  const sheet = decided(
    choice,
    () => likelySheet(sheets),
    sheets.map((each) => ({ value: each.name, words: each.name })),
  )
  const index = sheets.findIndex((each) => each.name === sheet.value)
  if (index < 0) throw new RangeError(`There is no sheet ${sheet.value}`)
  const csv = seen.csv.get(sheet.value) ?? (await sheetAsCsv(workbook, index, signal))
  seen.csv.set(sheet.value, csv)
  return { csv, sheet }
}

/** The first one, unless it is a cover: then the largest. */
function likelySheet(sheets: readonly Sheet[]): { value: string; reason: string } {
  const [first, ...others] = sheets
  if (!first || others.length === 0) return { value: first?.name ?? '', reason: 'It is the only sheet.' }
  const largest = others.reduce((most, sheet) => (sheet.bytes > most.bytes ? sheet : most))
  // An almost empty sheet has some hundred bytes.
  const isCover = largest.bytes > 4 * first.bytes || (first.bytes < 1000 && largest.bytes > 1.5 * first.bytes)
  return isCover
    ? { value: largest.name, reason: `It is the largest of ${sheets.length} sheets.` }
    : { value: first.name, reason: `It is the first of ${sheets.length} sheets.` }
}
