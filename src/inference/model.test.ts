import { afterEach, describe, expect, it, vi } from 'vitest'
import type { TextLogits } from '../domain/decide.ts'
import { toProblem } from '../domain/errors.ts'
import { builtInFile, builtInJson } from '../testing/builtInModel.ts'
import { testSpawn, type TestWorker } from '../testing/connect.ts'
import { fakeEngine, fakeLogits, type FakeEngineOptions } from '../testing/fakeEngine.ts'
import {
  asBytes,
  fakeModelHost,
  FOLDER,
  manifestOf,
  memoryStorage,
  type FakeHost,
} from '../testing/fakeModelHost.ts'
import { parseGolden, type GoldenSet } from './golden.ts'
import { parseManifest } from './manifest.ts'
import { createModel, type Model } from './model.ts'
import type { ModelSource } from './modelPackage.ts'
import type { ModelState } from './modelState.ts'
import type { LoadInput } from './protocol.ts'

const WEIGHTS = 'onnx/model.onnx'
const REFERENCES = references()
const GATE = 6
const BATCH = { texts: 100, characters: 10_000 }
const SOURCE: ModelSource = { kind: 'site', folder: FOLDER }

/** The built-in model's references, for weights that are three bytes. */
function references(): GoldenSet {
  return parseGolden(builtInJson('golden.json'), parseManifest(builtInJson('manifest.json')).wasmWeights)
}

function goldenFile(): Uint8Array<ArrayBuffer> {
  const texts = REFERENCES.texts.map(({ text, logits }) => ({
    text,
    logits: { [WEIGHTS]: Array.from(logits) },
  }))
  return asBytes(JSON.stringify({ tolerance: { probability: REFERENCES.tolerance }, texts }))
}

const FILES = {
  'calibration.json': builtInFile('calibration.json'),
  'golden.json': goldenFile(),
  'config.json': asBytes('{}'),
  [WEIGHTS]: Uint8Array.of(1, 2, 3),
}
const BYTES = Object.values(FILES).reduce((sum, { length }) => sum + length, 0)

/** The reference where there is one, as a sound worker answers. */
function faithful(text: string): TextLogits {
  const golden = REFERENCES.texts.find((candidate) => candidate.text === text)
  return golden ? { logits: golden.logits, pieces: Uint32Array.of(5) } : fakeLogits(text)
}

interface Tested {
  model: Model
  host: FakeHost
  workers: TestWorker[]
  /** Every state the model went through. */
  states: ModelState[]
}

async function testModel(
  engine: FakeEngineOptions = {},
  files: Record<string, Uint8Array<ArrayBuffer>> = FILES,
): Promise<Tested> {
  const host = await fakeModelHost(files)
  const { spawn, workers } = testSpawn(() => fakeEngine({ answer: faithful, ...engine }))
  const model = createModel({
    source: () => Promise.resolve(SOURCE),
    storage: memoryStorage(),
    spawn,
    maxWorkers: 3,
  })
  const states = [model.state.getState()]
  model.state.subscribe((state) => states.push(state))
  return { model, host, workers, states }
}

function statuses(states: readonly ModelState[]): string[] {
  return states.map(({ status }) => status).filter((status, index, all) => status !== all[index - 1])
}

/** Once every golden text was run, not only the gate's. */
async function fullyProved({ model }: Pick<Tested, 'model'>): Promise<void> {
  await vi.waitFor(() =>
    expect(model.state.getState()).toMatchObject({ details: { proof: { texts: REFERENCES.texts.length } } }),
  )
}

afterEach(() => vi.unstubAllGlobals())

describe('load', () => {
  it('goes from idle over fetching, starting and checking to ready', async () => {
    const { model, states } = await testModel()
    await model.load()
    expect(statuses(states)).toEqual(['idle', 'fetching', 'starting', 'checking', 'ready'])
  })

  it('tells what is ready and how it was proved', async () => {
    const { model } = await testModel()
    await model.load()
    expect(model.state.getState()).toMatchObject({
      status: 'ready',
      workers: 1,
      details: {
        name: 'small',
        backend: 'WebAssembly',
        bytes: BYTES,
        source: 'network',
        notStored: null,
        proof: { texts: GATE, labelsEqual: GATE, maxDifference: 0, tolerance: REFERENCES.tolerance },
      },
    })
  })

  it('proves the rest of the references once ready', async () => {
    const tested = await testModel()
    await tested.model.load()
    await fullyProved(tested)
    expect(tested.model.state.getState()).toMatchObject({
      details: { proof: { labelsEqual: REFERENCES.texts.length, maxDifference: 0 } },
    })
  })

  it('is shared by all who ask', async () => {
    const { model, host, workers } = await testModel()
    await Promise.all([model.load(), model.load(), model.calibration()])
    expect(host.asked.filter((path) => path === 'manifest.json')).toHaveLength(1)
    expect(workers).toHaveLength(1)
  })

  it('hands the worker the files of the model, not those of the page', async () => {
    const inputs: LoadInput[] = []
    const { model } = await testModel({ onLoad: (input) => void inputs.push(input) })
    await model.load()
    expect(inputs.map(({ files }) => files.map(({ path }) => path))).toEqual([['config.json', WEIGHTS]])
    expect(inputs[0]).toMatchObject({ weights: WEIGHTS, window: { pieces: 256, overlap: 64 } })
  })
})

describe('a load that fails', () => {
  it('rejects and says why in its state', async () => {
    const { model, host } = await testModel()
    host.answer(WEIGHTS, () => new Response('', { status: 404 }))
    expect(await model.load().catch(toProblem)).toMatchObject({ code: 'model-missing' })
    expect(model.state.getState()).toMatchObject({ status: 'failed', problem: { code: 'model-missing' } })
  })

  it('can be tried again', async () => {
    const { model, host, states } = await testModel()
    host.answer(WEIGHTS, () => new Response('', { status: 404 }))
    await model.load().catch(() => undefined)
    host.answer(WEIGHTS, () => new Response(FILES[WEIGHTS]))
    await model.load()
    expect(statuses(states).slice(-5)).toEqual(['failed', 'fetching', 'starting', 'checking', 'ready'])
  })

  it('is tried again by the next text as well', async () => {
    const { model, host } = await testModel()
    host.answer('manifest.json', () => new Response('', { status: 404 }))
    await model.load().catch(() => undefined)
    host.answer('manifest.json', () => new Response('{}'))
    expect(await model.classify(['a'], {}).catch(toProblem)).toMatchObject({ code: 'model-corrupt' })
  })

  it('for want of a calibration is model-corrupt', async () => {
    const files = Object.entries(FILES).filter(([path]) => path !== 'calibration.json')
    const { model } = await testModel({}, Object.fromEntries(files))
    expect(await model.load().catch(toProblem)).toMatchObject({ code: 'model-corrupt' })
  })

  it('for want of memory says so', async () => {
    const onLoad = (): never => {
      throw new RangeError('WebAssembly.Memory(): could not allocate memory')
    }
    const { model, workers } = await testModel({ onLoad })
    expect(await model.load().catch(toProblem)).toMatchObject({ code: 'out-of-memory' })
    expect(workers.every(({ terminated }) => terminated)).toBe(true)
  })
})

describe('a backend that does not reproduce its references', () => {
  const first = REFERENCES.texts[0]!.text
  const last = REFERENCES.texts.at(-1)!.text
  const off = { logits: Float32Array.of(0, 0, 0), pieces: Uint32Array.of(5) }
  const garbage = { logits: Float32Array.of(NaN, NaN, NaN), pieces: Uint32Array.of(5) }

  it.each([
    { what: 'other numbers', wrong: off },
    { what: 'no numbers at all', wrong: garbage },
  ])('is refused: $what', async ({ wrong }) => {
    const { model, workers } = await testModel({
      answer: (text) => (text === first ? wrong : faithful(text)),
    })
    expect(await model.load().catch(toProblem)).toMatchObject({ code: 'model-disagrees' })
    expect(model.state.getState()).toMatchObject({ status: 'failed', problem: { code: 'model-disagrees' } })
    expect(workers.every(({ terminated }) => terminated)).toBe(true)
  })

  it('is not started a second time: it would not do better', async () => {
    const { model, workers } = await testModel({ answer: () => off })
    await model.load().catch(() => undefined)
    expect(workers).toHaveLength(1)
  })

  it('is refused even when only the full check after the start shows it', async () => {
    const { model, states, workers } = await testModel({
      answer: (text) => (text === last ? off : faithful(text)),
    })
    await model.load()
    await vi.waitFor(() =>
      expect(model.state.getState()).toMatchObject({ problem: { code: 'model-disagrees' } }),
    )
    expect(statuses(states).slice(-2)).toEqual(['ready', 'failed'])
    expect(workers.every(({ terminated }) => terminated)).toBe(true)
  })

  it('is asked again by "Try again"', async () => {
    let sound = false
    const { model } = await testModel({ answer: (text) => (sound ? faithful(text) : off) })
    await model.load().catch(() => undefined)
    sound = true
    await model.load()
    expect(model.state.getState().status).toBe('ready')
  })
})

describe('classify', () => {
  it('starts the load and waits for it', async () => {
    const { model } = await testModel()
    expect(await model.classify(['a', 'bb'], {})).toEqual([fakeLogits('a'), fakeLogits('bb')])
  })

  it('aborted while loading rejects at once; the load goes on', async () => {
    let goOn: () => void = () => undefined
    const gate = new Promise<void>((resolve) => (goOn = resolve))
    const { model } = await testModel({ onLoad: () => gate })
    const controller = new AbortController()
    const answers = model.classify(['a'], { signal: controller.signal })
    controller.abort()
    expect(await answers.catch(toProblem)).toMatchObject({ code: 'aborted' })
    goOn()
    await model.load()
    expect(await model.classify(['a'], {})).toEqual([fakeLogits('a')])
  })

  it('aborted while a worker reads rejects and leaves the model ready', async () => {
    const controller = new AbortController()
    const { model, workers } = await testModel({
      onText: (text) => {
        if (text === 'stop here') controller.abort()
      },
    })
    const texts = ['stop here', 'never read']
    const answers = model.classify(texts, { signal: controller.signal })
    expect(await answers.catch(toProblem)).toMatchObject({ code: 'aborted' })
    expect(await model.classify(['a'], {})).toEqual([fakeLogits('a')])
    expect(workers).toHaveLength(1)
  })
})

describe('workers', () => {
  it('grow to the most that the device can feed', async () => {
    const { model, workers } = await testModel()
    await model.prepareBatch(BATCH)
    expect(model.workersForBatch()).toBe(3)
    expect(workers).toHaveLength(3)
    expect(model.state.getState()).toMatchObject({ workers: 3 })
  })

  it('are each proved before they answer', async () => {
    const seen: string[][] = []
    const host = await fakeModelHost(FILES)
    const { spawn } = testSpawn((index) => {
      seen[index] = []
      return fakeEngine({ answer: faithful, onText: (text) => void seen[index]?.push(text) })
    })
    const model = createModel({
      source: () => Promise.resolve(SOURCE),
      storage: memoryStorage(),
      spawn,
      maxWorkers: 3,
    })
    await model.prepareBatch(BATCH)
    const gate = REFERENCES.texts.slice(0, GATE).map(({ text }) => text)
    expect(seen.map((texts) => texts.slice(0, GATE))).toEqual([gate, gate, gate])
    expect(host.asked).toContain(WEIGHTS)
  })

  it('that crash are replaced, and the state counts those at work', async () => {
    const tested = await testModel()
    const { model, workers, states } = tested
    await model.load()
    await fullyProved(tested)
    workers[0]?.kill()
    await vi.waitFor(() => expect(model.state.getState()).toMatchObject({ status: 'ready', workers: 1 }))
    expect(workers).toHaveLength(2)
    expect(states.map((state) => (state.status === 'ready' ? state.workers : null))).toContain(0)
  })
})

describe('a batch', () => {
  it('keeps two calls a worker on their way', async () => {
    const { model } = await testModel()
    await model.load()
    expect(model.appetite()).toEqual({ texts: 32, calls: 2 })
    await model.prepareBatch(BATCH)
    expect(model.appetite()).toEqual({ texts: 32, calls: 6 })
  })
})

describe('recheck', () => {
  it('runs other references each time', async () => {
    const seen: string[] = []
    const tested = await testModel({ onText: (text) => void seen.push(text) })
    await tested.model.load()
    await fullyProved(tested)
    seen.length = 0
    expect([await tested.model.recheck(), await tested.model.recheck()]).toEqual([true, true])
    expect(seen).toEqual(REFERENCES.texts.slice(0, 8).map(({ text }) => text))
  })

  it('is false when a worker has begun to answer otherwise, which is then replaced', async () => {
    const broken = new Set<number>()
    await fakeModelHost(FILES)
    const { spawn, workers } = testSpawn((index) =>
      fakeEngine({ answer: (text) => (broken.has(index) ? fakeLogits(text) : faithful(text)) }),
    )
    const model = createModel({
      source: () => Promise.resolve(SOURCE),
      storage: memoryStorage(),
      spawn,
      maxWorkers: 2,
    })
    await model.prepareBatch(BATCH)
    await fullyProved({ model })
    broken.add(0)
    expect(await model.recheck()).toBe(false)
    await vi.waitFor(() => expect(model.state.getState()).toMatchObject({ workers: 2 }))
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false, false])
    expect(await model.recheck()).toBe(true)
  })
})

describe('choose', () => {
  const OTHER: ModelSource = { kind: 'site', folder: `${FOLDER}other/` }

  async function twoModels(engine: FakeEngineOptions = {}): Promise<Tested> {
    const tested = await testModel(engine)
    const manifest = await manifestOf(FILES)
    tested.host.answer('other/manifest.json', () => new Response(manifest))
    for (const [path, bytes] of Object.entries(FILES)) {
      tested.host.answer(`other/${path}`, () => new Response(bytes))
    }
    return tested
  }

  it('ends the workers of one model and starts the other', async () => {
    const { model, workers, host } = await twoModels()
    await model.load()
    await model.choose(OTHER)
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false])
    expect(host.asked).toContain(`other/${WEIGHTS}`)
    expect(model.state.getState().status).toBe('ready')
  })

  it('rejects what waits for the old model as aborted', async () => {
    const { model } = await twoModels({
      onText: (text) => (text === 'slow' ? new Promise(() => undefined) : undefined),
    })
    await model.load()
    const old = model.classify(['slow'], {})
    const next = model.choose(OTHER)
    expect(await old.catch(toProblem)).toMatchObject({ code: 'aborted' })
    await next
    expect(await model.classify(['a'], {})).toEqual([fakeLogits('a')])
  })

  it('rejects those that wait for a load that is overtaken', async () => {
    const { model, states } = await twoModels()
    const old = model.load()
    const next = model.choose(OTHER)
    expect(await old.catch(toProblem)).toMatchObject({ code: 'aborted' })
    await next
    expect(statuses(states).at(-1)).toBe('ready')
    expect(statuses(states)).not.toContain('failed')
  })

  it('that fails says so, and is tried again by the next load', async () => {
    const { model, host } = await twoModels()
    host.answer('other/manifest.json', null)
    await model.load()
    expect(await model.choose(OTHER).catch(toProblem)).toMatchObject({ code: 'model-missing' })
    expect(model.state.getState()).toMatchObject({ status: 'failed' })
    const manifest = await manifestOf(FILES)
    host.answer('other/manifest.json', () => new Response(manifest))
    await model.load()
    expect(host.asked).toContain(`other/${WEIGHTS}`)
  })
})

it('gives the calibration of its folder', async () => {
  const { model } = await testModel()
  expect(await model.calibration()).toEqual(builtInJson('calibration.json'))
})
