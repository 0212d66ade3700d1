import { afterEach, describe, expect, it, vi } from 'vitest'
import { toProblem } from '../../domain/errors.ts'
import { builtInJson } from '../../testing/builtInModel.ts'
import { fakeLogits } from '../../testing/fakeEngine.ts'
import { asBytes, WASM_WEIGHTS } from '../../testing/fakeModelHost.ts'
import {
  BATCH,
  faithful,
  FILES,
  fullyProved,
  GATE,
  REFERENCES,
  statuses,
  testModel,
} from '../../testing/testModel.ts'
import { parseCalibration } from '../package/calibrationFile.ts'
import type { LoadInput } from '../protocol.ts'

const BYTES = Object.values(FILES).reduce((sum, { length }) => sum + length, 0)

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
        bytes: BYTES,
        source: 'network',
        notStored: null,
      },
      candidates: {
        wasm: {
          standing: { status: 'in-use' },
          proof: { texts: GATE, labelsEqual: GATE, maxDifference: 0, tolerance: REFERENCES.tolerance },
        },
        webgpu: { standing: { status: 'untried' }, proof: null },
      },
    })
  })

  it('proves the rest of the references once ready', async () => {
    const tested = await testModel()
    await tested.model.load()
    await fullyProved(tested)
    expect(tested.model.state.getState()).toMatchObject({
      candidates: { wasm: { proof: { labelsEqual: REFERENCES.texts.length, maxDifference: 0 } } },
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
    const { model } = await testModel({ engine: () => ({ onLoad: (input) => void inputs.push(input) }) })
    await model.load()
    expect(inputs.map(({ files }) => files.map(({ path }) => path))).toEqual([['config.json', WASM_WEIGHTS]])
    expect(inputs[0]).toMatchObject({ weights: WASM_WEIGHTS, window: { pieces: 256, overlap: 64 } })
  })
})

describe('a load that fails', () => {
  it('rejects and says why in its state', async () => {
    const { model, host } = await testModel()
    host.answer(WASM_WEIGHTS, () => new Response('', { status: 404 }))
    expect(await model.load().catch(toProblem)).toMatchObject({ code: 'model-missing' })
    expect(model.state.getState()).toMatchObject({ status: 'failed', problem: { code: 'model-missing' } })
  })

  it('can be tried again', async () => {
    const { model, host, states } = await testModel()
    host.answer(WASM_WEIGHTS, () => new Response('', { status: 404 }))
    await model.load().catch(() => undefined)
    host.answer(WASM_WEIGHTS, () => new Response(FILES[WASM_WEIGHTS]))
    await model.load()
    expect(statuses(states).slice(-5)).toEqual(['failed', 'fetching', 'starting', 'checking', 'ready'])
  })

  it('is tried again by the next text as well', async () => {
    const { model, host } = await testModel()
    host.answer('manifest.json', () => new Response('', { status: 404 }))
    await model.load().catch(() => undefined)
    host.answer('manifest.json', () => new Response('{}'))
    expect(await model.classify(['a'], { for: 'person' }).catch(toProblem)).toMatchObject({
      code: 'model-corrupt',
    })
  })

  it('for a calibration that cannot be read is model-corrupt', async () => {
    const { model } = await testModel({ files: { ...FILES, 'calibration.json': asBytes('{') } })
    expect(await model.load().catch(toProblem)).toMatchObject({ code: 'model-corrupt' })
  })

  it('for want of memory says so', async () => {
    const onLoad = (): never => {
      throw new RangeError('WebAssembly.Memory(): could not allocate memory')
    }
    const { model, workers } = await testModel({ engine: () => ({ onLoad }) })
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
      engine: () => ({
        answer: (text) => (text === first ? wrong : faithful(text)),
      }),
    })
    expect(await model.load().catch(toProblem)).toMatchObject({ code: 'model-disagrees' })
    expect(model.state.getState()).toMatchObject({ status: 'failed', problem: { code: 'model-disagrees' } })
    expect(workers.every(({ terminated }) => terminated)).toBe(true)
  })

  it('is not started a second time: it would not do better', async () => {
    const { model, workers } = await testModel({ engine: () => ({ answer: () => off }) })
    await model.load().catch(() => undefined)
    expect(workers).toHaveLength(1)
  })

  it('is refused even when only the full check after the start shows it', async () => {
    const { model, states, workers } = await testModel({
      engine: () => ({
        answer: (text) => (text === last ? off : faithful(text)),
      }),
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
    const { model } = await testModel({
      engine: () => ({ answer: (text) => (sound ? faithful(text) : off) }),
    })
    await model.load().catch(() => undefined)
    sound = true
    await model.load()
    expect(model.state.getState().status).toBe('ready')
  })
})

describe('classify', () => {
  it('starts the load and waits for it', async () => {
    const { model } = await testModel()
    expect(await model.classify(['a', 'bb'], { for: 'batch' })).toEqual([fakeLogits('a'), fakeLogits('bb')])
  })

  it('aborted while loading rejects at once; the load goes on', async () => {
    let goOn: () => void = () => undefined
    const gate = new Promise<void>((resolve) => (goOn = resolve))
    const { model } = await testModel({ engine: () => ({ onLoad: () => gate }) })
    const controller = new AbortController()
    const answers = model.classify(['a'], { for: 'person', signal: controller.signal })
    controller.abort()
    expect(await answers.catch(toProblem)).toMatchObject({ code: 'aborted' })
    goOn()
    await model.load()
    expect(await model.classify(['a'], { for: 'person' })).toEqual([fakeLogits('a')])
  })

  it('aborted while a worker reads rejects and leaves the model ready', async () => {
    const controller = new AbortController()
    const { model, workers } = await testModel({
      engine: () => ({
        onText: (text) => {
          if (text === 'stop here') controller.abort()
        },
      }),
    })
    const texts = ['stop here', 'never read']
    const answers = model.classify(texts, { for: 'batch', signal: controller.signal })
    expect(await answers.catch(toProblem)).toMatchObject({ code: 'aborted' })
    expect(await model.classify(['a'], { for: 'person' })).toEqual([fakeLogits('a')])
    expect(workers).toHaveLength(1)
  })
})

describe('workers', () => {
  it('grow to the most that the device can feed', async () => {
    const { model, workers } = await testModel()
    await model.prepareBatch(BATCH)
    expect(model.workersForBatch()).toBe(3)
    await vi.waitFor(() => expect(model.state.getState()).toMatchObject({ workers: 3 }))
    expect(workers).toHaveLength(3)
  })

  it('are each proved before they answer', async () => {
    const seen: string[][] = []
    const { model, engine } = await testModel({
      engine: (index) => {
        const own: string[] = []
        seen[index] = own
        return { onText: (text) => void own.push(text) }
      },
    })
    await model.prepareBatch(BATCH)
    await vi.waitFor(() => expect(engine().workers).toBe(3))
    const gate = REFERENCES.texts.slice(0, GATE).map(({ text }) => text)
    expect(seen.map((texts) => texts.slice(0, GATE))).toEqual([gate, gate, gate])
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
    await vi.waitFor(() => expect(model.appetite()).toEqual({ texts: 32, calls: 6 }))
  })
})

describe('recheck', () => {
  it('runs other references each time', async () => {
    const seen: string[] = []
    const tested = await testModel({ engine: () => ({ onText: (text) => void seen.push(text) }) })
    await tested.model.load()
    await fullyProved(tested)
    seen.length = 0
    expect([await tested.model.recheck(), await tested.model.recheck()]).toEqual([true, true])
    expect(seen).toEqual(REFERENCES.texts.slice(0, 8).map(({ text }) => text))
  })

  it('is false when a worker has begun to answer otherwise, which is then replaced', async () => {
    const broken = new Set<number>()
    const tested = await testModel({
      device: { workers: 2 },
      engine: (index) => ({ answer: (text) => (broken.has(index) ? fakeLogits(text) : faithful(text)) }),
    })
    const { model, workers, engine } = tested
    await model.prepareBatch(BATCH)
    await fullyProved(tested)
    await vi.waitFor(() => expect(engine().workers).toBe(2))
    broken.add(0)
    expect(await model.recheck()).toBe(false)
    await vi.waitFor(() => expect(engine().workers).toBe(2))
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false, false])
    expect(engine().notice).toMatchObject({ code: 'worker-disagreed' })
    expect(await model.recheck()).toBe(true)
  })
})

it('gives the calibration of its folder', async () => {
  const { model } = await testModel()
  expect(await model.calibration()).toMatchObject({
    ...parseCalibration(builtInJson('calibration.json'), REFERENCES.tolerance),
  })
})
