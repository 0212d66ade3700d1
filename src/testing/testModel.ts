import { vi } from 'vitest'
import type { TextLogits } from '../domain/decide.ts'
import type { Standing } from '../inference/gpu/candidate.ts'
import { parseGolden, type GoldenSet } from '../inference/package/goldenSet.ts'
import { parseManifest } from '../inference/package/manifest.ts'
import { createModel, type Model } from '../inference/facade/model.ts'
import type { ModelSource } from '../inference/package/modelPackage.ts'
import type { ModelState, ReadyState } from '../inference/facade/modelState.ts'
import { builtInFile, builtInJson } from './builtInModel.ts'
import { testSpawn, type TestWorker } from './connect.ts'
import { fakeDevice, GOOD_ADAPTER, type FakeDevice } from './fakeDevice.ts'
import { fakeEngine, fakeLogits, type FakeEngineOptions } from './fakeEngine.ts'
import {
  asBytes,
  fakeModelHost,
  FOLDER,
  GPU_WEIGHTS,
  memoryStorage,
  WASM_WEIGHTS,
  type FakeHost,
  type Files,
} from './fakeModelHost.ts'

const SOURCE: ModelSource = { kind: 'site', folder: FOLDER }
/** References that every worker reproduces before it answers. */
export const GATE = 6
export const BATCH = { texts: 100, characters: 10_000 }

/** The built-in model's references, for weights of a few bytes. On WebGPU they are a little off, as real ones are. */
export const REFERENCES = readReferences('wasm')
export const GPU_REFERENCES = readReferences('webgpu')

function readReferences(backend: 'wasm' | 'webgpu'): GoldenSet {
  const { wasmWeights, webgpuWeights } = parseManifest(builtInJson('manifest.json'))
  return parseGolden(builtInJson('golden.json'), backend === 'wasm' ? wasmWeights : (webgpuWeights ?? ''))
}

function goldenFile(): Uint8Array<ArrayBuffer> {
  const texts = REFERENCES.texts.map(({ text, logits }, index) => ({
    text,
    logits: {
      [WASM_WEIGHTS]: Array.from(logits),
      [GPU_WEIGHTS]: Array.from(GPU_REFERENCES.texts[index]?.logits ?? []),
    },
  }))
  return asBytes(JSON.stringify({ tolerance: { probability: REFERENCES.tolerance }, texts }))
}

/** A model for WebAssembly alone. */
export const FILES = {
  'calibration.json': builtInFile('calibration.json'),
  'golden.json': goldenFile(),
  'config.json': asBytes('{}'),
  [WASM_WEIGHTS]: Uint8Array.of(1, 2, 3),
}

/** The same with weights for WebGPU. */
export const GPU_FILES = { ...FILES, [GPU_WEIGHTS]: Uint8Array.of(4, 5, 6, 7) }

/** The reference where there is one, as a sound worker answers. */
export function faithful(text: string): TextLogits {
  return answerOf(REFERENCES, text)
}

/** As a sound graphics card answers. */
export function faithfulGpu(text: string): TextLogits {
  return answerOf(GPU_REFERENCES, text)
}

function answerOf({ texts }: GoldenSet, text: string): TextLogits {
  const golden = texts.find((candidate) => candidate.text === text)
  return golden ? { logits: golden.logits, pieces: Uint32Array.of(5) } : fakeLogits(text)
}

export interface TestedModel {
  model: Model
  host: FakeHost
  device: FakeDevice
  workers: TestWorker[]
  gpuWorkers: TestWorker[]
  storage: ReturnType<typeof memoryStorage>
  /** Every state the model went through. */
  states: ModelState[]
  /** What the engine shows of itself now. */
  engine: () => ReadyState
}

export interface TestedModelOptions {
  files?: Files
  device?: Partial<FakeDevice>
  storage?: ReturnType<typeof memoryStorage>
  engine?: (index: number) => FakeEngineOptions
  gpuEngine?: (index: number) => FakeEngineOptions
  /** Workers that fall silent are noticed. */
  watched?: boolean
}

/** A model on a fake host with fake engines behind real MessageChannels; ends with `vi.unstubAllGlobals()`. */
export async function testModel(options: TestedModelOptions = {}): Promise<TestedModel> {
  const { files = FILES, engine = () => ({}), gpuEngine = () => ({}), storage = memoryStorage() } = options
  const { watched = false } = options
  const host = await fakeModelHost(files)
  const device = fakeDevice(options.device)
  const { spawn, workers } = testSpawn((index) => fakeEngine({ answer: faithful, ...engine(index) }), watched)
  const { spawn: spawnGpu, workers: gpuWorkers } = testSpawn(
    (index) => fakeEngine({ answer: faithfulGpu, batchTokens: 2048, ...gpuEngine(index) }),
    watched,
  )
  const source = (): Promise<ModelSource> => Promise.resolve(SOURCE)
  const model = createModel({ source, storage, spawn, spawnGpu, device })
  const states = [model.state.getState()]
  model.state.subscribe((state) => states.push(state))
  const now = (): ReadyState => {
    const state = model.state.getState()
    if (state.status !== 'ready') throw new Error(`the model is ${state.status}`)
    return state
  }
  return { model, host, device, workers, gpuWorkers, storage, states, engine: now }
}

export function statuses(states: readonly ModelState[]): string[] {
  return states.map(({ status }) => status).filter((status, index, all) => status !== all[index - 1])
}

/** Once every reference was run, not only the gate's. */
export async function fullyProved({ model }: Pick<TestedModel, 'model'>): Promise<void> {
  await vi.waitFor(() => {
    const state = model.state.getState()
    const texts = state.status === 'ready' ? state.candidates.wasm.proof?.texts : 0
    if (texts !== REFERENCES.texts.length) throw new Error(`${texts} references were run`)
  })
}

/** Large enough to repay anything. */
export const LARGE = { texts: 1e9, characters: 1e11 }

/** A sound graphics card beside a slow WebAssembly, or what a test makes of it. */
export async function withGpu(options: TestedModelOptions = {}): Promise<TestedModel> {
  const slow = (): FakeEngineOptions => ({ onText: () => new Promise((resolve) => setTimeout(resolve, 1)) })
  const device = { gpu: GOOD_ADAPTER, ...options.device }
  return testModel({ files: GPU_FILES, engine: slow, ...options, device })
}

export function gpuStanding({ engine }: TestedModel): Standing {
  return engine().candidates.webgpu.standing
}

/** Once it is decided whether the graphics card is used. */
export async function settled(tested: TestedModel): Promise<Standing> {
  const look = (): Standing => {
    const standing = gpuStanding(tested)
    if (['untried', 'fetching', 'checking'].includes(standing.status)) throw new Error(standing.status)
    return standing
  }
  return vi.waitFor(look, { timeout: 4000 })
}

/** A batch has begun, and whether it repays the graphics card is decided. */
export async function begun(tested: TestedModel, work = LARGE): Promise<Standing> {
  await tested.model.load()
  await fullyProved(tested)
  await tested.model.prepareBatch(work)
  await tested.model.classify(['first', 'second'], { for: 'batch' })
  return settled(tested)
}
