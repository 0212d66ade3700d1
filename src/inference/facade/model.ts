import { createStore, type StoreApi } from 'zustand/vanilla'
import type { BatchClassifier } from '../../domain/classifier.ts'
import { toProblem } from '../../domain/errors.ts'
import { abortable } from '../../lib/abortable.ts'
import { toError } from '../../lib/toError.ts'
import type { Device } from './device.ts'
import { keepSettings, readSettings, type EngineSettings } from './engineSettings.ts'
import { startModel, type LoadedModel } from './loadedModel.ts'
import { loadPackage } from '../package/loadPackage.ts'
import type { ModelPackage, ModelSource } from '../package/modelPackage.ts'
import type { ModelDetails, ModelState } from './modelState.ts'
import { createNotices, type Notice } from './notice.ts'
import type { ModelStorage } from '../package/modelStorage.ts'
import type { Spawn } from '../pool/inferenceWorker.ts'
import type { BatchWork } from './workload.ts'

/** The model on the page: what views, the conveyor and `window.undertone` talk to. */
export interface Model extends BatchClassifier {
  readonly state: StoreApi<ModelState>
  /** What a person chose for the engine; kept between visits. */
  readonly settings: StoreApi<EngineSettings>
  /** Inference workers that a person may ask for. */
  readonly mostWorkers: number
  /** Starts loading, or tries again after a failure; resolves when proved and ready, rejects with what went wrong. */
  load(): Promise<void>
  /** A batch calls it before it starts: waits for the model, then gets ready what the work repays, in the background. */
  prepareBatch(work: BatchWork): Promise<void>
  /** Workers that a batch will use, for an estimate before it starts. */
  workersForBatch(): number
  /**
   * Ends what runs and loads another model; resolves when it is ready. Calls that wait for the old model are rejected
   * with an `AbortError`. Rejects with what went wrong; `load` then tries the same model again.
   */
  choose(source: ModelSource): Promise<void>
  /** Takes effect at once, on a running batch as well. */
  set(change: Partial<EngineSettings>): void
  /** Lets the graphics card's files be fetched over a metered connection. */
  allowDownload(): void
  /** Forgets how the graphics card did on this device, and tries it again. */
  tryGpuAgain(): void
  /** A person has read the notice in the state. */
  dismissNotice(): void
}

export interface ModelOptions {
  /** The model to begin with; asked at each load until another one is chosen. */
  source: () => Promise<ModelSource>
  storage: ModelStorage
  spawn: Spawn
  spawnGpu: Spawn
  device: Device
}

export function createModel({ source, storage, spawn, spawnGpu, device }: ModelOptions): Model {
  const state = createStore<ModelState>(() => ({ status: 'idle' }))
  const settings = createStore<EngineSettings>(() => readSettings(device.notebook))
  let chosen = source
  let notices = createNotices(showNotice)
  let loading: Promise<LoadedModel> | null = null
  /** What runs; null until it is ready. */
  let running: LoadedModel | null = null
  /** What the last batch asked for, while the same model runs: it may have to be loaded again in the middle of it. */
  let expected: BatchWork | null = null
  let askedToPersist = false

  async function start(isCurrent: () => boolean): Promise<LoadedModel> {
    const startedAt = performance.now()
    const show = (next: ModelState): void => {
      if (isCurrent()) state.setState(next, true)
    }
    show({ status: 'fetching', loaded: 0, total: 0 })
    const model = await loadPackage(await chosen(), {
      storage,
      onProgress: (loaded, total) => show({ status: 'fetching', loaded, total }),
    })
    if (!isCurrent()) throw replaced()
    show({ status: 'starting' })
    const loaded = await startModel({
      model,
      device,
      spawn,
      spawnGpu,
      workersForBatch,
      onChecking: () => {
        if (state.getState().status === 'starting') show({ status: 'checking' })
      },
      onState: (engine) => {
        const now = state.getState()
        if (now.status === 'ready') show({ ...now, ...engine })
      },
      tell: (code) => {
        if (isCurrent()) notices.tell(code)
      },
      onGone: (reason) => {
        if (isCurrent() && running !== null) fail(reason)
      },
    })
    if (!isCurrent()) {
      loaded.close(replaced())
      throw replaced()
    }
    running = loaded
    const details = detailsOf(model, performance.now() - startedAt)
    show({ status: 'ready', details, notice: notices.latest(), ...loaded.state() })
    if (expected !== null) loaded.prepareBatch(expected, settings.getState().preferred)
    return loaded
  }

  function showNotice(notice: Notice | null): void {
    const now = state.getState()
    if (now.status === 'ready') state.setState({ ...now, notice }, true)
  }

  function fail(reason: unknown): void {
    loading = null
    running?.close(toError(reason))
    running = null
    state.setState({ status: 'failed', problem: toProblem(reason) }, true)
  }

  function load(): Promise<LoadedModel> {
    if (loading !== null) return loading
    const isCurrent = (): boolean => loading === mine
    const mine: Promise<LoadedModel> = Promise.resolve()
      .then(() => start(isCurrent))
      .then(
        (loaded) => {
          void finish(loaded, isCurrent)
          return loaded
        },
        (reason: unknown) => {
          if (!isCurrent()) throw replaced()
          fail(reason)
          throw reason
        },
      )
    loading = mine
    return mine
  }

  /** What follows once people can be answered: all references, then what they chose on an earlier visit. */
  async function finish(loaded: LoadedModel, isCurrent: () => boolean): Promise<void> {
    try {
      await loaded.proveFully()
      const { preferred } = settings.getState()
      if (preferred === 'webgpu') loaded.prefer(preferred)
    } catch (reason) {
      if (isCurrent()) fail(reason)
    }
  }

  function workersForBatch(): number {
    const { workers } = settings.getState()
    return workers === 'auto' ? device.automaticWorkers() : Math.min(workers, device.mostWorkers)
  }

  /** The browser may ask the person: only when they have begun something that is worth it. */
  async function persist(): Promise<void> {
    if (askedToPersist) return
    askedToPersist = true
    const persisted = await device.persist()
    const now = state.getState()
    if (now.status === 'ready') state.setState({ ...now, details: { ...now.details, persisted } }, true)
  }

  device.onWorkersChange(() => running?.resize())

  return {
    state,
    settings,
    mostWorkers: device.mostWorkers,
    workersForBatch,
    load: async () => {
      await load()
    },
    classify: async (texts, options) => {
      const loaded = await abortable(load(), options.signal)
      return loaded.classify(texts, options)
    },
    calibration: async () => (await load()).calibration,
    async prepareBatch(work) {
      const loaded = await load()
      expected = work
      loaded.prepareBatch(work, settings.getState().preferred)
      void persist()
    },
    appetite: () => running?.appetite() ?? { texts: 32, calls: 2 },
    recheck: async () => (await load()).recheck(),
    async choose(next) {
      chosen = () => Promise.resolve(next)
      notices = createNotices(showNotice)
      expected = null
      loading = null
      running?.close(replaced())
      running = null
      await load()
    },
    set(change) {
      settings.setState(change)
      keepSettings(device.notebook, settings.getState())
      if (change.workers !== undefined) running?.resize()
      if (change.preferred !== undefined) running?.prefer(change.preferred)
    },
    allowDownload: () => running?.allowDownload(settings.getState().preferred),
    tryGpuAgain: () => running?.tryAgain(settings.getState().preferred),
    dismissNotice: () => notices.dismiss(),
  }
}

function replaced(): DOMException {
  return new DOMException('another model was chosen', 'AbortError')
}

function detailsOf(model: ModelPackage, loadMs: number): ModelDetails {
  const { name, fingerprint, outputs, calibrated, bytes, source, notStored } = model
  const id = `${fingerprint} ${outputs.join(' ')}`
  return { name, id, calibrated, bytes, source, notStored, persisted: null, loadMs }
}
