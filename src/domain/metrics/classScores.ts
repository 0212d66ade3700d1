import { LABELS, type Label } from '../labels.ts'
import type { Confusion } from './confusion.ts'

/** Share of rows answered with their label, 0…1; null without rows. */
export function accuracy(confusion: Confusion): number | null {
  return share(sum(LABELS.map((label) => confusion[label][label])), sum(LABELS.map(rowsOf(confusion))))
}

/** Of the rows with this label, the share answered so; null when no row has it. */
export function recall(confusion: Confusion, label: Label): number | null {
  return share(confusion[label][label], rowsOf(confusion)(label))
}

/** Of the rows answered so, the share with this label; null when no row was answered so. */
export function precision(confusion: Confusion, label: Label): number | null {
  return share(confusion[label][label], answersOf(confusion)(label))
}

/**
 * Harmonic mean of precision and recall (van Rijsbergen 1979), 0 where no answer is right; null when no row has it.
 * @internal The product shows its mean, whose cases do not tell the labels apart.
 */
export function f1(confusion: Confusion, label: Label): number | null {
  const rows = rowsOf(confusion)(label)
  return rows === 0 ? null : (2 * confusion[label][label]) / (rows + answersOf(confusion)(label))
}

/** Unweighted mean of F1 over the labels that rows have; null without rows. */
export function macroF1(confusion: Confusion): number | null {
  return mean(LABELS.map((label) => f1(confusion, label)))
}

/** Unweighted mean of recall over the labels that rows have, which is what TweetEval ranks by; null without rows. */
export function macroRecall(confusion: Confusion): number | null {
  return mean(LABELS.map((label) => recall(confusion, label)))
}

function rowsOf(confusion: Confusion): (label: Label) => number {
  return (label) => sum(LABELS.map((answer) => confusion[label][answer]))
}

function answersOf(confusion: Confusion): (answer: Label) => number {
  return (answer) => sum(LABELS.map((label) => confusion[label][answer]))
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return share(sum(known), known.length)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
