import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Calibration } from '../domain/calibration.ts'
import type { TextLogits } from '../domain/decide.ts'
import { toProblem, UndertoneError } from '../domain/errors.ts'
import { parseCalibration } from './calibrationFile.ts'
import { agrees, parseGolden, prove, type GoldenSet } from './golden.ts'
import { abortable } from '../lib/abortable.ts'
import { fetchModelFiles, type ModelFiles } from './modelFiles.ts'
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
  /** Asks for as many workers as the device can feed; a batch calls it before it starts. Resolves to their number. */
  scaleUp(): Promise<number>
}

export interface ModelOptions {
  /** Absolute URL of the model's folder, with a slash at the end. */
  folder: string
  storage: ModelStorage
  spawn: Spawn
  maxWorkers: number
}

/** Golden texts a worker reproduces before its answers count. The rest follow once the model is ready. */
const GATE = 6

interface Loaded {
  pool: Pool
  calibration: Calibration
  golden: GoldenSet
}

export function createModel({ folder, storage, spawn, maxWorkers }: ModelOptions): Model {
  const state = createStore<ModelState>(() => ({ status: 'idle' }))
  let loading: Promise<Loaded> | null = null

  async function start(): Promise<Loaded> {
    const startedAt = performance.now()
    state.setState({ status: 'fetching', loaded: 0, total: 0 }, true)
    const onProgress = (loaded: number, total: number): void => {
      state.setState({ status: 'fetching', loaded, total }, true)
    }
    const fetched = await fetchModelFiles({ folder, storage, onProgress })
    state.setState({ status: 'starting' }, true)
    const { calibration, golden } = readSmallFiles(fetched)
    let gate: Proof = { texts: 0, labelsEqual: 0, maxDifference: 0, tolerance: golden.tolerance }
    const pool = createPool({
      spawn,
      input: loadInput(fetched, calibration),
      prove: async (classify) => {
        state.setState((old) => (old.status === 'starting' ? { status: 'checking' } : old), true)
        gate = await proved(golden.texts.slice(0, GATE), golden.tolerance, classify, calibration)
      },
      onSize: (workers) =>
        state.setState((old) => (old.status === 'ready' ? { ...old, workers } : old), true),
    })
    try {
      await pool.grow(1)
    } catch (error) {
      pool.close()
      throw error
    }
    state.setState(
      {
        status: 'ready',
        workers: 1,
        details: {
          name: fetched.manifest.name,
          backend: 'WebAssembly',
          bytes: fetched.bytes,
          source: fetched.source,
          notStored: fetched.notStored,
          proof: gate,
          loadMs: performance.now() - startedAt,
        },
      },
      true,
    )
    return { pool, calibration, golden }
  }

  function fail(error: unknown): void {
    loading = null
    state.setState({ status: 'failed', problem: toProblem(error) }, true)
  }

  /** The whole golden set, behind whatever people asked first. */
  async function proveFully({ pool, calibration, golden }: Loaded): Promise<void> {
    try {
      // One at a time: a person's first text waits for one of them, not for a unit of sixteen.
      const classify = async (texts: readonly string[]): Promise<TextLogits[]> => {
        const answers: TextLogits[] = []
        for (const text of texts) answers.push(...(await pool.classify([text], {})))
        return answers
      }
      const proof = await proved(golden.texts, golden.tolerance, classify, calibration)
      state.setState(
        (old) => (old.status === 'ready' ? { ...old, details: { ...old.details, proof } } : old),
        true,
      )
    } catch (error) {
      pool.close()
      fail(error)
    }
  }

  function load(): Promise<Loaded> {
    loading ??= start()
      .then((loaded) => {
        void proveFully(loaded)
        return loaded
      })
      .catch((error: unknown) => {
        fail(error)
        throw error
      })
    return loading
  }

  return {
    state,
    load: async () => {
      await load()
    },
    classify: async (texts, options) => {
      const { pool } = await abortable(load(), options.signal)
      return pool.classify(texts, options)
    },
    calibration: async () => (await load()).calibration,
    scaleUp: async () => (await load()).pool.grow(maxWorkers),
  }
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

function readSmallFiles({ files, manifest }: ModelFiles): { calibration: Calibration; golden: GoldenSet } {
  const json = (path: string): unknown => {
    const file = files.find((candidate) => candidate.path === path)
    if (file === undefined) throw new UndertoneError('model-corrupt', `the manifest does not list ${path}`)
    return JSON.parse(new TextDecoder().decode(file.bytes))
  }
  return {
    calibration: parseCalibration(json('calibration.json')),
    golden: parseGolden(json('golden.json'), manifest.wasmWeights),
  }
}

function loadInput({ files, manifest }: ModelFiles, { window }: Calibration): LoadInput {
  const forWorker = files.filter(({ path }) => path !== 'golden.json' && path !== 'calibration.json')
  return { files: forWorker, weights: manifest.wasmWeights, window }
}
