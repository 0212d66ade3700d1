import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { Chips } from './Chips.tsx'

const CHIPS = [
  { value: 'all', label: 'All', count: 20_000 },
  { value: 'negative', label: 'Negative', count: 7478 },
  { value: 'unsure', label: 'Not sure' },
]

function show() {
  const onChange = vi.fn()
  render(<Chips label="Show rows" value="all" chips={CHIPS} onChange={onChange} />)
  return { onChange, user: userEvent.setup() }
}

it('is a named group with one pressed chip', () => {
  show()
  screen.getByRole('group', { name: 'Show rows' })
  expect(screen.getAllByRole('button').map((chip) => chip.textContent)).toEqual([
    'All 20,000',
    'Negative 7,478',
    'Not sure',
  ])
  screen.getByRole('button', { name: 'All 20,000', pressed: true })
})

it('chooses another, and never none', async () => {
  const { onChange, user } = show()
  await user.click(screen.getByRole('button', { name: 'All 20,000' }))
  expect(onChange).not.toHaveBeenCalled()
  await user.click(screen.getByRole('button', { name: 'Negative 7,478' }))
  expect(onChange).toHaveBeenCalledExactlyOnceWith('negative')
})

it('is one tab stop with arrow keys inside', async () => {
  const { onChange, user } = show()
  await user.tab()
  await user.keyboard('{ArrowRight}{ArrowRight}{Enter}')
  expect(onChange).toHaveBeenCalledExactlyOnceWith('unsure')
  await user.tab()
  expect(document.activeElement).toBe(document.body)
})
