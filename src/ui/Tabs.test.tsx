import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { Tabs } from './Tabs.tsx'

function Page() {
  const [value, setValue] = useState<'text' | 'batch'>('text')
  return (
    <Tabs
      label="Views"
      value={value}
      onChange={setValue}
      start={<p>Undertone</p>}
      end={<p>Ready</p>}
      tabs={[
        { value: 'text', label: 'Text', panel: <input aria-label="Review text" /> },
        { value: 'batch', label: 'Batch', panel: <p>No file</p> },
      ]}
    />
  )
}

it('shows the panel of the chosen tab', async () => {
  render(<Page />)
  screen.getByRole('tablist', { name: 'Views' })
  screen.getByRole('tabpanel', { name: 'Text' })
  await userEvent.click(screen.getByRole('tab', { name: 'Batch' }))
  screen.getByRole('tab', { name: 'Batch', selected: true })
  screen.getByRole('tabpanel', { name: 'Batch' })
  expect(screen.queryByRole('tabpanel', { name: 'Text' })).toBeNull()
})

it('moves with arrow keys', async () => {
  const user = userEvent.setup()
  render(<Page />)
  await user.tab()
  await user.keyboard('{ArrowRight}')
  screen.getByRole('tab', { name: 'Batch', selected: true })
})

it('keeps what was typed in a panel that is hidden for a while', async () => {
  render(<Page />)
  const field = screen.getByRole('textbox', { name: 'Review text' })
  await userEvent.type(field, 'fine')
  await userEvent.click(screen.getByRole('tab', { name: 'Batch' }))
  await userEvent.click(screen.getByRole('tab', { name: 'Text' }))
  expect(screen.getByRole('textbox', { name: 'Review text' })).toHaveProperty('value', 'fine')
})
