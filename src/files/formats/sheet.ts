import { UndertoneError } from '../../domain/errors.ts'
import { decided } from '../../domain/reading.ts'
import { lazily } from '../lazily.ts'
import type { RewriteRequest, Rewritten } from './opener.ts'
import type { Sheet } from './workbook.ts'

/**
 * The rows of a workbook's sheet: the one chosen, else the likeliest. All of them in any case, since the texts of a workbook
 * stand apart from its rows; kept, so that other choices do not read it again.
 */
export async function sheetRows(request: RewriteRequest): Promise<Rewritten> {
  const { name, blob, choices, seen, signal } = request
  const { archiveFiles } = await lazily(() => import('../archive/archive.ts'))
  const { isWorkbook, sheetAsCsv, sheetsOf } = await lazily(() => import('./workbook.ts'))
  if (!seen.sheets) {
    const files = await archiveFiles(blob, name)
    if (!isWorkbook(files)) throw new UndertoneError('not-a-table', `${name} is an archive in an archive`)
    seen.sheets = await sheetsOf(name, blob.size, files)
  }
  const { sheets } = seen
  const sheet = decided(
    choices.sheet,
    () => likelySheet(sheets),
    sheets.map((each) => ({ value: each.name, words: each.name })),
  )
  const index = sheets.findIndex((each) => each.name === sheet.value)
  if (index < 0) throw new RangeError(`There is no sheet ${sheet.value}`)
  const csv = seen.csv.get(sheet.value) ?? (await sheetAsCsv(blob, index, signal))
  seen.csv.set(sheet.value, csv)
  return { csv, whole: true, sheet }
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
