import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { Standing } from '../../inference/gpu/candidate.ts'
import type { ModelState, ReadyState } from '../../inference/facade/modelState.ts'
import { fakeModel, READY, type FakeModel } from '../../testing/fakeModel.ts'
import { ModelDetails } from './ModelDetails.tsx'

const PROOF = { texts: 48, labelsEqual: 48, maxDifference: 0.0011, tolerance: 0.002 }

function show(state: ModelState): FakeModel {
  const model = fakeModel(state)
  render(
    <ModelDetails open model={model} onClose={() => undefined}>
      <p>the end</p>
    </ModelDetails>,
  )
  return model
}

/** Ready, with the graphics card standing so. */
function withGpu(standing: Standing, change: Partial<ReadyState['candidates']['webgpu']> = {}): ReadyState {
  const { wasm, webgpu } = READY.candidates
  return { ...READY, candidates: { wasm, webgpu: { ...webgpu, standing, ...change } } }
}

function row(name: string): string[] {
  const cells = within(screen.getByRole('row', { name: new RegExp(`^${name}`) })).getAllByRole('cell')
  return cells.map((cell) => cell.textContent)
}

describe('Model details', () => {
  it('shows how far the download is', () => {
    show({ status: 'fetching', loaded: 4_200_000, total: 10_900_000 })
    const bar = screen.getByRole('progressbar', { name: 'Model download' })
    expect(bar.getAttribute('aria-valuenow')).toBe('4200000')
    expect(bar.getAttribute('aria-valuetext')).toBe('4.2 of 10.9 MB')
    expect(screen.getByText('Fetching the model: 4.2 of 10.9 MB')).toBeDefined()
  })

  it('shows both candidates side by side', () => {
    const { wasm, webgpu } = READY.candidates
    show({
      ...READY,
      workers: 2,
      candidates: {
        wasm: { ...wasm, proof: PROOF, textsPerSecond: 231 },
        webgpu: {
          ...webgpu,
          device: 'acme mk-2',
          standing: { status: 'refused', why: 'slower', detail: null },
          proof: { ...PROOF, maxDifference: 0.00001 },
          textsPerSecond: 2.25,
        },
      },
    })
    expect(screen.getByRole('columnheader', { name: /acme mk-2/ })).toBeDefined()
    expect(row('Now')).toEqual(['In use, 2 workers', 'Not used'])
    expect(row('Agreement')).toEqual(['48 of 48 labels', '48 of 48 labels'])
    expect(row('Largest difference')).toEqual(['0.0011 of 0.002 allowed', 'under 0.0001 of 0.002 allowed'])
    expect(row('Speed')).toEqual(['231 texts a second', '2.3 texts a second'])
    expect(screen.getByText(/reads more slowly than WebAssembly/)).toBeDefined()
  })

  it('says what a model without references is: not checked', () => {
    const { wasm, webgpu } = READY.candidates
    show({ ...READY, candidates: { webgpu, wasm: { ...wasm, proof: null } } })
    expect(row('Agreement')).toEqual(['Not checked', 'Not checked'])
    expect(
      screen.getByText(/^WebAssembly is not checked: this model brings no reference answers/),
    ).toBeDefined()
  })

  it('asks before it fetches over a metered connection', async () => {
    const model = show(withGpu({ status: 'asking', bytes: 27_500_000 }))
    expect(screen.getByText(/needs up to 27[.]5 MB once/)).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Fetch up to 27.5 MB' }))
    expect(model.downloadsAllowed).toBe(1)
  })

  it('shows how far the graphics card’s download is', () => {
    show(withGpu({ status: 'fetching', loaded: 5_000_000, total: 10_700_000 }))
    const bar = screen.getByRole('progressbar', { name: 'Graphics card download' })
    expect(bar.getAttribute('aria-valuetext')).toBe('5.0 of 10.7 MB')
  })

  it('says why the graphics card failed, and checks it again when asked', async () => {
    const model = show(
      withGpu({ status: 'refused', why: 'unreachable', detail: 'onnx/gpu.onnx: status 404' }),
    )
    expect(screen.getByText('onnx/gpu.onnx: status 404')).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Check it again' }))
    expect(model.triedAgain).toBe(1)
  })

  it('tells what was survived', () => {
    show({ ...READY, notice: { id: 1, code: 'gpu-lost' } })
    expect(screen.getByText(/WebAssembly reads the rest/)).toBeDefined()
  })

  it.each([
    { persisted: true, words: /promised not to clear it/ },
    { persisted: false, words: /may clear it when space is short/ },
    { persisted: null, words: /^Kept in this browser for the next visit$/ },
  ])('says what the browser promised: $persisted', ({ persisted, words }) => {
    show({ ...READY, details: { ...READY.details, persisted } })
    expect(screen.getByText(words)).toBeDefined()
  })
})

describe('the choice of what runs it', () => {
  it('is one of three, Automatic at first', async () => {
    const model = show(READY)
    const group = screen.getByRole('group', { name: 'Use' })
    expect(within(group).getAllByRole('radio')).toHaveLength(3)
    expect(screen.getByRole('radio', { name: /^Automatic/ })).toHaveProperty('checked', true)
    await userEvent.click(screen.getByRole('radio', { name: /^Graphics card/ }))
    expect(model.settings.getState().preferred).toBe('webgpu')
    expect(screen.getByRole('radio', { name: /^Graphics card/ })).toHaveProperty('checked', true)
  })

  it('does not offer a graphics card that gave other answers, and says why', () => {
    show(
      withGpu({ status: 'refused', why: 'disagrees', detail: null }, { proof: { ...PROOF, labelsEqual: 3 } }),
    )
    expect(screen.getByRole('radio', { name: /^Graphics card.*cannot be chosen here/ })).toHaveProperty(
      'disabled',
      true,
    )
    expect(screen.getByText(/does not give the reference answers on this device/)).toBeDefined()
  })
})

describe('the number of workers', () => {
  it('is automatic, or any that the device has cores for', async () => {
    const model = show(READY)
    const select = screen.getByRole('combobox', { name: 'Workers' })
    expect(
      within(select)
        .getAllByRole('option')
        .map((option) => option.textContent),
    ).toEqual(['Automatic', '1', '2', '3', '4'])
    await userEvent.selectOptions(select, '3')
    expect(model.settings.getState().workers).toBe(3)
    await userEvent.selectOptions(select, 'Automatic')
    expect(model.settings.getState().workers).toBe('auto')
  })
})
