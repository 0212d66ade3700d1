import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { SyntheticEvent } from 'react'
import { expect, it, vi } from 'vitest'
import { Button } from './Button.tsx'

it('does what it says', async () => {
  const onClick = vi.fn()
  render(<Button onClick={onClick}>Classify</Button>)
  await userEvent.click(screen.getByRole('button', { name: 'Classify' }))
  expect(onClick).toHaveBeenCalledOnce()
})

it('can be found but not used while unavailable, and says why', async () => {
  const user = userEvent.setup()
  const onClick = vi.fn()
  render(
    <Button unavailable="Nothing is running." onClick={onClick}>
      Stop
    </Button>,
  )
  await user.tab()
  const button = screen.getByRole('button', { name: 'Stop', description: 'Nothing is running.' })
  expect(document.activeElement).toBe(button)
  expect(button.getAttribute('aria-disabled')).toBe('true')
  await user.click(button)
  await user.keyboard('{Enter} ')
  expect(onClick).not.toHaveBeenCalled()
})

it('does not submit a form while unavailable', async () => {
  const onSubmit = vi.fn((event: SyntheticEvent) => event.preventDefault())
  render(
    <form onSubmit={onSubmit}>
      <Button type="submit" unavailable="Paste some rows first.">
        Open
      </Button>
    </form>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Open' }))
  expect(onSubmit).not.toHaveBeenCalled()
})
