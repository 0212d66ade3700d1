import type { Calibration } from './calibration.ts'
import type { TextLogits } from './decide.ts'

/**
 * Who waits for the answers of a call, as the caller says.
 * - `person`: somebody looks at the page, or at a console, until they come. Always read on WebAssembly, so that the same
 *   text has the same answer whether it is read alone, among others or as a sentence of a longer one, and handed out
 *   before everything of a batch. What that costs: a running batch waits meanwhile, and thousands of texts take the
 *   time that WebAssembly needs for them, also where a graphics card is in use; beside one there is a single worker.
 * - `batch`: rows of a file. Read by whichever backend is in use, behind all calls for a person.
 */
export type CallFor = 'person' | 'batch'

export interface ClassifyOptions {
  for: CallFor
  /** Aborting rejects the call at once with the signal's reason. */
  signal?: AbortSignal | undefined
}

/** The model as everything that asks it sees it; `inference/facade/model.ts` is the real one. */
export interface Classifier {
  /**
   * Logits per text, in order. Waits for the model. Rejects with the signal's reason when aborted, with an `AbortError`
   * when another model is chosen meanwhile, and with `worker-crashed` when one text keeps crashing the workers that
   * read it; those that crashed for another reason are replaced and their texts run again.
   */
  classify(texts: readonly string[], options: ClassifyOptions): Promise<TextLogits[]>
  /** How logits become probabilities. Waits for the model. */
  calibration(): Promise<Calibration>
}

/** The model, asked whether it still answers as it did when it was proved. */
export interface CheckedClassifier extends Classifier {
  /**
   * Runs a few reference texts again on everything that answers. False: something was wrong and has been taken out of
   * service, so the answers since the last check have to be done again.
   */
  recheck(): Promise<boolean>
}

/** Texts per call and calls at a time that keep everything busy; both 1 or more. */
export interface Appetite {
  texts: number
  calls: number
}

/** The model as the conveyor sees it. */
export interface BatchClassifier extends CheckedClassifier {
  /** May change between calls: workers come and go, a graphics card joins late. */
  appetite(): Appetite
}
