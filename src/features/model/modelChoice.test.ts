import { describe, expect, it, vi } from 'vitest'
import { UndertoneError } from '../../domain/errors.ts'
import { siteSource, type DeployedModel, type Deployment } from '../../inference/package/deployment.ts'
import type { PlacedFile } from '../../inference/package/localFolder.ts'
import type { ModelSource } from '../../inference/package/modelPackage.ts'
import { fakeModel } from '../../testing/fakeModel.ts'
import { createModelChoice } from './modelChoice.ts'

const PLAIN: DeployedModel = { folder: 'https://undertone.example/plain/', name: 'Plain', meanings: {} }
const OTHER: DeployedModel = { folder: 'https://undertone.example/other/', name: 'Other', meanings: {} }
const NAMELESS: DeployedModel = {
  folder: 'https://undertone.example/nameless/',
  name: 'Nameless',
  meanings: {},
}
const SITE: Deployment = { models: [PLAIN, OTHER, NAMELESS], first: PLAIN }

function start() {
  const model = fakeModel()
  const choose = vi.fn<(source: ModelSource) => Promise<void>>(() => Promise.resolve())
  model.choose = choose
  const siteLabels = vi.fn((folder: string) =>
    Promise.resolve(
      folder === NAMELESS.folder ? ['LABEL_0', 'LABEL_1'] : ['negative', 'neutral', 'positive'],
    ),
  )
  const choice = createModelChoice({ model, deployment: () => Promise.resolve(SITE), siteLabels })
  return { choice, choose, siteLabels, now: () => choice.state.getState() }
}

function folder(labels: Record<string, string>, name = 'mine'): PlacedFile[] {
  const files = {
    'config.json': JSON.stringify({ id2label: labels }),
    'tokenizer.json': '{}',
    'model.onnx': 'x',
  }
  return Object.entries(files).map(([path, text]) => ({
    path: `${name}/${path}`,
    file: new File([text], path),
  }))
}

const broken = (code: 'model-missing' | 'internal' = 'model-missing') => new UndertoneError(code, 'it broke')

describe('the models of a site', () => {
  it('are listed, and the first is in use', async () => {
    const { now } = start()
    await vi.waitFor(() => expect(now().models).toEqual(SITE.models))
    expect(now().inUse).toEqual(siteSource(PLAIN))
  })

  it('are used at once when their labels are known', async () => {
    const { choice, choose, now } = start()
    await choice.chooseDeployed(OTHER)
    expect(choose.mock.calls).toEqual([[siteSource(OTHER)]])
    expect(now()).toMatchObject({ inUse: siteSource(OTHER), question: null, failure: null })
  })

  it('are used at once when config.json tells what their labels mean', async () => {
    const { choice, choose } = start()
    const meanings = { LABEL_0: 'negative', LABEL_1: 'positive' } as const
    await choice.chooseDeployed({ ...NAMELESS, meanings })
    expect(choose.mock.calls).toEqual([[{ kind: 'site', folder: NAMELESS.folder, meanings }]])
  })

  it('are asked about otherwise, and used with the answer', async () => {
    const { choice, choose, now } = start()
    await choice.chooseDeployed(NAMELESS)
    expect(choose).not.toHaveBeenCalled()
    expect(now().question).toMatchObject({ name: 'Nameless', local: false, labels: ['LABEL_0', 'LABEL_1'] })
    await now().question?.answer(['positive', 'negative'])
    const meanings = { LABEL_0: 'positive', LABEL_1: 'negative' }
    expect(choose.mock.calls).toEqual([[{ kind: 'site', folder: NAMELESS.folder, meanings }]])
    expect(now().question).toBeNull()
  })

  it('leave the one in use alone when they cannot be reached', async () => {
    const { choice, choose, siteLabels, now } = start()
    siteLabels.mockRejectedValueOnce(broken())
    await choice.chooseDeployed(OTHER)
    expect(choose).not.toHaveBeenCalled()
    expect(now().failure).toEqual({ name: 'Other', problem: { code: 'model-missing', message: 'it broke' } })
  })

  it('give way to the one before when they fail to start', async () => {
    const { choice, choose, now } = start()
    await vi.waitFor(() => expect(now().inUse).not.toBeNull())
    choose.mockRejectedValueOnce(broken())
    await choice.chooseDeployed(OTHER)
    expect(choose.mock.calls).toEqual([[siteSource(OTHER)], [siteSource(PLAIN)]])
    expect(now()).toMatchObject({ inUse: siteSource(PLAIN), failure: { name: 'Other' } })
  })

  it('are dropped when another one is chosen while their labels are being read', async () => {
    const { choice, choose, siteLabels, now } = start()
    let answer: (labels: string[]) => void = () => undefined
    siteLabels.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)))
    const slow = choice.chooseDeployed(NAMELESS)
    await choice.chooseDeployed(OTHER)
    answer(['LABEL_0', 'LABEL_1'])
    await slow
    expect(choose.mock.calls).toEqual([[siteSource(OTHER)]])
    expect(now().question).toBeNull()
  })

  it('do not bring an earlier one back when a later one overtook them', async () => {
    const { choice, choose, now } = start()
    let fail: (reason: Error) => void = () => undefined
    choose.mockReturnValueOnce(new Promise((_, reject) => (fail = reject)))
    const slow = choice.chooseDeployed(OTHER)
    await vi.waitFor(() => expect(choose).toHaveBeenCalledOnce())
    await choice.chooseDeployed(PLAIN)
    fail(new DOMException('another model was chosen', 'AbortError'))
    await slow
    expect(choose.mock.calls).toEqual([[siteSource(OTHER)], [siteSource(PLAIN)]])
    expect(now()).toMatchObject({ inUse: siteSource(PLAIN), failure: null })
  })
})

describe('a model from this device', () => {
  it('is used once it is known what its labels mean, and can be chosen again', async () => {
    const { choice, choose, now } = start()
    await choice.offerLocal(folder({ 0: 'NEG', 1: 'POS' }))
    expect(now().question).toMatchObject({ name: 'mine', local: true, labels: ['NEG', 'POS'], before: null })
    await now().question?.answer(['negative', 'positive'])
    const source = now().inUse
    expect(source).toMatchObject({ kind: 'local', name: 'mine', outputs: ['negative', 'positive'] })
    await choice.chooseDeployed(PLAIN)
    await choice.chooseLocal()
    expect(choose.mock.calls).toEqual([[source], [siteSource(PLAIN)], [source]])
  })

  it('can be given other meanings later, beginning with the ones it has', async () => {
    const { choice, choose, now } = start()
    await choice.offerLocal(folder({ 0: 'A', 1: 'B' }))
    await now().question?.answer(['negative', 'positive'])
    await choice.relabelLocal()
    expect(now().question?.before).toEqual(['negative', 'positive'])
    await now().question?.answer(['positive', 'negative'])
    expect(choose.mock.lastCall).toMatchObject([{ kind: 'local', outputs: ['positive', 'negative'] }])
  })

  it('is refused with a reason when the folder is none, and nothing else changes', async () => {
    const { choice, choose, now } = start()
    await choice.offerLocal([{ path: 'mine/model.onnx', file: new File([], 'model.onnx') }])
    expect(choose).not.toHaveBeenCalled()
    expect(now()).toMatchObject({
      question: null,
      failure: { name: 'mine', problem: { code: 'model-unsupported' } },
    })
  })

  it('is blamed for what breaks while it starts, and the one before is back', async () => {
    const { choice, choose, now } = start()
    await vi.waitFor(() => expect(now().inUse).not.toBeNull())
    await choice.offerLocal(folder({ 0: 'NEG', 1: 'POS' }))
    choose.mockRejectedValueOnce(broken('internal'))
    await now().question?.answer(['negative', 'positive'])
    expect(choose.mock.lastCall).toEqual([siteSource(PLAIN)])
    expect(now()).toMatchObject({
      local: null,
      failure: { name: 'mine', problem: { code: 'model-unsupported', message: 'it broke' } },
    })
  })

  it('that could not even be read is a failure, and a new try forgets it', async () => {
    const { choice, now } = start()
    choice.refuse(new DOMException('gone', 'NotFoundError'))
    expect(now().failure?.problem.code).toBe('file-unreadable')
    await choice.offerLocal(folder({ 0: 'NEG', 1: 'POS' }))
    expect(now().failure).toBeNull()
  })

  it('is left unused when nobody answers', async () => {
    const { choice, choose, now } = start()
    await choice.offerLocal(folder({ 0: 'NEG', 1: 'POS' }))
    choice.dismiss()
    expect(now().question).toBeNull()
    expect(choose).not.toHaveBeenCalled()
  })
})
