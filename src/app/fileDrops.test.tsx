import { act, render, screen, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import type { PlacedFile } from '../inference/package/localFolder.ts'
import { drag, drop, emptyPage, looseFile, paste } from '../testing/dropFiles.ts'
import { DropOverlay } from './DropOverlay.tsx'
import { watchDrops } from './fileDrops.ts'

function show() {
  const onFiles = vi.fn<(files: readonly File[]) => void>()
  const onModel = vi.fn<(files: readonly PlacedFile[]) => void>()
  const onUnreadable = vi.fn<(reason: unknown) => void>()
  const page = emptyPage()
  const dragging = watchDrops(page, { onFiles, onModel, onUnreadable })
  return { page, dragging, onFiles, onModel, onUnreadable }
}

it('opens files that were dropped', async () => {
  const { page, onFiles, onModel } = show()
  const march = looseFile('march.csv')
  drop(page, { 'march.csv': march })
  await waitFor(() => expect(onFiles).toHaveBeenCalledExactlyOnceWith([march]))
  expect(onModel).not.toHaveBeenCalled()
})

it('offers the model in a folder, with everything in it', async () => {
  const { page, onFiles, onModel } = show()
  const [config, weights] = [looseFile('config.json'), looseFile('model.onnx')]
  drop(page, {
    mine: { 'config.json': config, onnx: { 'model.onnx': weights }, '.DS_Store': looseFile('.DS_Store') },
  })
  await waitFor(() => expect(onModel).toHaveBeenCalledOnce())
  expect(onModel.mock.lastCall).toEqual([
    [
      { path: 'mine/config.json', file: config },
      { path: 'mine/onnx/model.onnx', file: weights },
    ],
  ])
  expect(onFiles).not.toHaveBeenCalled()
})

it('offers a model whose files were dropped one by one', async () => {
  const { page, onModel } = show()
  const weights = looseFile('model.onnx')
  drop(page, { 'model.onnx': weights })
  await waitFor(() =>
    expect(onModel).toHaveBeenCalledExactlyOnceWith([{ path: 'model.onnx', file: weights }]),
  )
})

it('opens the files of a folder of reviews', async () => {
  const { page, onFiles } = show()
  const [march, april] = [looseFile('march.csv'), looseFile('april.csv')]
  drop(page, { reviews: { 'march.csv': march, '2026': { 'april.csv': april } } })
  await waitFor(() => expect(onFiles).toHaveBeenCalledExactlyOnceWith([march, april]))
})

it('says of an empty folder that it is no model', async () => {
  const { page, onModel } = show()
  drop(page, { empty: {} })
  await waitFor(() => expect(onModel).toHaveBeenCalledExactlyOnceWith([]))
})

it('does not read a whole disk', async () => {
  const { page, onUnreadable } = show()
  drop(page, {
    disk: Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`${index}.txt`, looseFile('x')])),
  })
  await waitFor(() => expect(onUnreadable).toHaveBeenCalledOnce())
  expect(String(onUnreadable.mock.lastCall?.[0])).toContain('more than 2000 files')
})

it.each(['dragenter', 'dragover'] as const)(
  'takes what is dragged and says what will happen, at %s',
  (kind) => {
    const { page, dragging } = show()
    render(<DropOverlay state={dragging} />)
    act(() => expect(drag(page, kind, ['Files']).defaultPrevented).toBe(true))
    screen.getByText(/Drop reviews to open them in Batch, or a model’s folder to use it/)
  },
)

it.each(['dragenter', 'dragover'] as const)('leaves alone what is no file, at %s', (kind) => {
  const { page, dragging } = show()
  render(<DropOverlay state={dragging} />)
  act(() => expect(drag(page, kind, ['text/plain']).defaultPrevented).toBe(false))
  expect(screen.queryByText(/Drop reviews/)).toBeNull()
})

it('opens files that were pasted', () => {
  const { page, onFiles } = show()
  const march = looseFile('march.csv')
  expect(paste(page, [march]).defaultPrevented).toBe(true)
  expect(onFiles).toHaveBeenCalledWith([march])
})

it('leaves the text alone that comes with a picture of itself, as from a spreadsheet', () => {
  const { page, onFiles, onModel } = show()
  expect(paste(page, [new File(['x'], 'image.png', { type: 'image/png' })]).defaultPrevented).toBe(false)
  expect(onFiles).not.toHaveBeenCalled()
  expect(onModel).not.toHaveBeenCalled()
})
