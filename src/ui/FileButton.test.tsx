import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { FileButton } from './FileButton.tsx'

const FILE = new File(['text\nfine'], 'march.csv', { type: 'text/csv' })

function show() {
  const onFiles = vi.fn()
  render(
    <FileButton accept=".csv" inputLabel="Reviews file" onFiles={onFiles}>
      Choose a file
    </FileButton>,
  )
  return onFiles
}

it('opens the chooser of its input', async () => {
  show()
  const opened = vi.fn()
  screen.getByLabelText('Reviews file').addEventListener('click', opened)
  await userEvent.click(screen.getByRole('button', { name: 'Choose a file' }))
  expect(opened).toHaveBeenCalledOnce()
})

it('takes the same file twice', async () => {
  const onFiles = show()
  await userEvent.upload(screen.getByLabelText('Reviews file'), FILE)
  await userEvent.upload(screen.getByLabelText('Reviews file'), FILE)
  expect(onFiles.mock.calls).toEqual([[[FILE]], [[FILE]]])
})

it('chooses a folder when it is asked to', () => {
  render(
    <FileButton folder inputLabel="Folder of a model" onFiles={() => undefined}>
      Choose a folder
    </FileButton>,
  )
  expect(screen.getByLabelText('Folder of a model')).toHaveProperty('webkitdirectory', true)
})
