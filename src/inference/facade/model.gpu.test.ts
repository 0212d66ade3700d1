import { afterEach, describe, expect, it, vi } from 'vitest'
import { UndertoneError } from '../../domain/errors.ts'
import type { GpuAdapter } from '../gpu/gpuAdapter.ts'
import { asRecord } from '../../lib/json.ts'
import { builtInJson } from '../../testing/builtInModel.ts'
import { GOOD_ADAPTER } from '../../testing/fakeDevice.ts'
import { fakeLogits } from '../../testing/fakeEngine.ts'
import { asBytes, GPU_WEIGHTS, type Files } from '../../testing/fakeModelHost.ts'
import {
  begun,
  faithfulGpu,
  FILES,
  fullyProved,
  GPU_FILES,
  GPU_REFERENCES,
  gpuStanding,
  LARGE,
  REFERENCES,
  settled,
  withGpu,
  type TestedModelOptions,
} from '../../testing/testModel.ts'

const TEXTS = Array.from({ length: 60 }, (_, index) => `text ${index}`)

afterEach(() => vi.unstubAllGlobals())

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

describe('a graphics card', () => {
  it('that is right and faster reads batches, and WebAssembly single texts', async () => {
    const seen: string[] = []
    const tested = await withGpu({ gpuEngine: () => ({ onText: (text) => void seen.push(text) }) })
    expect(await begun(tested)).toEqual({ status: 'in-use' })
    seen.length = 0
    expect(await tested.model.classify(TEXTS, { for: 'batch' })).toEqual(TEXTS.map(fakeLogits))
    await tested.model.classify(['single'], { for: 'person' })
    expect(seen).toEqual(TEXTS)
  })

  it('shows how it agreed and how fast both are', async () => {
    const tested = await withGpu()
    await begun(tested)
    const { wasm, webgpu } = tested.engine().candidates
    const texts = GPU_REFERENCES.texts.length
    expect(webgpu.proof).toEqual({ texts, labelsEqual: texts, maxDifference: 0, tolerance: 0.002 })
    expect(wasm.standing).toEqual({ status: 'standing-by' })
    expect(webgpu.textsPerSecond).toBeGreaterThan(wasm.textsPerSecond ?? Infinity)
  })

  it('takes larger calls, and leaves one worker for single texts', async () => {
    const tested = await withGpu()
    await begun(tested)
    expect(tested.model.appetite()).toEqual({ texts: 293, calls: 3 })
    await vi.waitFor(() => expect(tested.engine().workers).toBe(1))
  })

  it('is not fetched for a batch that it does not repay', async () => {
    const tested = await withGpu()
    const standing = await begun(tested, { texts: 100, characters: 10_000 })
    expect(standing).toEqual({ status: 'refused', why: 'not-worth-it', detail: null })
    expect(tested.host.asked).not.toContain(GPU_WEIGHTS)
  })

  it('is never asked about for a single text', async () => {
    const adapter = vi.fn(() => Promise.resolve(GOOD_ADAPTER))
    const tested = await withGpu({ device: { adapter } })
    await tested.model.classify(['single'], { for: 'person' })
    await fullyProved(tested)
    expect(adapter).not.toHaveBeenCalled()
  })

  it('that is slower is not used, nor tried again on the next visit', async () => {
    const tested = await withGpu({ engine: () => ({}), gpuEngine: () => ({ onText: () => pause(3) }) })
    expect(await begun(tested)).toMatchObject({ status: 'refused', why: 'slower' })
    expect(tested.gpuWorkers.every(({ terminated }) => terminated)).toBe(true)
    const { notebook } = tested.device
    const next = await withGpu({ device: { notebook } })
    expect(await begun(next)).toMatchObject({ status: 'refused', why: 'slower' })
    expect(next.gpuWorkers).toHaveLength(0)
    expect(next.engine().candidates.webgpu.proof?.texts).toBe(GPU_REFERENCES.texts.length)
  })

  it('that was faster before starts on the next visit after a few references', async () => {
    const first = await withGpu()
    await begun(first)
    const seen: string[] = []
    const { device, storage } = first
    const next = await withGpu({
      device: { notebook: device.notebook },
      storage,
      gpuEngine: () => ({ onText: (text) => void seen.push(text) }),
    })
    expect(await begun(next)).toEqual({ status: 'in-use' })
    expect(seen).toEqual(GPU_REFERENCES.texts.slice(0, 6).map(({ text }) => text))
    expect(next.host.asked).not.toContain(GPU_WEIGHTS)
  })

  it('is proved anew by another browser version', async () => {
    const first = await withGpu()
    await begun(first)
    const { notebook } = first.device
    const seen: string[] = []
    const next = await withGpu({
      device: { notebook, browser: 'test browser 2.0' },
      gpuEngine: () => ({ onText: (text) => void seen.push(text) }),
    })
    await begun(next)
    expect(seen.length).toBeGreaterThan(GPU_REFERENCES.texts.length)
  })

  it.each([
    { why: 'no-webgpu', gpu: { usable: false, why: 'no-webgpu' } as const },
    { why: 'no-jspi', gpu: { usable: false, why: 'no-jspi' } as const },
    { why: 'no-adapter', gpu: { usable: false, why: 'no-adapter' } as const },
    { why: 'software', gpu: { ...GOOD_ADAPTER, software: true } },
  ])('is not fetched where there is none: $why', async ({ why, gpu }) => {
    const tested = await withGpu({ device: { gpu } })
    expect(await begun(tested)).toMatchObject({ status: 'refused', why })
    expect(tested.host.asked).not.toContain(GPU_WEIGHTS)
  })

  it('is not asked for weights that the model does not bring', async () => {
    const tested = await withGpu({ files: FILES })
    expect(await begun(tested)).toMatchObject({ why: 'no-weights' })
  })

  it('is never given dynamic int8', async () => {
    const files: Files = { ...GPU_FILES, [GPU_WEIGHTS]: asBytes('…op_type: DynamicQuantizeLinear…') }
    const tested = await withGpu({ files })
    expect(await begun(tested)).toMatchObject({ why: 'int8-weights' })
    expect(tested.gpuWorkers).toHaveLength(0)
  })
})

describe('a graphics card that gives other answers', () => {
  const last = GPU_REFERENCES.texts.at(-1)?.text
  it.each([
    { when: 'from the start', wrong: () => true },
    { when: 'to the last reference', wrong: (text: string) => text === last },
  ])('$when is not used', async ({ wrong }) => {
    const tested = await withGpu({
      gpuEngine: () => ({ answer: (text) => (wrong(text) ? fakeLogits(text) : faithfulGpu(text)) }),
    })
    expect(await begun(tested)).toMatchObject({ status: 'refused', why: 'disagrees' })
    const { proof } = tested.engine().candidates.webgpu
    expect(proof?.labelsEqual === proof?.texts && (proof?.maxDifference ?? 0) <= 0.002).toBe(false)
    expect(tested.gpuWorkers.every(({ terminated }) => terminated)).toBe(true)
  })

  it('cannot be forced, and is tried again only when asked', async () => {
    let sound = false
    const tested = await withGpu({
      gpuEngine: () => ({ answer: (text) => (sound ? faithfulGpu(text) : fakeLogits(text)) }),
    })
    await begun(tested)
    tested.model.set({ preferred: 'webgpu' })
    await pause(20)
    expect(gpuStanding(tested)).toMatchObject({ why: 'disagrees' })
    expect(tested.gpuWorkers).toHaveLength(1)
    sound = true
    tested.model.tryGpuAgain()
    await vi.waitFor(() => expect(gpuStanding(tested)).toEqual({ status: 'in-use' }))
  })

  it('after a while is taken out, the answers since are to be done again, and a person is told', async () => {
    let sound = true
    const tested = await withGpu({
      gpuEngine: () => ({ answer: (text) => (sound ? faithfulGpu(text) : fakeLogits('')) }),
    })
    await begun(tested)
    expect(await tested.model.recheck()).toBe(true)
    sound = false
    expect(await tested.model.recheck()).toBe(false)
    expect(gpuStanding(tested)).toMatchObject({ why: 'disagrees' })
    expect(tested.engine().notice).toMatchObject({ code: 'gpu-disagreed' })
    expect(await tested.model.classify(TEXTS, { for: 'batch' })).toEqual(TEXTS.map(fakeLogits))
    expect(await tested.model.recheck()).toBe(true)
    const { notebook } = tested.device
    const next = await withGpu({ device: { notebook } })
    expect(await begun(next)).toMatchObject({ why: 'disagrees' })
  })

  it('when it starts again after a crash has its earlier answers doubted', async () => {
    let sound = true
    const tested = await withGpu({
      gpuEngine: () => ({ answer: (text) => (sound ? faithfulGpu(text) : fakeLogits('')) }),
    })
    await begun(tested)
    sound = false
    tested.gpuWorkers[0]?.kill()
    await vi.waitFor(() => expect(gpuStanding(tested)).toMatchObject({ why: 'disagrees' }))
    expect(await tested.model.recheck()).toBe(false)
    expect(await tested.model.recheck()).toBe(true)
  })
})

describe('a metered connection', () => {
  it('is asked for, with the size, and not used before', async () => {
    const tested = await withGpu({ device: { metered: true } })
    expect(await begun(tested)).toEqual({ status: 'asking', bytes: 1004 })
    expect(tested.host.asked).not.toContain(GPU_WEIGHTS)
    tested.model.allowDownload()
    await vi.waitFor(() => expect(gpuStanding(tested)).toEqual({ status: 'in-use' }))
  })

  it('does not matter when everything is there', async () => {
    const first = await withGpu()
    await begun(first)
    const { storage, device } = first
    const next = await withGpu({ storage, device: { notebook: device.notebook, metered: true } })
    expect(await begun(next)).toEqual({ status: 'in-use' })
  })
})

describe('a person', () => {
  const slow: TestedModelOptions = { engine: () => ({}), gpuEngine: () => ({ onText: () => pause(2) }) }

  it('can have the graphics card tried without a batch, and used though it is slower', async () => {
    const tested = await withGpu(slow)
    await tested.model.load()
    tested.model.set({ preferred: 'webgpu' })
    expect(await settled(tested)).toEqual({ status: 'in-use' })
    tested.model.set({ preferred: 'auto' })
    await vi.waitFor(() => expect(gpuStanding(tested)).toMatchObject({ status: 'refused', why: 'slower' }))
    expect(tested.gpuWorkers.every(({ terminated }) => terminated)).toBe(true)
  })

  it('who asks for it without a batch has it timed against all workers, which end afterwards', async () => {
    const tested = await withGpu(slow)
    await tested.model.load()
    tested.model.set({ preferred: 'webgpu' })
    await settled(tested)
    expect(tested.workers).toHaveLength(3)
    await vi.waitFor(() => expect(tested.engine().workers).toBe(1))
  })

  it('can keep the graphics card out', async () => {
    const tested = await withGpu()
    await begun(tested)
    tested.model.set({ preferred: 'wasm' })
    await vi.waitFor(() => expect(gpuStanding(tested)).toMatchObject({ why: 'not-preferred' }))
    expect(await tested.model.classify(TEXTS, { for: 'batch' })).toEqual(TEXTS.map(fakeLogits))
    expect(await begun(tested)).toMatchObject({ why: 'not-preferred' })
  })

  it('can stop it while it is being checked', async () => {
    const tested = await withGpu({ gpuEngine: () => ({ onText: () => new Promise(() => undefined) }) })
    await tested.model.load()
    tested.model.set({ preferred: 'webgpu' })
    await vi.waitFor(() => expect(gpuStanding(tested).status).toBe('checking'))
    await vi.waitFor(() => expect(tested.gpuWorkers).toHaveLength(1))
    tested.model.set({ preferred: 'wasm' })
    await vi.waitFor(() => expect(gpuStanding(tested)).toMatchObject({ why: 'not-preferred' }))
    expect(tested.gpuWorkers.every(({ terminated }) => terminated)).toBe(true)
  })

  it('can turn it off while it does not even say what it is', async () => {
    const hung = new Promise<never>(() => undefined)
    const tested = await withGpu({ device: { adapter: () => hung } })
    await tested.model.load()
    tested.model.set({ preferred: 'webgpu' })
    await pause(0)
    tested.model.set({ preferred: 'wasm' })
    await vi.waitFor(() => expect(gpuStanding(tested)).toMatchObject({ why: 'not-preferred' }))
  })

  it('can turn it off while it reads and answers nothing else', async () => {
    let hung = false
    const adapter = (): Promise<GpuAdapter> =>
      hung ? new Promise(() => undefined) : Promise.resolve(GOOD_ADAPTER)
    const tested = await withGpu({ device: { adapter } })
    await begun(tested)
    hung = true
    tested.model.set({ preferred: 'wasm' })
    await vi.waitFor(() => expect(gpuStanding(tested)).toMatchObject({ why: 'not-preferred' }))
    expect(await tested.model.classify(TEXTS, { for: 'batch' })).toEqual(TEXTS.map(fakeLogits))
  })

  it('who turns it off before its turn does not have it tried', async () => {
    const tested = await withGpu()
    await tested.model.load()
    tested.model.set({ preferred: 'webgpu' })
    tested.model.set({ preferred: 'wasm' })
    await vi.waitFor(() => expect(gpuStanding(tested)).toMatchObject({ why: 'not-preferred' }))
    expect(tested.host.asked).not.toContain(GPU_WEIGHTS)
  })

  it('who turns it off while both are timed has the workers back at once', async () => {
    let timed = false
    const onText = (text: string) => {
      timed ||= !REFERENCES.texts.some((reference) => reference.text === text)
      return pause(timed ? 20 : 0)
    }
    const tested = await withGpu({ engine: () => ({ onText }) })
    await tested.model.load()
    tested.model.set({ preferred: 'webgpu' })
    await vi.waitFor(() => expect(timed).toBe(true), { timeout: 4000 })
    tested.model.set({ preferred: 'wasm' })
    // 240 texts of 20 ms would be timed.
    await vi.waitFor(() => expect(gpuStanding(tested)).toMatchObject({ why: 'not-preferred' }))
  })

  it('finds the choice again on the next visit', async () => {
    const tested = await withGpu(slow)
    await tested.model.load()
    tested.model.set({ preferred: 'webgpu', workers: 2 })
    const { notebook } = tested.device
    const next = await withGpu({ ...slow, device: { notebook } })
    expect(next.model.settings.getState()).toEqual({ preferred: 'webgpu', workers: 2 })
    await next.model.load()
    expect(await settled(next)).toEqual({ status: 'in-use' })
  })
})

describe('a download that fails', () => {
  it('is told, not remembered, and WebAssembly goes on', async () => {
    const tested = await withGpu()
    tested.host.answer(GPU_WEIGHTS, () => new Response(Uint8Array.of(0, 0, 0, 0)))
    const standing = await begun(tested)
    expect(standing).toMatchObject({ status: 'refused', why: 'unreachable' })
    expect(standing.status === 'refused' && standing.detail).toContain(GPU_WEIGHTS)
    expect(await tested.model.classify(TEXTS, { for: 'batch' })).toEqual(TEXTS.map(fakeLogits))
    tested.host.answer(GPU_WEIGHTS, () => new Response(GPU_FILES[GPU_WEIGHTS]))
    await tested.model.prepareBatch(LARGE)
    await tested.model.classify(TEXTS, { for: 'batch' })
    await vi.waitFor(() => expect(gpuStanding(tested)).toEqual({ status: 'in-use' }))
  })
})

describe('a model without references', () => {
  // Nor does its calibration say how far its weight files are apart.
  const calibration = { ...asRecord(builtInJson('calibration.json'), 'calibration'), tolerance: 0 }
  const files: Files = {
    ...Object.fromEntries(Object.entries(GPU_FILES).filter(([path]) => path !== 'golden.json')),
    'calibration.json': asBytes(JSON.stringify(calibration)),
  }

  it('has the graphics card compared with WebAssembly', async () => {
    const tested = await withGpu({ files })
    await tested.model.prepareBatch(LARGE)
    await tested.model.classify(TEXTS, { for: 'batch' })
    expect(await settled(tested)).toEqual({ status: 'in-use' })
    const { wasm, webgpu } = tested.engine().candidates
    expect(wasm.proof).toBeNull()
    expect(webgpu.proof).toMatchObject({ tolerance: 0.01 })
    expect(webgpu.proof?.labelsEqual).toBe(webgpu.proof?.texts)
    expect((await tested.model.calibration()).tolerance).toBe(0.01)
  })

  it('does without it when they differ', async () => {
    const tested = await withGpu({ files, gpuEngine: () => ({ answer: () => fakeLogits('other') }) })
    await tested.model.prepareBatch(LARGE)
    await tested.model.classify(TEXTS, { for: 'batch' })
    expect(await settled(tested)).toMatchObject({ why: 'disagrees' })
  })
})

it('asks for a device that is not there any more without an end', async () => {
  const onLoad = (): never => {
    throw new UndertoneError('gpu-missing', 'no adapter in the worker')
  }
  const tested = await withGpu({ gpuEngine: () => ({ onLoad }) })
  expect(await begun(tested)).toEqual({
    status: 'refused',
    why: 'no-adapter',
    detail: 'no adapter in the worker',
  })
  expect(tested.gpuWorkers).toHaveLength(1)
})
