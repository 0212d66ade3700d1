import type { Calibration } from '../../domain/calibration.ts'
import { UndertoneError } from '../../domain/errors.ts'
import type { GoldenSet } from '../package/goldenSet.ts'
import { agrees, prove, type Proof } from './agreement.ts'
import type { AskWorker } from '../pool/askWorker.ts'

/** What a backend has to reproduce, and the calibration under which probabilities are compared. */
export interface References {
  golden: GoldenSet
  calibration: Calibration
}

/** Runs the texts, `perCall` at a time; `enough` ends it early, after what was run then. */
export async function compare(
  { golden, calibration }: References,
  ask: AskWorker,
  perCall: number,
  enough: () => boolean = () => false,
): Promise<Proof> {
  const { texts, tolerance } = golden
  let proof: Proof = { texts: 0, labelsEqual: 0, maxDifference: 0, tolerance }
  for (let from = 0; from < texts.length && !(from > 0 && enough()); from += perCall) {
    const some = texts.slice(from, from + perCall)
    const part = prove(await ask(some.map(({ text }) => text)), some, tolerance, calibration)
    proof = {
      texts: proof.texts + part.texts,
      labelsEqual: proof.labelsEqual + part.labelsEqual,
      maxDifference: Math.max(proof.maxDifference, part.maxDifference),
      tolerance,
    }
  }
  return proof
}

/** A backend does not reproduce its references. */
export class Disagreement extends UndertoneError {
  readonly proof: Proof

  constructor(proof: Proof) {
    const { texts, labelsEqual, maxDifference } = proof
    super(
      'model-disagrees',
      `${labelsEqual} of ${texts} reference labels, probabilities off by up to ${maxDifference.toFixed(4)}`,
    )
    this.proof = proof
  }
}

/** Throws a `Disagreement` for a proof that fails. */
export function insistOn(proof: Proof): void {
  if (!agrees(proof)) throw new Disagreement(proof)
}

/** `count` references, others each turn, so that in time all are run again. */
export function someOf({ golden, calibration }: References, count: number, turn: number): References {
  const { texts, tolerance } = golden
  const some = Array.from({ length: Math.min(count, texts.length) }, (_, index) => {
    const text = texts[(turn * count + index) % texts.length]
    return text === undefined ? [] : [text]
  }).flat()
  return { golden: { tolerance, texts: some }, calibration }
}
