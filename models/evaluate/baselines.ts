import { LABELS, type Label } from '../../src/domain/labels.ts'
import { accuracy, macroF1 } from '../../src/domain/metrics/classScores.ts'
import { confusionOf } from '../../src/domain/metrics/confusion.ts'

/** What anything worth its download must beat. */
export interface Baseline {
  accuracy: number
  macroF1: number
}

export interface Baselines {
  /** VADER. */
  lexicon: Baseline
  /** Always the commonest label of these very rows: the best that one answer can do. */
  majority: Baseline
}

/** `labels` are not empty. */
export function baselinesOf(labels: readonly Label[], lexicon: readonly Label[]): Baselines {
  const common = commonest(labels)
  return {
    lexicon: score(labels, lexicon),
    majority: score(
      labels,
      labels.map(() => common),
    ),
  }
}

function score(labels: readonly Label[], answers: readonly Label[]): Baseline {
  const confusion = confusionOf(labels, answers)()
  return { accuracy: accuracy(confusion) ?? 0, macroF1: macroF1(confusion) ?? 0 }
}

function commonest(labels: readonly Label[]): Label {
  const count = (label: Label): number => labels.filter((one) => one === label).length
  return LABELS.reduce((best, label) => (count(label) > count(best) ? label : best))
}
