import { createStore } from 'zustand/vanilla'
import type { Calibration } from '../domain/calibration.ts'
import type { CallFor } from '../domain/classifier.ts'
import type { TextLogits } from '../domain/decide.ts'
import type { ErrorCode } from '../domain/errors.ts'
import type { Label } from '../domain/labels.ts'
import type { Model } from '../inference/facade/model.ts'
import type { EngineSettings } from '../inference/facade/engineSettings.ts'
import type { ModelState, ReadyState } from '../inference/facade/modelState.ts'
import { abortable } from '../lib/abortable.ts'

export const READY: ReadyState = {
  status: 'ready',
  workers: 1,
  details: {
    name: 'fake',
    id: 'fake',
    calibrated: true,
    bytes: 0,
    source: 'network',
    notStored: null,
    persisted: null,
    loadMs: 0,
  },
  candidates: {
    wasm: {
      backend: 'wasm',
      device: null,
      standing: { status: 'in-use' },
      proof: { texts: 1, labelsEqual: 1, maxDifference: 0, tolerance: 0 },
      textsPerSecond: null,
    },
    webgpu: {
      backend: 'webgpu',
      device: null,
      standing: { status: 'untried' },
      proof: null,
      textsPerSecond: null,
    },
  },
  notice: null,
}

const CALIBRATION: Calibration = {
  temperature: 1,
  bias: [0, 0, 0],
  notSureBelow: 0.5,
  tolerance: 0,
  english: true,
  window: { pieces: 128, overlap: 32 },
}

/** A text that the page is waiting for. */
export interface Asked {
  text: string
  /** Who waits for it. */
  for: CallFor
  /** Answers it whatever became of the call, as a backend does that cannot be interrupted. */
  answer: (logits: TextLogits) => void
  fail: (error: Error) => void
}

export interface FakeModel extends Model {
  asked: Asked[]
  /** How often `load` was called. */
  loads: number
  /** How often the download for the graphics card was allowed, and trying it again asked for. */
  downloadsAllowed: number
  triedAgain: number
  setReady: () => void
  setFailed: (code: ErrorCode) => void
}

/** A model whose state and answers a test gives by hand. */
export function fakeModel(initial: ModelState = READY): FakeModel {
  const state = createStore<ModelState>(() => initial)
  const asked: Asked[] = []
  const settings = createStore<EngineSettings>(() => ({ preferred: 'auto', workers: 'auto' }))
  const model: FakeModel = {
    state,
    settings,
    mostWorkers: 4,
    downloadsAllowed: 0,
    triedAgain: 0,
    asked,
    loads: 0,
    load: () => {
      model.loads += 1
      return Promise.resolve()
    },
    classify: ([text = ''], { for: callFor, signal }) =>
      abortable(
        new Promise<TextLogits[]>((resolve, reject) => {
          asked.push({ text, for: callFor, answer: (logits) => resolve([logits]), fail: reject })
        }),
        signal,
      ),
    calibration: () => Promise.resolve(CALIBRATION),
    prepareBatch: () => Promise.resolve(),
    workersForBatch: () => 1,
    appetite: () => ({ texts: 32, calls: 2 }),
    recheck: () => Promise.resolve(true),
    choose: () => Promise.resolve(),
    set: (change) => settings.setState(change),
    allowDownload: () => {
      model.downloadsAllowed += 1
    },
    tryGpuAgain: () => {
      model.triedAgain += 1
    },
    dismissNotice: () => {
      const now = state.getState()
      if (now.status === 'ready') state.setState({ ...now, notice: null }, true)
    },
    setReady: () => state.setState(READY, true),
    setFailed: (code) =>
      state.setState({ status: 'failed', problem: { code, message: `the test made it ${code}` } }, true),
  }
  return model
}

/** Logits whose probabilities under the fake calibration are exactly these. */
export function logitsOf(probabilities: Record<Label, number>, windows = 1): TextLogits {
  const one = [probabilities.negative, probabilities.neutral, probabilities.positive].map(Math.log)
  return {
    logits: Float32Array.from({ length: 3 * windows }, (_, index) => one[index % 3] ?? 0),
    pieces: new Uint32Array(windows).fill(10),
  }
}
