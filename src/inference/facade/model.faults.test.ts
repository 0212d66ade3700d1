import { afterEach, describe, expect, it, vi } from 'vitest'
import { UndertoneError } from '../../domain/errors.ts'
import type { TextLogits } from '../../domain/decide.ts'
import type { NoticeCode } from '../../domain/noticeCode.ts'
import { fakeLogits, type FakeEngineOptions } from '../../testing/fakeEngine.ts'
import { GPU_WEIGHTS, manifestOf } from '../../testing/fakeModelHost.ts'
import {
  BATCH,
  begun,
  fullyProved,
  GPU_FILES,
  gpuStanding,
  LARGE,
  testModel,
  withGpu,
  type TestedModel,
} from '../../testing/testModel.ts'

/** What every run has to end with: each row once, in order, as a sound worker answers it. */
const ROWS = Array.from({ length: 600 }, (_, index) => `row ${index}`)
const EXPECTED = ROWS.map(fakeLogits)

afterEach(() => vi.unstubAllGlobals())

/** As the conveyor does: several calls at a time, their size asked for before each. */
async function runAll({ model }: TestedModel): Promise<TextLogits[]> {
  const answers: TextLogits[] = []
  let next = 0
  async function lane(): Promise<void> {
    while (next < ROWS.length) {
      const from = next
      next = Math.min(ROWS.length, from + Math.min(32, model.appetite().texts))
      const texts = ROWS.slice(from, next)
      for (const [index, answer] of (await model.classify(texts, { for: 'batch' })).entries()) {
        expect(answers[from + index], `row ${from + index} twice`).toBeUndefined()
        answers[from + index] = answer
      }
    }
  }
  await Promise.all(Array.from({ length: 6 }, lane))
  return answers
}

/** Notices in the order in which a person saw them, each once. */
function told({ states }: TestedModel): NoticeCode[] {
  const notices = states.flatMap((state) => (state.status === 'ready' ? (state.notice ?? []) : []))
  return notices.filter(({ id }, index) => id !== notices[index - 1]?.id).map(({ code }) => code)
}

/** Does something the first `times` that a row is read. */
function firstRows(times: number, act: () => void): FakeEngineOptions {
  let left = times
  return {
    onText: (text) => {
      if (!text.startsWith('row') || left === 0) return
      left -= 1
      act()
    },
  }
}

describe('on WebAssembly', () => {
  async function ready(tested: TestedModel): Promise<void> {
    await tested.model.prepareBatch(BATCH)
    await fullyProved(tested)
    await vi.waitFor(() => expect(tested.engine().workers).toBe(3))
  }

  it('workers that crash are replaced, every row is answered once, and it is told once', async () => {
    const crashing = firstRows(4, () => tested.workers.findLast(({ terminated }) => !terminated)?.kill())
    const tested = await testModel({ engine: () => crashing })
    await ready(tested)
    expect(await runAll(tested)).toEqual(EXPECTED)
    expect(tested.workers.length).toBeGreaterThanOrEqual(6)
    expect(told(tested)).toEqual(['worker-replaced'])
  })

  it('a worker that hangs is noticed and replaced', async () => {
    const hanging = firstRows(1, () => tested.workers.findLast(({ terminated }) => !terminated)?.vanish())
    const tested = await testModel({ engine: () => hanging, watched: true })
    await ready(tested)
    expect(await runAll(tested)).toEqual(EXPECTED)
    expect(tested.workers).toHaveLength(4)
    expect(told(tested)).toEqual(['worker-replaced'])
  })

  it('memory that runs out leaves fewer workers', async () => {
    const starving = firstRows(1, () => {
      throw new RangeError('WebAssembly.Memory(): could not allocate memory')
    })
    const tested = await testModel({ engine: () => starving })
    await ready(tested)
    expect(await runAll(tested)).toEqual(EXPECTED)
    expect(tested.engine().workers).toBe(2)
    expect(told(tested)).toEqual(['memory-short'])
  })

  it('a model that does not start again is out of service, and can be loaded again', async () => {
    let broken = false
    const tested = await testModel({
      engine: () => ({
        onLoad: () => {
          if (broken) throw new RangeError('out of memory')
        },
      }),
    })
    await tested.model.load()
    await fullyProved(tested)
    broken = true
    tested.workers[0]?.kill()
    await vi.waitFor(() =>
      expect(tested.model.state.getState()).toMatchObject({
        status: 'failed',
        problem: { code: 'out-of-memory' },
      }),
    )
    broken = false
    expect(await tested.model.classify(['again'], { for: 'person' })).toEqual([fakeLogits('again')])
    expect(tested.model.state.getState().status).toBe('ready')
  })

  it('a model that is loaded again in the middle of a batch starts as many workers as before', async () => {
    let broken = false
    const tested = await testModel({
      engine: () => ({
        onLoad: () => {
          if (broken) throw new RangeError('out of memory')
        },
      }),
    })
    await ready(tested)
    broken = true
    for (const worker of tested.workers) worker.kill()
    await vi.waitFor(() => expect(tested.model.state.getState().status).toBe('failed'))
    broken = false
    expect(await runAll(tested)).toEqual(EXPECTED)
    await vi.waitFor(() => expect(tested.engine().workers).toBe(3))
    expect(tested.engine().notice).toMatchObject({ code: 'worker-replaced' })
    expect(told(tested)).toEqual(['worker-replaced'])
  })
})

describe('on a graphics card', () => {
  const lose = (): never => {
    throw new UndertoneError('gpu-lost', 'the device is gone')
  }

  it('a device that is lost once is asked for again', async () => {
    const losing = firstRows(1, lose)
    const tested = await withGpu({ gpuEngine: () => losing })
    await begun(tested)
    expect(await runAll(tested)).toEqual(EXPECTED)
    expect(gpuStanding(tested)).toEqual({ status: 'in-use' })
    expect(tested.gpuWorkers).toHaveLength(2)
    expect(told(tested)).toEqual(['gpu-restarted'])
  })

  it('a device that is lost again is given up: WebAssembly reads the rest', async () => {
    const tested = await withGpu({ gpuEngine: (index) => firstRows(index < 2 ? Infinity : 0, lose) })
    await begun(tested)
    expect(await runAll(tested)).toEqual(EXPECTED)
    expect(gpuStanding(tested)).toMatchObject({ status: 'refused', why: 'lost' })
    expect(told(tested)).toEqual(['gpu-restarted', 'gpu-lost'])
    expect(tested.engine().candidates.wasm.standing).toEqual({ status: 'in-use' })
    await vi.waitFor(() => expect(tested.engine().workers).toBe(3))
  })

  it('an adapter that is gone when the device is asked for again leaves the rest to WebAssembly', async () => {
    const losing = firstRows(1, lose)
    const gone = (): never => {
      throw new UndertoneError('gpu-missing', 'no adapter')
    }
    const tested = await withGpu({
      gpuEngine: (index) => (index === 0 ? losing : { onLoad: gone }),
    })
    await begun(tested)
    expect(await runAll(tested)).toEqual(EXPECTED)
    expect(gpuStanding(tested)).toMatchObject({ status: 'refused', why: 'lost' })
    expect(told(tested)).toEqual(['gpu-restarted', 'gpu-lost'])
  })

  it('a worker that hangs is noticed, and started again', async () => {
    const hanging = firstRows(1, () => tested.gpuWorkers[0]?.vanish())
    const tested = await withGpu({ gpuEngine: () => hanging, watched: true })
    await begun(tested)
    expect(await runAll(tested)).toEqual(EXPECTED)
    expect(tested.gpuWorkers).toHaveLength(2)
    expect(told(tested)).toEqual(['gpu-restarted'])
  })

  it('memory that runs out twice leaves the rest to WebAssembly', async () => {
    const starve = (): never => {
      throw new RangeError('Array buffer allocation failed')
    }
    const tested = await withGpu({ gpuEngine: (index) => firstRows(index < 2 ? Infinity : 0, starve) })
    await begun(tested)
    expect(await runAll(tested)).toEqual(EXPECTED)
    expect(gpuStanding(tested)).toMatchObject({ why: 'lost' })
  })

  it('half precision that the adapter lacks is noticed before anything is fetched', async () => {
    const gpu = { usable: true, name: 'old card', software: false, f16: false } as const
    const tested = await withGpu({ device: { gpu } })
    const manifest = new TextDecoder().decode(await manifestOf(GPU_FILES))
    tested.host.answer(
      'manifest.json',
      () => new Response(manifest.replaceAll(GPU_WEIGHTS, 'onnx/gpu_fp16.onnx')),
    )
    expect(await begun(tested)).toMatchObject({ status: 'refused', why: 'no-f16' })
    expect(await runAll(tested)).toEqual(EXPECTED)
    expect(told(tested)).toEqual([])
  })

  it('a second batch asks for a lost device again', async () => {
    const tested = await withGpu({ gpuEngine: (index) => firstRows(index < 2 ? Infinity : 0, lose) })
    await begun(tested)
    await runAll(tested)
    await tested.model.prepareBatch(LARGE)
    await runAll(tested)
    await vi.waitFor(() => expect(gpuStanding(tested)).toEqual({ status: 'in-use' }))
  })
})
