import { afterEach, describe, expect, it, vi } from 'vitest'
import { toProblem } from '../../domain/errors.ts'
import { fakeLogits, type FakeEngineOptions } from '../../testing/fakeEngine.ts'
import { FOLDER, manifestOf, WASM_WEIGHTS } from '../../testing/fakeModelHost.ts'
import { FILES, statuses, testModel, type TestedModel } from '../../testing/testModel.ts'
import type { ModelSource } from '../package/modelPackage.ts'

afterEach(() => vi.unstubAllGlobals())

describe('choose', () => {
  const OTHER: ModelSource = { kind: 'site', folder: `${FOLDER}other/` }

  async function twoModels(engine: FakeEngineOptions = {}): Promise<TestedModel> {
    const tested = await testModel({ engine: () => engine })
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
    expect(host.asked).toContain(`other/${WASM_WEIGHTS}`)
    expect(model.state.getState().status).toBe('ready')
  })

  it('rejects what waits for the old model as aborted', async () => {
    const { model } = await twoModels({
      onText: (text) => (text === 'slow' ? new Promise(() => undefined) : undefined),
    })
    await model.load()
    const old = model.classify(['slow'], { for: 'person' })
    const next = model.choose(OTHER)
    expect(await old.catch(toProblem)).toMatchObject({ code: 'aborted' })
    await next
    expect(await model.classify(['a'], { for: 'person' })).toEqual([fakeLogits('a')])
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
    expect(host.asked).toContain(`other/${WASM_WEIGHTS}`)
  })
})
