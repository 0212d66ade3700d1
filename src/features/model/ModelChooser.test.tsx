import { render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { createStore } from 'zustand/vanilla'
import { expect, it, vi } from 'vitest'
import { siteSource, type DeployedModel } from '../../inference/package/deployment.ts'
import type { ModelState } from '../../inference/facade/modelState.ts'
import { READY } from '../../testing/fakeModel.ts'
import type { ChoiceState, LocalSource, ModelChoice } from './modelChoice.ts'
import { ModelChooser } from './ModelChooser.tsx'

const PLAIN: DeployedModel = { folder: 'https://undertone.example/plain/', name: 'Plain', meanings: {} }
const STARS: DeployedModel = { folder: 'https://undertone.example/stars/', name: 'Stars', meanings: {} }
const MINE: LocalSource = { kind: 'local', name: 'mine', files: new Map(), outputs: ['negative', 'positive'] }

function show(change: Partial<ChoiceState> = {}, status: ModelState = READY) {
  const state = createStore<ChoiceState>(() => ({
    models: [PLAIN, STARS],
    local: null,
    inUse: siteSource(PLAIN),
    question: null,
    failure: null,
    ...change,
  }))
  const nothing = () => Promise.resolve()
  const choice = {
    state,
    chooseDeployed: vi.fn<ModelChoice['chooseDeployed']>(nothing),
    chooseLocal: vi.fn<ModelChoice['chooseLocal']>(nothing),
    relabelLocal: vi.fn<ModelChoice['relabelLocal']>(nothing),
    offerLocal: vi.fn<ModelChoice['offerLocal']>(nothing),
    refuse: vi.fn<ModelChoice['refuse']>(),
    dismiss: vi.fn<ModelChoice['dismiss']>(),
  }
  render(<ModelChooser choice={choice} status={status} />)
  return { choice, user: userEvent.setup() }
}

const use = () => screen.getByRole('button', { name: 'Use this model' })

it('offers the models of the site and marks the one in use', async () => {
  const { choice, user } = show()
  screen.getByRole('group', { name: 'Model to use' })
  expect(screen.getByRole('radio', { name: 'Plain · in use' })).toHaveProperty('checked', true)
  expect(use().title).toBe('This model is in use')
  await user.click(use())
  expect(choice.chooseDeployed).not.toHaveBeenCalled()
})

it('uses another one only when asked to, so that arrow keys load nothing', async () => {
  const { choice, user } = show()
  await user.click(screen.getByRole('radio', { name: 'Stars' }))
  expect(choice.chooseDeployed).not.toHaveBeenCalled()
  await user.click(use())
  expect(choice.chooseDeployed).toHaveBeenCalledExactlyOnceWith(STARS)
})

it('has nothing to choose while there is one model', () => {
  show({ models: [PLAIN] })
  expect(screen.queryByRole('radio')).toBeNull()
})

it('offers the model of this device again, and to change its labels', async () => {
  const { choice, user } = show({ models: [PLAIN], local: MINE })
  await user.click(screen.getByRole('radio', { name: 'mine · from this device' }))
  await user.click(use())
  expect(choice.chooseLocal).toHaveBeenCalledOnce()
  await user.click(screen.getByRole('button', { name: 'Change the labels of mine' }))
  expect(choice.relabelLocal).toHaveBeenCalledOnce()
})

it('takes a folder of this device', async () => {
  const { choice, user } = show()
  const file = new File(['{}'], 'config.json')
  Object.defineProperty(file, 'webkitRelativePath', { value: 'mine/config.json' })
  await user.upload(screen.getByLabelText('Folder of a model'), file)
  expect(choice.offerLocal).toHaveBeenCalledExactlyOnceWith([{ path: 'mine/config.json', file }])
})

it('says why a model is not used', () => {
  show({
    failure: { name: 'mine', problem: { code: 'model-unsupported', message: 'There is no .onnx file.' } },
  })
  const alert = screen.getByRole('alert')
  expect(alert.textContent).toContain('This model cannot be used here.')
  expect(alert.textContent).toContain('mine: There is no .onnx file.')
})

it('asks what labels mean, and keeps the model in use when nobody answers', async () => {
  const question = {
    name: 'mine',
    local: true,
    labels: ['NEG', 'POS'],
    before: null,
    answer: () => Promise.resolve(),
  }
  const { choice, user } = show({ question })
  await user.click(await screen.findByRole('button', { name: 'Keep the one in use' }))
  expect(choice.dismiss).toHaveBeenCalledOnce()
})

it('offers to say what the labels of the first model mean when nobody knows', async () => {
  const problem = { code: 'labels-unknown', message: 'not known: LABEL_0' } as const
  const { choice, user } = show({ models: [PLAIN] }, { status: 'failed', problem })
  await user.click(screen.getByRole('button', { name: 'Say what its labels mean' }))
  await waitFor(() => expect(choice.chooseDeployed).toHaveBeenCalledExactlyOnceWith(PLAIN))
})
