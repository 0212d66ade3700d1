import type { Condition, Query } from '../../../domain/query.ts'
import { BLOCK_ROWS } from '../answers/changes.ts'
import { answerTest, isAnswerCondition, type AnswerCondition } from './answerConditions.ts'
import type { AskedTable } from './askedTable.ts'
import { countBits, emptyBitmap, everyBit, fillBits, keepCommon, rowsOf, type Bitmap } from './bitmap.ts'
import { columnBitmap } from './columnConditions.ts'
import { byConfidence } from './confidenceOrder.ts'
import { search } from './search.ts'

/** What conditions leave of the rows, in whatever order. */
type Conditions = Pick<Query, 'conditions' | 'includeUnfit'>

/**
 * Rows for which all conditions hold; it is the caller's. Words and columns are read from the file the first time.
 * Rejects with the signal's reason.
 */
export async function matchingBits(
  table: AskedTable,
  { conditions, includeUnfit }: Conditions,
  signal?: AbortSignal,
): Promise<Bitmap> {
  const fixed = await Promise.all(conditions.map((each) => readBitmap(table, each, signal)))
  const common = everyBit(table.rows.length)
  for (const [index, condition] of conditions.entries()) {
    // Answers may have changed while the file was read: they are looked at last, all at one moment.
    const bitmap = isAnswerCondition(condition)
      ? answerBitmap(table, condition, includeUnfit)
      : (fixed[index] ?? emptyBitmap(table.rows.length))
    keepCommon(common, bitmap)
  }
  return common
}

/** The rows that a query asks for, in its order: how many, and those from `from` on. Rejects with the signal's reason. */
export async function matchingRows(
  table: AskedTable,
  query: Query,
  { from = 0, limit = Infinity }: { from?: number; limit?: number } = {},
  signal?: AbortSignal,
): Promise<{ matching: number; rows: Uint32Array }> {
  const bits = await matchingBits(table, query, signal)
  const { text } = table
  if (!text || query.order === 'file') return { matching: countBits(bits), rows: rowsOf(bits, from, limit) }
  const key = JSON.stringify([query, table.dateFormats, text.generation, text.answers.changes.version])
  const known = table.orders.get(key)
  const sorted = known ?? byConfidence(rowsOf(bits), text.answers, query.order)
  if (!known) table.orders.set(key, sorted)
  return { matching: sorted.length, rows: sorted.subarray(from, from + limit) }
}

/** Null for a condition on answers. */
async function readBitmap(
  table: AskedTable,
  condition: Condition,
  signal?: AbortSignal,
): Promise<Bitmap | null> {
  if (isAnswerCondition(condition)) return null
  if (condition.kind !== 'phrase' && condition.kind !== 'word') return columnBitmap(table, condition, signal)
  return table.text ? search(table, table.text.profile, condition, signal) : emptyBitmap(table.rows.length)
}

/** Kept, and brought up to date where rows have changed since. */
function answerBitmap(table: AskedTable, condition: AnswerCondition, includeUnfit: boolean): Bitmap {
  const { text, rows, bitmaps } = table
  const test = answerTest(condition, text, includeUnfit)
  const key = JSON.stringify([condition, includeUnfit, text?.generation ?? null])
  const changes = text?.answers.changes
  const version = changes?.version ?? 0
  const known = bitmaps.get(key)
  if (!known) {
    const bitmap = emptyBitmap(rows.length)
    fillBits(bitmap, 0, rows.length, test)
    bitmaps.set(key, { bitmap, version })
    return bitmap
  }
  for (const block of changes?.since(known.version) ?? []) {
    fillBits(known.bitmap, block * BLOCK_ROWS, Math.min((block + 1) * BLOCK_ROWS, rows.length), test)
  }
  known.version = version
  return known.bitmap
}
