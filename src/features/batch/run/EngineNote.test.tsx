import { act, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { fakeModel, READY } from '../../../testing/fakeModel.ts'
import { EngineNote } from './EngineNote.tsx'

const { wasm, webgpu } = READY.candidates

describe('EngineNote', () => {
  it('is not there when there is nothing to say', () => {
    const { container } = render(<EngineNote model={fakeModel()} />)
    expect(container.childElementCount).toBe(0)
  })

  it('asks before a graphics card is fetched over a metered connection', async () => {
    const standing = { status: 'asking', bytes: 27_500_000 } as const
    const model = fakeModel({ ...READY, candidates: { wasm, webgpu: { ...webgpu, standing } } })
    render(<EngineNote model={model} />)
    expect(screen.getByText(/up to 27[.]5 MB once/)).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Fetch up to 27.5 MB' }))
    expect(model.downloadsAllowed).toBe(1)
  })

  it('says what was survived, until it is dismissed', async () => {
    const model = fakeModel()
    render(<EngineNote model={model} />)
    act(() => model.state.setState({ ...READY, notice: { id: 1, code: 'worker-replaced' } }))
    expect(screen.getByText(/was replaced/)).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }))
    expect(screen.queryByText(/was replaced/)).toBeNull()
  })
})
