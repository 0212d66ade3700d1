import type { Calibration } from '../domain/calibration.ts'
import type { CallFor, Classifier } from '../domain/classifier.ts'
import type { TextLogits } from '../domain/decide.ts'
import { abortable } from '../lib/abortable.ts'
import { nextMacrotask } from '../lib/macrotask.ts'
import { fakeLogits } from './fakeEngine.ts'

/** Probabilities are the softmax of the logits; every answer is sure. */
export const PLAIN_CALIBRATION: Calibration = {
  temperature: 1,
  bias: [0, 0, 0],
  notSureBelow: 0,
  tolerance: 0,
  english: true,
  window: { pieces: 256, overlap: 64 },
}

export interface FakeClassifierOptions {
  answer?: (text: string) => TextLogits
  /** Awaited before each call is answered; a test throws, waits or counts here. */
  onCall?: (texts: readonly string[]) => void | Promise<void>
}

export interface FakeClassifier extends Classifier {
  /** The texts of each call, in order. */
  calls: (readonly string[])[]
  /** Who waited for each call. */
  callsFor: CallFor[]
  /** Calls that wait now, and the most that ever waited together. */
  waiting: number
  mostWaiting: number
}

/** A model without workers: answers at the next turn, in the order of the texts, and hears aborts. */
export function fakeClassifier({ answer = fakeLogits, onCall }: FakeClassifierOptions = {}): FakeClassifier {
  const classifier: FakeClassifier = {
    calls: [],
    callsFor: [],
    waiting: 0,
    mostWaiting: 0,
    async classify(texts, { for: callFor, signal }) {
      classifier.calls.push(texts)
      classifier.callsFor.push(callFor)
      classifier.waiting += 1
      classifier.mostWaiting = Math.max(classifier.mostWaiting, classifier.waiting)
      try {
        await nextMacrotask()
        signal?.throwIfAborted()
        await abortable(Promise.resolve(onCall?.(texts)), signal)
        return texts.map(answer)
      } finally {
        classifier.waiting -= 1
      }
    },
    calibration: () => Promise.resolve(PLAIN_CALIBRATION),
  }
  return classifier
}
