import type { DateFormat } from '../../../domain/dateFormats.ts'
import { UndertoneError } from '../../../domain/errors.ts'
import { createSharedWork } from '../../../lib/sharedWork.ts'
import { Recent } from '../../../lib/recent.ts'
import { valueGatherer, type ColumnValues, type ValueBounds } from './columnValues.ts'
import { declaredOther, type DeclaredOther } from './declaredLanguages.ts'
import type { Gathered } from './gathering.ts'
import { countLabels, MOST_LABELS, type LabelCounts } from './labelCounts.ts'
import { gatherRows, type RowGatherer } from './rowGatherer.ts'
import type { RowSource } from './rowSource.ts'
import type { TextColumns } from './rowText.ts'
import { textGatherer, type TextReading } from './textReading.ts'

/**
 * What passes over the rows have learned: one while the files were opened, and one for each question that it did not
 * foresee. Questions for the same thing share a pass, and the answers asked for last are kept. What is handed out is
 * not to be changed. All reject with the reason of their signal, which ends a pass only when nobody else waits for it.
 */
export interface Readings {
  text(columns: TextColumns, signal?: AbortSignal): Promise<TextReading>
  /** `dateFormat` null: the values as they are. */
  values(column: number, dateFormat: DateFormat | null, signal?: AbortSignal): Promise<ColumnValues>
  declared(column: number, signal?: AbortSignal): Promise<DeclaredOther>
  /** Null where the column has more values than labels have. */
  labels(column: number, signal?: AbortSignal): Promise<LabelCounts | null>
}

/** So many answers of each kind are kept, besides what was gathered while the files were opened. */
const KEPT = { texts: 2, values: 4 }
/** More different values do not fit into a map. */
const ANY = { values: 2 ** 23, units: Infinity }
const FEW = { values: MOST_LABELS, units: Infinity }

export function createReadings(rows: RowSource, gathered: Gathered): Readings {
  const texts = createKeeper<TextReading>(rows, KEPT.texts)
  const values = createKeeper<ColumnValues | null>(rows, KEPT.values)

  async function valuesOf(
    column: number,
    dateFormat: DateFormat | null,
    bounds: ValueBounds,
    signal: AbortSignal | undefined,
  ): Promise<ColumnValues | null> {
    const known = gathered.values.find((each) => each.column === column && each.dateFormat === dateFormat)
    const key = `${column} ${dateFormat} ${bounds.values}`
    return known?.values ?? values(key, () => valueGatherer(column, dateFormat, bounds), signal)
  }

  async function allValues(
    column: number,
    dateFormat: DateFormat | null,
    signal?: AbortSignal,
  ): Promise<ColumnValues> {
    const all = await valuesOf(column, dateFormat, ANY, signal)
    if (!all) throw new UndertoneError('out-of-memory', `column ${column} has too many different values`)
    return all
  }

  return {
    async text({ column, above }, signal) {
      const known = gathered.text
      if (known?.column === column && above.length === 0) return known.reading
      return texts([column, ...above].join(), () => textGatherer({ column, above }), signal)
    },
    values: allValues,
    declared: async (column, signal) => declaredOther(await allValues(column, null, signal)),
    async labels(column, signal) {
      const few = await valuesOf(column, null, FEW, signal)
      return few && countLabels(few)
    },
  }
}

type Keeper<Learned> = (
  key: string,
  gatherer: () => RowGatherer<Learned>,
  signal: AbortSignal | undefined,
) => Promise<Learned>

function createKeeper<Learned>(rows: RowSource, capacity: number): Keeper<Learned> {
  const kept = new Recent<string, { learned: Learned }>(capacity)
  const passes = createSharedWork<Learned>()
  return async (key, gatherer, signal) => {
    const known = kept.get(key)
    if (known) return known.learned
    const pass = async (passSignal: AbortSignal): Promise<Learned> => {
      const learned = await gatherRows(rows, gatherer(), passSignal)
      kept.set(key, { learned })
      return learned
    }
    return passes.ask(key, pass, signal)
  }
}
