import { act, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { fakeModel } from '../../testing/fakeModel.ts'
import { fakeServices } from '../../testing/fakeServices.ts'
import { ModelStatus } from './ModelStatus.tsx'

function show(loaded: number) {
  const model = fakeModel({ status: 'fetching', loaded, total: 10_900_000 })
  const view = render(<ModelStatus services={{ ...fakeServices(), model }} />)
  return { model, view }
}

describe('Model status', () => {
  it('says what is fetched, and shows the bytes without announcing them', () => {
    const { model } = show(0)
    const status = screen.getByRole('status', { name: 'Model status' })
    expect(status.textContent).toBe('Fetching the model')
    act(() => model.state.setState({ status: 'fetching', loaded: 5_450_000, total: 10_900_000 }))
    expect(status.textContent).toBe('Fetching the model')
    expect(screen.getByText('5.5 of 10.9 MB').getAttribute('aria-hidden')).toBe('true')
  })

  it('draws how far the download is', () => {
    const { view } = show(5_450_000)
    expect(view.container.querySelector<HTMLElement>('[style]')?.style.width).toBe('50%')
  })

  it('opens Model details', async () => {
    show(0)
    await userEvent.click(screen.getByRole('button', { name: 'Model details' }))
    expect(screen.getByRole('dialog', { name: 'Model details' })).toBeDefined()
  })
})
