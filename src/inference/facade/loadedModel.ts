import type { Calibration } from '../../domain/calibration.ts'
import type { BatchClassifier } from '../../domain/classifier.ts'
import type { NoticeCode } from '../../domain/noticeCode.ts'
import { toError } from '../../lib/toError.ts'
import { gpuAppetite, wasmAppetite } from './appetite.ts'
import { createBackend } from '../proof/backend.ts'
import type { Preferred } from '../gpu/candidate.ts'
import { CROSS_TOLERANCE } from '../gpu/crossReferences.ts'
import type { Device } from './device.ts'
import { createEngineView } from './engineView.ts'
import { createGpuSide } from '../gpu/gpuSide.ts'
import type { ModelPackage } from '../package/modelPackage.ts'
import type { EngineState } from './modelState.ts'
import { noticeOfDeath } from './notice.ts'
import { Disagreement, insistOn } from '../proof/proof.ts'
import type { Spawn } from '../pool/inferenceWorker.ts'
import { createWorkload, type BatchWork } from './workload.ts'

export interface LoadedModelOptions {
  model: ModelPackage
  device: Device
  spawn: Spawn
  spawnGpu: Spawn
  /** Workers for a batch, as they are wanted now. */
  workersForBatch: () => number
  /** A worker has started and is about to be checked. */
  onChecking: () => void
  onState: (state: EngineState) => void
  /** Something happened that a person should hear about. */
  tell: (code: NoticeCode) => void
  /** Nothing answers any more: the model has to be loaded again. */
  onGone: (reason: Error) => void
}

/** One model with all that runs it: which backend answers what, and which one steps in. */
export interface LoadedModel extends Omit<BatchClassifier, 'calibration'> {
  calibration: Calibration
  state(): EngineState
  /** Starts the workers for a batch, and looks whether the graphics card is worth it. */
  prepareBatch(work: BatchWork, preferred: Preferred): void
  /** `workersForBatch` changed; workers above it end after what they are reading. */
  resize(): void
  /** Looks at the graphics card for what a person prefers now. */
  prefer(preferred: Preferred): void
  /** The graphics card's files may be fetched over a metered connection. */
  allowDownload(preferred: Preferred): void
  /** Forgets how the graphics card did on this device, and tries it again. */
  tryAgain(preferred: Preferred): void
  /** Runs all references behind whatever people ask first; rejects with a `Disagreement`. */
  proveFully(): Promise<void>
  close(reason: Error): void
}

/** About 100 ms of work for one worker, so that stopping and sharing stay quick. */
const UNIT_TOKENS = 440
/** Between two looks at the speed of a batch. */
const SPEED_MS = 2_000

/** Resolves when one worker is checked and ready; rejects with why it is not. */
export async function startModel(options: LoadedModelOptions): Promise<LoadedModel> {
  const { model, device, spawn, spawnGpu, workersForBatch, onChecking, onState, tell, onGone } = options
  const { calibration, outputs } = model
  const golden = model.golden?.wasm ?? null
  const workload = createWorkload(calibration.window)
  const view = createEngineView((state) => {
    if (closed === null) onState(state)
  })
  let prepared = false
  /** All references were run, where there are any. */
  let proven = golden === null
  /** A batch waits for the graphics card to be looked at: with its first texts, when their pace is known. */
  let toLookFor: Preferred | null = null
  /** Wrong answers were noticed between two checks. */
  let doubted = false
  let speedShownAt = 0
  let closed: Error | null = null

  const wasm = createBackend({
    spawn,
    input: { files: model.files, weights: model.weights.wasm, window: calibration.window, outputs },
    unitTokens: UNIT_TOKENS,
    attempts: 3,
    maxDeaths: Infinity,
    references: golden === null ? null : { golden, calibration },
    onChecking,
    onChecked: (proof) => {
      if (view.state().candidates.wasm.proof === null) view.show('wasm', { proof })
    },
    events: {
      onSize: (size) => view.setWorkers(size),
      onDeath: (code) => tell(noticeOfDeath(code)),
      onGone,
      onPace: (cost, ms) => {
        workload.add(cost, ms)
        if (prepared) showSpeed()
        if (toLookFor === null || !proven) return
        look(toLookFor)
        toLookFor = null
      },
    },
  })

  const gpu = createGpuSide({
    model,
    wasm,
    spawn: spawnGpu,
    device,
    show: (change) => view.show('webgpu', change),
    onWasmSpeed: (textsPerSecond) => {
      workload.measured(textsPerSecond)
      view.show('wasm', { textsPerSecond })
    },
    tell: (code) => {
      if (code === 'gpu-disagreed') doubted = true
      tell(code)
    },
    allWorkers: () => wasm.resize(workersForBatch()),
    onActive: (active) => {
      view.show('wasm', { standing: { status: active ? 'standing-by' : 'in-use' } })
      grow()
    },
  })

  /** Now and then: whoever looks at it wants a number that can be read. */
  function showSpeed(): void {
    const now = performance.now()
    if (now - speedShownAt < SPEED_MS) return
    speedShownAt = now
    view.show('wasm', { textsPerSecond: workload.textsPerSecond(view.state().workers) })
  }

  /** One worker is enough for single texts, which is all there is before a batch and while the graphics card reads. */
  function grow(): void {
    // When no worker is left, `onGone` tells.
    wasm.resize(prepared && gpu.active() === null ? workersForBatch() : 1).catch(() => undefined)
  }

  function look(preferred: Preferred): void {
    const { bytesPerSecond } = device.connection()
    void gpu.consider({
      preferred,
      repays: (bytes) => workload.repays({ workers: workersForBatch(), bytes, bytesPerSecond }),
    })
  }

  /** A person asks for it, whatever it repays. */
  function lookAnyway(preferred: Preferred): void {
    void gpu.consider({ preferred, repays: () => true })
  }

  await wasm.resize(1)

  return {
    calibration: golden === null && model.weights.webgpu !== null ? crossChecked(calibration) : calibration,
    state: () => view.state(),
    async classify(texts, options) {
      const fast = options.for === 'batch' ? gpu.active() : null
      if (fast !== null) {
        try {
          return await fast.classify(texts, options)
        } catch (reason) {
          if (closed !== null || options.signal?.aborted === true) throw reason
          gpu.stepDown(fast, toError(reason))
        }
      }
      // What the graphics card fails at, WebAssembly does.
      return wasm.classify(texts, options)
    },
    prepareBatch(work, preferred) {
      prepared = true
      workload.expect(work)
      grow()
      toLookFor = preferred
    },
    resize: grow,
    prefer(preferred) {
      toLookFor = null
      look(preferred)
    },
    allowDownload(preferred) {
      gpu.allow()
      lookAnyway(preferred)
    },
    tryAgain(preferred) {
      void gpu.forget().then(() => lookAnyway(preferred))
    },
    appetite() {
      const batchTokens = gpu.active()?.report()?.batchTokens ?? null
      return batchTokens === null ? wasmAppetite(view.state().workers) : gpuAppetite(batchTokens)
    },
    async recheck() {
      const fast = gpu.active()
      const [failed, fastFailed] = await Promise.all([wasm.recheck(), fast?.recheck() ?? null])
      if (fast !== null && fastFailed !== null) gpu.stepDown(fast, new Disagreement(fastFailed))
      const sound = failed === null && fastFailed === null && !doubted
      doubted = false
      return sound
    },
    async proveFully() {
      // One at a time: a person's first text waits for one of them, not for a unit of many.
      const proof = await wasm.prove(1)
      if (proof === null) return
      insistOn(proof)
      proven = true
      view.show('wasm', { proof })
    },
    close(reason) {
      closed = reason
      gpu.close(reason)
      wasm.close(reason)
    },
  }
}

/** Two backends that are compared with each other differ by up to this. */
function crossChecked(calibration: Calibration): Calibration {
  return { ...calibration, tolerance: Math.max(calibration.tolerance, CROSS_TOLERANCE) }
}
