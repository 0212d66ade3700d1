import type { Calibration } from '../../src/domain/calibration.ts'
import type { Classifier } from '../../src/domain/classifier.ts'
import { UndertoneError } from '../../src/domain/errors.ts'
import { agrees, prove } from '../../src/inference/proof/agreement.ts'
import type { ModelPackage } from '../../src/inference/package/modelPackage.ts'
import { spawnThread, type Thread } from './spawnThread.ts'

/** A model that answers, on the browser's WebAssembly build in Node: one run per window, whoever waits. Takes cleaned texts. */
export interface RunningModel extends Pick<Classifier, 'classify'> {
  calibration: Calibration
  close(): Promise<void>
}

/** Starts `workers` threads. Rejects with `model-disagrees` when one does not reproduce the golden set. */
export async function startModel(model: ModelPackage, workers: number): Promise<RunningModel> {
  const threads = Array.from({ length: workers }, spawnThread)
  const close = async (): Promise<void> => {
    await Promise.all(threads.map((thread) => thread.terminate()))
  }
  try {
    await Promise.all(threads.map((thread) => load(thread, model)))
  } catch (reason) {
    await close()
    throw reason
  }
  return {
    calibration: model.calibration,
    classify(texts, { signal }) {
      const remotes = threads.map(({ remote }) => remote)
      const idlest = remotes.reduce((best, remote) => (remote.pending < best.pending ? remote : best))
      return idlest.call('classify', { texts }, { signal })
    },
    close,
  }
}

async function load({ remote }: Thread, model: ModelPackage): Promise<void> {
  const { files, weights, outputs, calibration, golden } = model
  await remote.call('load', { files, weights: weights.wasm, window: calibration.window, outputs })
  if (golden === null) return
  const { texts, tolerance } = golden.wasm
  const answers = await remote.call('classify', { texts: texts.map(({ text }) => text) })
  if (agrees(prove(answers, texts, tolerance, calibration))) return
  throw new UndertoneError('model-disagrees', `${model.name} does not reproduce its golden set here`)
}
