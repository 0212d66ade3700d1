import { LABELS, type Label } from '../../src/domain/labels.ts'
import type { Confusion } from '../../src/domain/metrics/confusion.ts'
import type { Evaluation, Group } from './evaluation.ts'
import { NONE, percent, percentWithin, thousandths } from './figureWords.ts'
import { table } from './table.ts'

const HEADER = [
  'rows',
  'classes',
  'accuracy (95 %)',
  'macro F1',
  'AUC',
  '1-vs-rest AUC',
  'ECE',
  'lexicon',
  'majority',
]

/** Percent, but for the calibration error (ECE). */
export function groupTable(kind: string, groups: Readonly<Record<string, Group>>): string {
  return table(
    [kind, ...HEADER],
    Object.entries(groups).map(([name, { rows, classes, measures, baselines }]) => [
      name,
      String(rows),
      classes,
      percentWithin(measures.accuracy),
      percent(measures.macroF1?.value),
      percent(measures.auc?.value),
      percent(measures.aucOneVsRest?.value),
      thousandths(measures.calibrationError?.value),
      percent(baselines.lexicon.accuracy),
      percent(baselines.majority.accuracy),
    ]),
  )
}

/** Recall and precision of each class, in percent. */
export function classTable(kind: string, groups: Readonly<Record<string, Group>>): string {
  return table(
    [kind, ...LABELS.map((label) => `recall ${label}`), ...LABELS.map((label) => `precision ${label}`)],
    Object.entries(groups).map(([name, { measures }]) => [
      name,
      percentWithin(measures.recallNegative),
      percentWithin(measures.recallNeutral),
      percentWithin(measures.recallPositive),
      percent(measures.precisionNegative?.value),
      percent(measures.precisionNeutral?.value),
      percent(measures.precisionPositive?.value),
    ]),
  )
}

/** Counts, a row per label; only the labels of `classes`. */
export function confusionTable(confusion: Confusion, classes: readonly Label[]): string {
  return table(
    ['label', ...classes.map((answer) => `answered ${answer}`), 'recall'],
    classes.map((label) => {
      const counts = classes.map((answer) => confusion[label][answer])
      const sum = counts.reduce((total, count) => total + count, 0)
      return [label, ...counts.map(String), sum === 0 ? NONE : percent(confusion[label][label] / sum)]
    }),
  )
}

export function calibrationTable(bins: Evaluation['calibration']): string {
  return table(
    ['rows', 'mean confidence', 'accuracy (95 %)'],
    bins.map(({ rows, confidence, accuracy, low, high }) => [
      String(rows),
      percent(confidence),
      percentWithin({ value: accuracy, low, high }),
    ]),
  )
}
