import { render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { Announcer } from './Announcer.tsx'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { SidePanel } from './SidePanel.tsx'

function Page({ as: Part, returnTo }: { as: typeof Dialog | typeof SidePanel; returnTo?: string }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>Row 2</Button>
      <Button id="row-3">Row 3</Button>
      <Part
        open={open}
        onClose={() => setOpen(false)}
        title="Row 2 of 300"
        actions={<Button>Copy</Button>}
        returnFocusTo={returnTo === undefined ? undefined : () => document.getElementById(returnTo)}
      >
        Great plans.
      </Part>
    </>
  )
}

const PARTS = [
  ['Dialog', Dialog],
  ['SidePanel', SidePanel],
] as const

it.each(PARTS)('%s is named by its title and takes the focus', async (_, part) => {
  render(<Page as={part} />)
  await userEvent.click(screen.getByRole('button', { name: 'Row 2' }))
  const dialog = await screen.findByRole('dialog', { name: 'Row 2 of 300' })
  await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true))
})

it.each(PARTS)('%s closes with Escape and gives the focus back', async (_, part) => {
  const user = userEvent.setup()
  render(<Page as={part} />)
  const opener = screen.getByRole('button', { name: 'Row 2' })
  await user.click(opener)
  const dialog = await screen.findByRole('dialog')
  await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true))
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await waitFor(() => expect(document.activeElement).toBe(opener))
})

it.each(PARTS)('%s closes with its button, and to where it is told', async (_, part) => {
  const user = userEvent.setup()
  render(<Page as={part} returnTo="row-3" />)
  await user.click(screen.getByRole('button', { name: 'Row 2' }))
  await user.click(await screen.findByRole('button', { name: 'Close' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Row 3' })))
})

it('SidePanel leaves the page usable and stays open meanwhile', async () => {
  const user = userEvent.setup()
  render(<Page as={SidePanel} />)
  await user.click(screen.getByRole('button', { name: 'Row 2' }))
  await screen.findByRole('dialog')
  await user.click(screen.getByRole('button', { name: 'Row 3' }))
  screen.getByRole('dialog')
})

it.each(PARTS)('%s injects no style, which the content security policy would refuse', async (_, part) => {
  render(<Page as={part} />)
  const before = document.querySelectorAll('style').length
  await userEvent.click(screen.getByRole('button', { name: 'Row 2' }))
  await screen.findByRole('dialog')
  expect(document.querySelectorAll('style')).toHaveLength(before)
})

it('Dialog leaves the announcer audible, and hides the rest of the page', async () => {
  render(
    <>
      <Announcer />
      <Page as={Dialog} />
    </>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Row 2' }))
  await screen.findByRole('dialog')
  screen.getByRole('status')
  expect(screen.queryByRole('button', { name: 'Row 3' })).toBeNull()
})
