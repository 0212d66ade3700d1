import { LABELS, perLabel, type PerLabel } from './labels.ts'

/** Rows of one label, and how many of those are inside the "not sure" band. */
export interface LabelCount {
  rows: number
  notSure: number
}

/**
 * Counts over the rows of a file. Always `rows = classified + withoutText + waiting + unreadable`.
 * `waiting` are rows with text that have not been classified yet.
 */
export interface Summary {
  rows: number
  withoutText: number
  classified: number
  waiting: number
  unreadable: number
  /**
   * Classified rows that do not fit the model, whether or not `byLabel` counts them; a row that is both is
   * `otherLanguage`. One whose label a person has corrected is no guess and none of them.
   */
  unfit: { otherLanguage: number; tooShort: number }
  /** Classified rows whose language was not looked at, since what tells languages apart could not be fetched. */
  languageUnknown: number
  /** Classified rows whose answers no check of the engine has covered yet. */
  unconfirmed: number
  /** Rows whose label a person has corrected. */
  corrected: number
  /** Without the unfit rows unless they are asked for. */
  byLabel: PerLabel<LabelCount>
}

/** One group of a breakdown: a version, a country, a month. Counts are of classified rows only. */
export interface Group {
  value: string
  byLabel: PerLabel<LabelCount>
}

/** What a group is called: by its value, or by having none. */
export function groupName(value: string): string {
  return value === '' ? '(empty)' : value
}

export interface Breakdown {
  column: number
  /** `value`: one group per distinct value; otherwise rows are grouped by the column's date. */
  by: 'value' | 'day' | 'week' | 'month' | 'year'
  /** How dates were read, e.g. `dd/MM/yyyy`, when `by` is not `value`. */
  dateFormat: string | null
  /** Whether the groups have an order of their own: dates, versions and numbers do. */
  ordered: boolean
  /**
   * Ascending where they have an order, else by count descending. A week is named by its Monday. Rows
   * whose cell is empty, or no date, are the group `''`.
   */
  groups: Group[]
}

export function classifiedRows(byLabel: PerLabel<LabelCount>): number {
  return LABELS.reduce((sum, label) => sum + byLabel[label].rows, 0)
}

export function unfitRows({ unfit }: Pick<Summary, 'unfit'>): number {
  return unfit.otherLanguage + unfit.tooShort
}

export function notSureRows(byLabel: PerLabel<LabelCount>): number {
  return LABELS.reduce((sum, label) => sum + byLabel[label].notSure, 0)
}

/** Shares in whole percent that sum to exactly 100 (largest remainders), or all 0 when there are no rows. */
export function wholePercents(byLabel: PerLabel<LabelCount>): PerLabel<number> {
  const total = classifiedRows(byLabel)
  if (total === 0) return perLabel(() => 0)
  const exact = LABELS.map((label) => (100 * byLabel[label].rows) / total)
  const whole = exact.map(Math.floor)
  const missing = 100 - whole.reduce((sum, value) => sum + value, 0)
  const byRemainder = [0, 1, 2].sort((a, b) => remainder(exact, b) - remainder(exact, a) || a - b)
  for (const index of byRemainder.slice(0, missing)) whole[index] = (whole[index] ?? 0) + 1
  return perLabel((_, index) => whole[index] ?? 0)
}

function remainder(exact: readonly number[], index: number): number {
  const value = exact[index] ?? 0
  return value - Math.floor(value)
}

/** Net sentiment in points, −100…100: percent positive minus percent negative. 0 when there are no rows. */
export function netSentiment(byLabel: PerLabel<LabelCount>): number {
  const total = classifiedRows(byLabel)
  return total === 0 ? 0 : (100 * (byLabel.positive.rows - byLabel.negative.rows)) / total
}
