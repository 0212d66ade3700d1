import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeLogits } from '../../testing/fakeEngine.ts'
import { BATCH, fullyProved, testModel, type TestedModel } from '../../testing/testModel.ts'

const TEXTS = Array.from({ length: 300 }, (_, index) => `text ${index}`)

afterEach(() => vi.unstubAllGlobals())

async function running(options: Parameters<typeof testModel>[0] = {}): Promise<TestedModel> {
  const tested = await testModel(options)
  await tested.model.prepareBatch(BATCH)
  await fullyProved(tested)
  await vi.waitFor(() => expect(tested.engine().workers).toBe(tested.model.workersForBatch()))
  return tested
}

describe('the number of workers', () => {
  it('that a person sets holds at once, in the middle of a batch', async () => {
    const tested = await running()
    const answers = tested.model.classify(TEXTS, { for: 'batch' })
    tested.model.set({ workers: 1 })
    await vi.waitFor(() => expect(tested.engine().workers).toBe(1))
    tested.model.set({ workers: 4 })
    await vi.waitFor(() => expect(tested.engine().workers).toBe(4))
    expect(await answers).toEqual(TEXTS.map(fakeLogits))
    expect(tested.engine().notice).toBeNull()
  })

  it('is never more than the device has cores for', async () => {
    const { model } = await running({ device: { mostWorkers: 2 } })
    model.set({ workers: 64 })
    expect(model.workersForBatch()).toBe(2)
  })

  it('follows the battery', async () => {
    const { model, device, engine } = await running()
    device.workers = 1
    device.workersChanged()
    expect(model.workersForBatch()).toBe(1)
    await vi.waitFor(() => expect(engine().workers).toBe(1))
  })

  it('does not follow the battery when a person set it', async () => {
    const { model, device, engine } = await running()
    model.set({ workers: 2 })
    await vi.waitFor(() => expect(engine().workers).toBe(2))
    device.workers = 1
    device.workersChanged()
    expect(model.workersForBatch()).toBe(2)
    expect(await model.classify(TEXTS, { for: 'batch' })).toHaveLength(TEXTS.length)
    expect(engine().workers).toBe(2)
  })

  it('starts none before there is a batch', async () => {
    const { model, workers } = await testModel()
    await model.load()
    model.set({ workers: 4 })
    await model.classify(['single'], { for: 'person' })
    expect(workers).toHaveLength(1)
  })
})

describe('the browser’s promise to keep what is stored', () => {
  it('is asked for when a first batch begins, once, and shown', async () => {
    const { model, device } = await testModel()
    await model.load()
    await model.classify(['single'], { for: 'person' })
    expect(device.persistAsked).toBe(0)
    await model.prepareBatch(BATCH)
    await model.prepareBatch(BATCH)
    expect(device.persistAsked).toBe(1)
    await vi.waitFor(() => expect(model.state.getState()).toMatchObject({ details: { persisted: true } }))
  })
})

it('a notice stays until it is dismissed', async () => {
  const { model, workers, engine } = await running()
  workers[0]?.kill()
  await vi.waitFor(() => expect(engine().notice).toMatchObject({ code: 'worker-replaced' }))
  model.dismissNotice()
  expect(engine().notice).toBeNull()
})
