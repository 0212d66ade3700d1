import type { Answers } from '../answers/answers.ts'

/** Bits of the floats 1 and 0.25: a confidence of three labels is always above a quarter. */
const TOP = 0x3f800000
const SPAN = 0x01000000

/**
 * `rows` (ascending) by confidence; equal ones, and those without an answer at the end, in file order.
 * Bits of a positive float sort like the float. Confidence (24 bits) and row share one double, so the engine's native
 * numeric sort does it all: a comparator would take ten times as long on a million rows.
 */
export function byConfidence(
  rows: Uint32Array,
  answers: Answers,
  order: 'surest' | 'least-sure',
): Uint32Array {
  const { confidences } = answers
  const bits = new Uint32Array(confidences.buffer, confidences.byteOffset, confidences.length)
  const answered = rows.filter((row) => answers.has(row))
  const keys = new Float64Array(answered.length)
  for (const [index, row] of answered.entries()) {
    const belowTop = Math.min(SPAN, Math.max(0, TOP - (bits[row] ?? 0)))
    keys[index] = (order === 'surest' ? belowTop : SPAN - belowTop) * 2 ** 28 + row
  }
  keys.sort()
  const sorted = new Uint32Array(rows.length)
  for (const [index, key] of keys.entries()) sorted[index] = key % 2 ** 28
  sorted.set(
    rows.filter((row) => !answers.has(row)),
    answered.length,
  )
  return sorted
}
