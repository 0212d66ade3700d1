import { clean } from '../../src/domain/clean.ts'
import type { Label } from '../../src/domain/labels.ts'
import { readLabel } from './labelScale.ts'
import type { RawRow } from './rawRow.ts'
import { isReadable, type Survey } from './survey.ts'

/** A row to be judged. */
export interface LabelledRow {
  /** Cleaned, as the model reads it. */
  text: string
  label: Label
  twoClasses: boolean
  source: string
  domain: string | null
}

/**
 * The rows that a survey found usable, at most `limit` of each source, spread evenly over the file: the same ones every
 * time. Throws `RangeError` for a neutral row that calls its source one of two classes.
 */
export async function* labelledRows(
  rows: AsyncIterable<RawRow>,
  source: string,
  { scale, sources }: Survey,
  limit: number,
): AsyncGenerator<LabelledRow> {
  const pickers = new Map<string, () => boolean>()
  for (const [name, { rows: count }] of sources) pickers.set(name, evenly(count, limit))
  for await (const row of rows) {
    if (!isReadable(row)) continue
    const label = readLabel(row.label, scale)
    const name = row.source ?? source
    if (label === null || pickers.get(name)?.() !== true) continue
    const twoClasses = row.classes === null ? (sources.get(name)?.twoClasses ?? false) : row.classes === 2
    if (twoClasses && label === 'neutral') {
      throw new RangeError(`line ${row.line}: a neutral row whose source has two classes`)
    }
    yield { text: clean(row.text).text, label, twoClasses, source: name, domain: row.domain }
  }
}

/**
 * Asked once for each of `count` things in order, says yes for `limit` of them, evenly spaced.
 * @internal A test asks it for more numbers than a file of rows would have.
 */
export function evenly(count: number, limit: number): () => boolean {
  const wanted = Math.min(limit, count)
  let asked = 0
  let taken = 0
  return () => {
    const take = taken < wanted && asked === Math.floor((taken * count) / wanted)
    asked += 1
    if (take) taken += 1
    return take
  }
}
