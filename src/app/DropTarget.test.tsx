import { createEvent, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import type { PlacedFile } from '../inference/package/localFolder.ts'
import { DropTarget } from './DropTarget.tsx'

function show() {
  const onFiles = vi.fn<(files: readonly File[]) => void>()
  const onModel = vi.fn<(files: readonly PlacedFile[]) => void>()
  const onUnreadable = vi.fn<(reason: unknown) => void>()
  render(<DropTarget onFiles={onFiles} onModel={onModel} onUnreadable={onUnreadable} />)
  return { onFiles, onModel, onUnreadable }
}

/** Files by path, as the browser gives those of a folder: bit by bit, an empty portion at the end. */
interface Tree {
  [name: string]: File | Tree
}

function entryOf(
  name: string,
  content: File | Tree,
  parent = '',
): Partial<FileSystemDirectoryEntry & FileSystemFileEntry> {
  const fullPath = `${parent}/${name}`
  if (content instanceof File) {
    return { name, fullPath, isFile: true, isDirectory: false, file: (resolve) => resolve(content) }
  }
  const portions = [...Object.entries(content).map(([child, inner]) => [entryOf(child, inner, fullPath)]), []]
  return {
    name,
    fullPath,
    isFile: false,
    isDirectory: true,
    createReader: () => ({
      readEntries: (resolve) => resolve((portions.shift() ?? []) as FileSystemEntry[]),
    }),
  }
}

function drop(tree: Tree): void {
  const files = Object.entries(tree).map(([name, content]) =>
    content instanceof File ? content : new File([], name),
  )
  const items = Object.entries(tree).map(([name, content]) => ({
    webkitGetAsEntry: () => entryOf(name, content),
  }))
  const event = createEvent.drop(document.body)
  Object.defineProperty(event, 'dataTransfer', { value: { files, items, types: ['Files'] } })
  fireEvent(document.body, event)
}

/** jsdom knows no folders. */
function file(name: string): File {
  return Object.defineProperty(new File(['x'], name), 'webkitRelativePath', { value: '' })
}

it('opens files that were dropped', async () => {
  const { onFiles, onModel } = show()
  const march = file('march.csv')
  drop({ 'march.csv': march })
  await waitFor(() => expect(onFiles).toHaveBeenCalledExactlyOnceWith([march]))
  expect(onModel).not.toHaveBeenCalled()
})

it('offers the model in a folder, with everything in it', async () => {
  const { onFiles, onModel } = show()
  const [config, weights] = [file('config.json'), file('model.onnx')]
  drop({ mine: { 'config.json': config, onnx: { 'model.onnx': weights }, '.DS_Store': file('.DS_Store') } })
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
  const { onModel } = show()
  const weights = file('model.onnx')
  drop({ 'model.onnx': weights })
  await waitFor(() =>
    expect(onModel).toHaveBeenCalledExactlyOnceWith([{ path: 'model.onnx', file: weights }]),
  )
})

it('opens the files of a folder of reviews', async () => {
  const { onFiles } = show()
  const [march, april] = [file('march.csv'), file('april.csv')]
  drop({ reviews: { 'march.csv': march, '2026': { 'april.csv': april } } })
  await waitFor(() => expect(onFiles).toHaveBeenCalledExactlyOnceWith([march, april]))
})

it('says of an empty folder that it is no model', async () => {
  const { onModel } = show()
  drop({ empty: {} })
  await waitFor(() => expect(onModel).toHaveBeenCalledExactlyOnceWith([]))
})

it('does not read a whole disk', async () => {
  const { onUnreadable } = show()
  drop({ disk: Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`${index}.txt`, file('x')])) })
  await waitFor(() => expect(onUnreadable).toHaveBeenCalledOnce())
  expect(String(onUnreadable.mock.lastCall?.[0])).toContain('more than 2000 files')
})

it.each(['dragEnter', 'dragOver'] as const)('takes what is dragged and says what will happen, at %s', (kind) => {
  show()
  const event = createEvent[kind](document.body)
  Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'] } })
  fireEvent(document.body, event)
  expect(event.defaultPrevented).toBe(true)
  screen.getByText(/Drop reviews to open them in Batch, or a model’s folder to use it/)
})

it.each(['dragEnter', 'dragOver'] as const)('leaves alone what is no file, at %s', (kind) => {
  show()
  const event = createEvent[kind](document.body)
  Object.defineProperty(event, 'dataTransfer', { value: { types: ['text/plain'] } })
  fireEvent(document.body, event)
  expect(event.defaultPrevented).toBe(false)
  expect(screen.queryByText(/Drop reviews/)).toBeNull()
})

function paste(files: readonly File[]): Event {
  const event = createEvent.paste(document.body)
  Object.defineProperty(event, 'clipboardData', { value: { files } })
  fireEvent(document.body, event)
  return event
}

it('opens files that were pasted', () => {
  const { onFiles } = show()
  const march = file('march.csv')
  expect(paste([march]).defaultPrevented).toBe(true)
  expect(onFiles).toHaveBeenCalledWith([march])
})

it('leaves the text alone that comes with a picture of itself, as from a spreadsheet', () => {
  const { onFiles, onModel } = show()
  expect(paste([new File(['x'], 'image.png', { type: 'image/png' })]).defaultPrevented).toBe(false)
  expect(onFiles).not.toHaveBeenCalled()
  expect(onModel).not.toHaveBeenCalled()
})
