import { act, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { StrictMode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { drop, emptyPage, looseFile, paste } from '../testing/dropFiles.ts'
import { fakeServices } from '../testing/fakeServices.ts'
import { reviewFile } from '../testing/reviewFile.ts'
import { endBatch } from '../testing/showBatch.tsx'
import { App } from './App.tsx'
import { watchDrops } from './fileDrops.ts'
import { lazyView } from './lazyView.tsx'
import type { PageView } from './pageView.ts'
import { createShell } from './shell.ts'
import { VIEWS } from './views.tsx'

afterEach(endBatch)

/** The page as `main.tsx` builds it, with `more` views; `show` draws it. */
function build(...more: PageView[]) {
  const services = fakeServices()
  const shell = createShell(services, [...VIEWS, ...more])
  const page = emptyPage()
  const dragging = watchDrops(page, {
    onFiles: shell.openFiles,
    onModel: services.panel.offer,
    onUnreadable: services.panel.refuse,
  })
  const show = () =>
    render(
      <StrictMode>
        <App services={services} shell={shell} dragging={dragging} />
      </StrictMode>,
    )
  return { services, shell, page, show, user: userEvent.setup() }
}

const THIRD: PageView = { name: 'third', label: 'Third', Panel: () => <p>The third view</p> }

describe('the list of views', () => {
  it('gives each view a tab, and a panel on the first visit that is kept', async () => {
    const { show, user } = build(THIRD)
    show()
    expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual(['Text', 'Batch', 'Third'])
    expect(screen.queryByText('The third view')).toBeNull()
    await user.click(screen.getByRole('tab', { name: 'Third' }))
    expect(screen.getByRole('tabpanel', { name: 'Third' }).textContent).toBe('The third view')
    await user.click(screen.getByRole('tab', { name: 'Text' }))
    expect(screen.getByRole('textbox', { name: 'Review text' })).toBeDefined()
    expect(screen.getByText('The third view')).toBeDefined()
  })

  it('says of a view that cannot be fetched that it is missing, and fetches it again', async () => {
    // React says what a boundary caught.
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const load = vi.fn(() => Promise.resolve({ default: () => <p>Fetched</p> }))
    load.mockRejectedValue(new TypeError('Failed to fetch'))
    const { show, user } = build({ name: 'late', label: 'Late', ...lazyView(load, () => ({})) })
    show()
    await user.click(screen.getByRole('tab', { name: 'Late' }))
    expect((await screen.findByRole('alert')).textContent).toContain(
      'This part of the page could not be fetched.',
    )
    load.mockResolvedValue({ default: () => <p>Fetched</p> })
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('Fetched')).toBeDefined()
  })

  it('is fetched ahead when asked to, and a failure of that is nobody’s', async () => {
    const load = vi.fn(() => Promise.reject(new TypeError('Failed to fetch')))
    const { services, shell } = build({ name: 'late', label: 'Late', ...lazyView(load, () => ({})) })
    const start = vi.spyOn(services.table, 'start')
    shell.preload()
    await waitFor(() => expect(load).toHaveBeenCalledOnce())
    expect(start).toHaveBeenCalledOnce()
  })
})

describe('files that a person drops or pastes once', () => {
  it.each([
    { how: 'dropped', hand: (page: Document, file: File) => drop(page, { [file.name]: file }) },
    { how: 'pasted', hand: (page: Document, file: File) => paste(page, [file]) },
  ])('are opened once when $how', async ({ hand }) => {
    const { services, page, show } = build()
    const open = vi.spyOn(services.table, 'open')
    show()
    act(() => void hand(page, looseFile('march.csv', reviewFile())))
    expect(await screen.findByRole('heading', { name: 'march.csv' })).toBeDefined()
    expect(open).toHaveBeenCalledOnce()
    expect(screen.getByRole('tab', { name: 'Batch' }).getAttribute('aria-selected')).toBe('true')
  })

  it('are opened although nothing was drawn yet', async () => {
    const { page, show } = build()
    expect(drop(page, { 'march.csv': looseFile('march.csv', reviewFile()) }).defaultPrevented).toBe(true)
    await act(() => Promise.resolve())
    show()
    expect(await screen.findByRole('heading', { name: 'march.csv' })).toBeDefined()
  })

  it('are offered once when they are a model, in Model details', async () => {
    const { services, page, show } = build()
    const offer = vi.spyOn(services.panel.choice, 'offerLocal')
    show()
    act(() => void drop(page, { mine: { 'model.onnx': looseFile('model.onnx') } }))
    const dialog = await screen.findByRole('dialog', { name: 'Model details' })
    await waitFor(() => expect(dialog.textContent).toContain('This model cannot be used here.'))
    expect(offer).toHaveBeenCalledOnce()
  })
})
