import type { StoreApi } from 'zustand/vanilla'
import type { Calibration } from '../domain/calibration.ts'
import type { TextLogits } from '../domain/decide.ts'
import type { ModelState } from './modelState.ts'

/** The model on the page: what views, the conveyor and `window.undertone` talk to. */
export interface Model {
  readonly state: StoreApi<ModelState>
  /** Starts loading, or tries again after a failure; resolves when proved and ready, rejects with what went wrong. */
  load(): Promise<void>
  /**
   * Logits per text, in order. Waits for the model. Rejects with `AbortError` when aborted. Crashed workers are
   * replaced and their texts run again; rejects with `worker-crashed` when one text keeps crashing them.
   */
  classify(texts: readonly string[], options: { signal?: AbortSignal | undefined }): Promise<TextLogits[]>
  /** Resolves as soon as the model's small files are there. */
  calibration(): Promise<Calibration>
  /** Asks for as many workers as the device can feed; a batch calls it before it starts. Resolves to their number. */
  scaleUp(): Promise<number>
}
