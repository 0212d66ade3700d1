import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Calibration } from '../domain/calibration.ts'
import type { TextLogits } from '../domain/decide.ts'
import { toProblem, UndertoneError } from '../domain/errors.ts'
import { abortable } from '../lib/abortable.ts'
import { agrees, prove, type GoldenSet } from './golden.ts'
import { loadPackage } from './loadPackage.ts'
import type { ModelPackage, ModelSource } from './modelPackage.ts'
import type { ModelState, Proof } from './modelState.ts'
import type { ModelStorage } from './modelStorage.ts'
import { createPool, type Pool } from './pool.ts'
import type { LoadInput } from './protocol.ts'
import type { Spawn } from './spawn.ts'

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
  /** Waits for the model. */
  calibration(): Promise<Calibration>
  /** A batch calls it before it starts: gets ready what the work repays, and waits for the model. */
  prepareBatch(work: BatchWork): Promise<void>
  /** Workers that a batch will use, for an estimate before it starts. */
  workersForBatch(): number
  /** Texts per call and calls at a time that keep the engine busy; may change between calls. */
  appetite(): Appetite
  /**
   * Runs a few reference texts again on everything that answers. False: something was wrong and has been taken out of
   * service, so the answers since the last check have to be done again.
   */
  recheck(): Promise<boolean>
  /**
   * Ends what runs and loads another model; resolves when it is ready. Calls that wait for the old model are rejected
   * with an `AbortError`. Rejects with what went wrong; `load` then tries the same model again.
   */
  choose(source: ModelSource): Promise<void>
}

/** Texts that wait for an answer, and how long they are together. */
export interface BatchWork {
  texts: number
  characters: number
}

export interface Appetite {
  texts: number
  calls: number
}

export interface ModelOptions {
  /** The model to begin with; asked at each load until another one is chosen. */
  source: () => Promise<ModelSource>
  storage: ModelStorage
  spawn: Spawn
  maxWorkers: number
}

/** Golden texts a worker reproduces before its answers count. The rest follow once the model is ready. */
const GATE = 6
/** Golden texts that a worker in use reproduces again. */
const RECHECKED = 4
/** Texts per call of a batch: what is in flight when a person stops is what is lost. */
const CALL_TEXTS = 32
/** Calls in flight per worker, so that none of them waits for the next texts. */
const CALLS_PER_WORKER = 2

interface Loaded {
  pool: Pool
  calibration: Calibration
  golden: GoldenSet | null
}

export function createModel({ source, storage, spawn, maxWorkers }: ModelOptions): Model {
  const state = createStore<ModelState>(() => ({ status: 'idle' }))
  let chosen = source
  let loading: Promise<Loaded> | null = null
  let running: Pool | null = null
  let rechecks = 0

  async function start(isCurrent: () => boolean): Promise<Loaded> {
    const startedAt = performance.now()
    const show = (change: (old: ModelState) => ModelState): void => {
      if (isCurrent()) state.setState(change, true)
    }
    show(() => ({ status: 'fetching', loaded: 0, total: 0 }))
    const model = await loadPackage(await chosen(), {
      storage,
      onProgress: (loaded, total) => show(() => ({ status: 'fetching', loaded, total })),
    })
    if (!isCurrent()) throw replaced()
    show(() => ({ status: 'starting' }))
    const golden = model.golden?.wasm ?? null
    let gate: Proof = { texts: 0, labelsEqual: 0, maxDifference: 0, tolerance: golden?.tolerance ?? 0 }
    const pool = createPool({
      spawn,
      input: loadInput(model),
      prove: async (classify) => {
        show((old) => (old.status === 'starting' ? { status: 'checking' } : old))
        if (golden === null) return
        gate = await proved(golden.texts.slice(0, GATE), golden.tolerance, classify, model.calibration)
      },
      onSize: (workers) => show((old) => (old.status === 'ready' ? { ...old, workers } : old)),
    })
    running = pool
    try {
      await pool.grow(1)
    } catch (error) {
      pool.close(replaced())
      throw error
    }
    show(() => ({
      status: 'ready',
      workers: 1,
      details: {
        name: model.name,
        id: `${model.fingerprint} ${model.outputs.join(' ')}`,
        backend: 'WebAssembly',
        bytes: model.bytes,
        source: model.source,
        notStored: model.notStored,
        proof: gate,
        loadMs: performance.now() - startedAt,
      },
    }))
    return { pool, calibration: model.calibration, golden }
  }

  /** The whole golden set, behind whatever people asked first. */
  async function proveFully({ pool, calibration, golden }: Loaded, isCurrent: () => boolean): Promise<void> {
    if (golden === null) return
    try {
      // One at a time: a person's first text waits for one of them, not for a unit of sixteen.
      const classify = async (texts: readonly string[]): Promise<TextLogits[]> => {
        const answers: TextLogits[] = []
        for (const text of texts) answers.push(...(await pool.classify([text], {})))
        return answers
      }
      const proof = await proved(golden.texts, golden.tolerance, classify, calibration)
      if (!isCurrent()) return
      state.setState(
        (old) => (old.status === 'ready' ? { ...old, details: { ...old.details, proof } } : old),
        true,
      )
    } catch (error) {
      if (!isCurrent()) return
      pool.close(replaced())
      loading = null
      state.setState({ status: 'failed', problem: toProblem(error) }, true)
    }
  }

  function load(): Promise<Loaded> {
    if (loading !== null) return loading
    const isCurrent = (): boolean => loading === mine
    const mine: Promise<Loaded> = Promise.resolve()
      .then(() => start(isCurrent))
      .then(
        (loaded) => {
          void proveFully(loaded, isCurrent)
          return loaded
        },
        (error: unknown) => {
          if (!isCurrent()) throw replaced()
          loading = null
          state.setState({ status: 'failed', problem: toProblem(error) }, true)
          throw error
        },
      )
    loading = mine
    return mine
  }

  function workersForBatch(): number {
    return maxWorkers
  }

  return {
    state,
    workersForBatch,
    load: async () => {
      await load()
    },
    classify: async (texts, options) => {
      const { pool } = await abortable(load(), options.signal)
      return pool.classify(texts, options)
    },
    calibration: async () => (await load()).calibration,
    prepareBatch: async () => {
      await (await load()).pool.grow(workersForBatch())
    },
    appetite() {
      const now = state.getState()
      const workers = now.status === 'ready' ? Math.max(1, now.workers) : 1
      return { texts: CALL_TEXTS, calls: CALLS_PER_WORKER * workers }
    },
    async recheck() {
      const { pool, golden, calibration } = await load()
      if (golden === null) return true
      const texts = someOf(golden.texts, RECHECKED, rechecks++)
      return pool.recheck(async (classify) => {
        const answers = await classify(texts.map(({ text }) => text))
        return agrees(prove(answers, texts, golden.tolerance, calibration))
      })
    },
    async choose(next) {
      chosen = () => Promise.resolve(next)
      loading = null
      running?.close(replaced())
      running = null
      await load()
    },
  }
}

function replaced(): DOMException {
  return new DOMException('another model was chosen', 'AbortError')
}

/** `count` texts, others each turn, so that in time all are run again. */
function someOf(texts: GoldenSet['texts'], count: number, turn: number): GoldenSet['texts'] {
  return Array.from({ length: Math.min(count, texts.length) }, (_, index) => {
    const text = texts[(turn * count + index) % texts.length]
    return text === undefined ? [] : [text]
  }).flat()
}

/** Throws `model-disagrees` when a worker does not reproduce the references. */
async function proved(
  texts: GoldenSet['texts'],
  tolerance: number,
  classify: (texts: readonly string[]) => Promise<TextLogits[]>,
  calibration: Calibration,
): Promise<Proof> {
  const answers = await classify(texts.map(({ text }) => text))
  const proof = prove(answers, texts, tolerance, calibration)
  if (agrees(proof)) return proof
  const { labelsEqual, maxDifference } = proof
  throw new UndertoneError(
    'model-disagrees',
    `${labelsEqual} of ${texts.length} reference labels, probabilities off by up to ${maxDifference.toFixed(4)}`,
  )
}

function loadInput({ files, weights, outputs, calibration }: ModelPackage): LoadInput {
  return { files, weights: weights.wasm, window: calibration.window, outputs }
}
