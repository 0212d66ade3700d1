import { clean } from '../../src/domain/clean.ts'
import { decide, type Decision } from '../../src/domain/decide.ts'
import { wilsonInterval } from '../../src/domain/interval.ts'
import { LABELS } from '../../src/domain/labels.ts'
import type { Case } from './behaviourSuite.ts'
import type { RunningModel } from './startModel.ts'

/** How a family of cases went. */
export interface Conduct {
  cases: number
  /** Share of the cases, and its 95 % interval. */
  passed: number
  low: number
  high: number
  /** Ids. */
  failed: string[]
}

/** Shares that are meant to be reached; the other families are reported without one. */
export const AIMS: Readonly<Record<string, number>> = {
  negated_positives: 0.95,
  negated_negatives: 0.75,
  neutral: 0.85,
  contrast: 0.85,
  finance: 0.9,
  swaps: 0.95,
  typos: 0.97,
}

/** What changes who or where, not what is said, may move a probability by this. */
const MOST_APART = 0.05

/** The whole suite, answered as the app answers. */
export async function conductOf(
  suite: ReadonlyMap<string, readonly Case[]>,
  { classify, calibration }: Pick<RunningModel, 'classify' | 'calibration'>,
): Promise<Record<string, Conduct>> {
  const conduct: Record<string, Conduct> = {}
  for (const [family, cases] of suite) {
    const answer = async (texts: readonly string[]): Promise<Decision[]> => {
      const cleaned = texts.map((text) => clean(text).text)
      return (await classify(cleaned, { for: 'batch' })).map((logits) => decide(logits, calibration))
    }
    const answers = await answer(cases.map(({ text }) => text))
    const changed = await answer(cases.map(({ text, changed }) => changed ?? text))
    const failed = cases.filter((one, index) => !passes(family, one, answers[index], changed[index]))
    const passed = cases.length - failed.length
    conduct[family] = {
      cases: cases.length,
      passed: passed / cases.length,
      ...wilsonInterval(passed, cases.length),
      failed: failed.map(({ id }) => id),
    }
  }
  return conduct
}

/**
 * The rules of models/behaviour/README.md.
 * @internal A test holds each rule against cases of its own.
 */
export function passes(
  family: string,
  { expect, changed }: Case,
  answer: Decision | undefined,
  answerToChanged: Decision | undefined,
): boolean {
  if (answer === undefined || answerToChanged === undefined)
    throw new RangeError('a case was left unanswered')
  if (changed === null) return expect.includes(answer.label)
  if (family !== 'swaps') return answer.label === answerToChanged.label
  return LABELS.every(
    (label) => Math.abs(answer.probabilities[label] - answerToChanged.probabilities[label]) <= MOST_APART,
  )
}
