import { LABELS } from '../labels.ts'
import { aucOf } from './auc.ts'
import { calibrationBins, expectedCalibrationError } from './calibrationBins.ts'
import { accuracy, macroF1, macroRecall, precision, recall } from './classScores.ts'
import { confusionOf } from './confusion.ts'
import { withoutNeutral, type JudgedRow } from './judgedRow.ts'
import { weightOf, type Weighted } from './weighted.ts'

/**
 * All that is measured of a group of rows, each 0…1. `auc` tells negative from positive rows by p(positive) without
 * neutral; `aucOneVsRest` is the mean over the labels of the rows with three classes (Provost & Domingos 2001).
 * `coverage` is the share of rows that the model was sure of.
 */
export const MEASURES = [
  'accuracy',
  'macroF1',
  'macroRecall',
  'recallNegative',
  'recallNeutral',
  'recallPositive',
  'precisionNegative',
  'precisionNeutral',
  'precisionPositive',
  'auc',
  'aucOneVsRest',
  'calibrationError',
  'coverage',
  'accuracyWhenSure',
] as const

export type Measure = (typeof MEASURES)[number]

/** Null where a measure has no meaning for the rows, e.g. the recall of a label that none has. */
export type Measured = Readonly<Record<Measure, number | null>>

export function measuresOf(rows: readonly JudgedRow[]): Weighted<Measured> {
  const right = rows.map(({ label, answer }) => label === answer)
  const confusion = confusionOf(
    rows.map(({ label }) => label),
    rows.map(({ answer }) => answer),
  )
  const bins = calibrationBins(
    rows.map(({ answer, probabilities }) => probabilities[answer]),
    right,
  )
  const polarity = aucOf(
    rows.map(({ probabilities }) => withoutNeutral(probabilities).positive),
    rows.map(({ label }) => (label === 'neutral' ? null : label === 'positive')),
  )
  const oneVsRest = LABELS.map((one) =>
    aucOf(
      rows.map(({ probabilities }) => probabilities[one]),
      rows.map(({ label, twoClasses }) => (twoClasses ? null : label === one)),
    ),
  )
  const whenSure = shareOfSure(rows, right)
  return (weights) => {
    const table = confusion(weights)
    return {
      accuracy: accuracy(table),
      macroF1: macroF1(table),
      macroRecall: macroRecall(table),
      recallNegative: recall(table, 'negative'),
      recallNeutral: recall(table, 'neutral'),
      recallPositive: recall(table, 'positive'),
      precisionNegative: precision(table, 'negative'),
      precisionNeutral: precision(table, 'neutral'),
      precisionPositive: precision(table, 'positive'),
      auc: polarity(weights),
      aucOneVsRest: meanOfKnown(oneVsRest.map((auc) => auc(weights))),
      calibrationError: expectedCalibrationError(bins(weights)),
      ...whenSure(weights),
    }
  }
}

function shareOfSure(
  rows: readonly JudgedRow[],
  right: readonly boolean[],
): Weighted<Pick<Measured, 'coverage' | 'accuracyWhenSure'>> {
  return (weights) => {
    let [all, sure, hits] = [0, 0, 0]
    for (const [index, row] of rows.entries()) {
      const weight = weightOf(weights, index)
      all += weight
      if (!row.sure) continue
      sure += weight
      if (right[index] === true) hits += weight
    }
    return { coverage: all === 0 ? null : sure / all, accuracyWhenSure: sure === 0 ? null : hits / sure }
  }
}

function meanOfKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length
}
